package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Group;
import playground.Media;
import playground.Trouble;

/// Who may ask and help: members of an authorised chat, as the messenger says, and for a few minutes as it said.
class SosMembershipTest extends TownConversation {
  @Override
  Town newTown(Stage stage) {
    return stage.newOpenTown();
  }

  private Group tbilisi() {
    return town.joins(town.tbilisi, "Тбилиси");
  }

  private Client newcomer(String name) {
    Client client = person(name);
    client.starts("");
    client.sees("Это тревожная кнопка");
    client.sees("В каком вы городе?");
    return client;
  }

  private long asked() {
    return town.stage.playground.calls("getChatMember").stream()
        .filter(call -> call.bot() == town.bot.id()).count();
  }

  @Test
  void a_member_of_the_chat_of_their_city_is_let_in_at_the_start() {
    Group chat = tbilisi();
    Client nana = newcomer("Nana");
    chat.add(nana.person);
    nana.writes("я в Тбилиси");
    nana.sees("Ваш город: Тбилиси, Грузия");
    nana.sees("Вы участник чата «" + chat.title() + "» — Тбилиси");
    assertThat(nana.chat.last().orElseThrow().buttons()).isNotEmpty();
  }

  @Test
  void somebody_from_a_city_without_a_chat_joins_the_nearest_one() {
    Group chat = tbilisi();
    Client batumi = newcomer("Batumi");
    batumi.writes("Батуми");
    batumi.sees("Ваш город: Батуми, Грузия");
    batumi.sees("• «" + chat.title() + "» — Тбилиси");
    chat.add(batumi.person);
    batumi.presses("Проверить снова");
    batumi.sees("вы участник чата «" + chat.title() + "» — Тбилиси");
  }

  @Test
  void who_is_in_no_chat_sees_the_nearest_of_their_country_first() {
    town.joins(town.kutaisi, "Кутаиси");
    tbilisi();
    Group yerevan = town.stage.playground.supergroup(town.tbilisi.id() - 5_000_000, "Ереван вместе");
    town.joins(yerevan, "Ереван");
    Client batumi = newcomer("Batumi");
    batumi.writes("Батуми");
    String text = batumi.sees("могут участники чатов").text();
    assertThat(text).containsSubsequence(town.kutaisi.title(), town.tbilisi.title(), yerevan.title());
  }

  @Test
  void both_chats_of_one_city_count() {
    tbilisi();
    Group second = town.joins(town.kutaisi, "Тбилиси");
    Client nana = newcomer("Nana");
    second.add(nana.person);
    nana.writes("Тбилиси");
    nana.sees("Вы участник чата «" + second.title() + "»");
  }

  /// Nana is in the chats of two cities; the one of her own doesn't answer.
  private Client inTwoChats(Fault silence, Group near, Group far, ThrowingConsumer<Client> meanwhile) {
    Client nana = newcomer("Nana");
    near.add(nana.person);
    far.add(nana.person);
    try (Trouble _ = town.stage.playground.fault(silence)) {
      nana.writes("Тбилиси");
      town.await("the farther chat to answer",
          () -> town.count("select count(*) from membership_question where workspace_id = %s and answer = 'YES'") == 1);
      meanwhile.accept(nana);
    }
    return nana;
  }

  @Test
  void the_chat_of_ones_own_city_counts_even_where_a_farther_one_answers_first() {
    Group far = town.joins(town.kutaisi, "Кутаиси");
    Group near = tbilisi();
    Fault silence = Fault.of(Fault.Kind.SILENCE).forMethods("getChatMember").inChat(near.id());
    Client nana = inTwoChats(silence, near, far, _ -> { });
    nana.sees("Вы участник чата «" + near.title() + "» — Тбилиси");
    town.settlesAtLast();
    assertThat(nana.texts()).noneMatch(text -> text.contains(far.title()));
  }

  @Test
  void but_it_is_not_waited_for_long() {
    Group far = town.joins(town.kutaisi, "Кутаиси");
    Group near = tbilisi();
    Fault silence = Fault.of(Fault.Kind.SILENCE).forMethods("getChatMember").inChat(near.id());
    inTwoChats(silence, near, far, nana -> {
      town.stage.time.advance(Duration.ofSeconds(4));
      nana.sees("вы участник чата «" + far.title() + "» — Кутаиси");
    });
    town.settlesAtLast();
  }

  @Test
  void what_the_messenger_said_is_believed_for_minutes_only() {
    Group chat = tbilisi();
    Client nana = newcomer("Nana");
    chat.add(nana.person);
    nana.writes("Тбилиси");
    nana.sees("Вы участник чата");
    long before = asked();
    nana.starts("");
    nana.sees("Вы участник чата");
    assertThat(asked()).isEqualTo(before);

    chat.remove(nana.person);
    pass(Duration.ofMinutes(3));
    nana.starts("");
    nana.sees("могут участники чатов");
    assertThat(asked()).isEqualTo(before + 1);
  }

  @Test
  void a_position_names_the_nearest_city() {
    Group chat = tbilisi();
    Client nana = newcomer("Nana");
    chat.add(nana.person);
    nana.sends(Media.location(0, 0));
    nana.sees("Телефон ещё не определил, где вы");
    nana.sends(Media.location(41.70, 44.80));
    nana.sees("Ваш город: Тбилиси, Грузия");
    nana.sees("Вы участник чата");
    nana.writes("/city");
    nana.sees("Сейчас ваш город: Тбилиси, Грузия");
    nana.writes("Кутаиси");
    nana.sees("Ваш город: Кутаиси, Грузия");
    nana.sees("вы участник чата «" + chat.title() + "» — Тбилиси");
  }

  @Test
  void a_city_that_is_not_sure_is_asked_back_and_what_is_no_city_is_not_lost() {
    tbilisi();
    Client nana = newcomer("Nana");
    nana.writes("Тбилисси");
    nana.sees("Это ваш город?");
    nana.presses("Другой город");
    nana.sees("В каком вы городе?");
    nana.writes("за мной кто-то идёт");
    nana.sees("Если помощь нужна сейчас");
    nana.writes("Батуми или Кутаиси");
    nana.sees("Какой из городов ваш?");
    nana.presses("Батуми, Грузия");
    nana.sees("Ваш город: Батуми, Грузия");
    assertThat(town.count("select count(*) from message where workspace_id = %s and text = 'за мной кто-то идёт'"))
        .isEqualTo(1);
    assertThat(town.value("select tag from dialog where workspace_id = %s")).isEqualTo("emergency.offered.v1");
  }

  @Test
  void a_forged_city_is_no_city() {
    tbilisi();
    Client nana = newcomer("Nana");
    nana.writes("Батуми или Кутаиси");
    int question = nana.sees("Какой из городов ваш?").id();
    assertThat(nana.chat.pressesStale(question, "city:../../etc").answer()).isEqualTo("Эта кнопка больше не действует.");
    assertThat(nana.chat.pressesStale(question, "approve:1").answer()).isEqualTo("Эта кнопка больше не действует.");
    assertThat(nana.chat.pressesStale(question, "check-again:admin/1").answer())
        .isEqualTo("Эта кнопка больше не действует.");
    assertThat(town.count("select count(*) from resident where workspace_id = %s")).isZero();
  }

  @Test
  void when_the_messenger_will_not_tell_who_was_a_member_lately_is_let_in_and_others_hear_the_truth() {
    Group chat = tbilisi();
    Client nana = newcomer("Nana");
    chat.add(nana.person);
    nana.writes("Тбилиси");
    nana.sees("Вы участник чата");

    chat.hideMembers().add(town.bot);
    pass(Duration.ofMinutes(3));
    nana.starts("");
    nana.sees("Вы участник чата");
    Client gia = newcomer("Gia");
    gia.writes("Тбилиси");
    gia.sees("не получается проверить");
    town.settles();
    assertThat(town.said(town.coordinators).stream().filter(message -> message.text().contains("не говорит, кто")))
        .hasSize(1);

    pass(Duration.ofHours(25));
    nana.starts("");
    nana.sees("не получается проверить");
    town.settles();
    assertThat(town.said(town.coordinators).stream().filter(message -> message.text().contains("не говорит, кто")))
        .hasSize(1);
    chat.promote(town.bot);
    nana.presses("Проверить снова");
    nana.sees("Вы участник чата");
    town.settles();
    assertThat(town.said(town.coordinators).stream().filter(message -> message.text().contains("снова проверяются")))
        .hasSize(1);
  }

  @Test
  void before_any_chat_has_joined_nobody_is_promised_anything() {
    Client nana = newcomer("Nana");
    nana.writes("Тбилиси");
    nana.sees("Пока ни один чат не подключён");
  }

  @Test
  void a_restart_forgets_no_wish() {
    Group chat = tbilisi();
    Client nana = newcomer("Nana");
    chat.add(nana.person);
    town.restart();
    nana.writes("Тбилиси");
    nana.sees("Вы участник чата");
    chat.remove(nana.person);
    town.restart();
    nana.starts("");
    nana.sees("Вы участник чата");
  }

  private Client member(String name) {
    Client client = newcomer(name);
    town.tbilisi.add(client.person);
    client.writes("Тбилиси");
    client.sees("Вы участник чата");
    return client;
  }

  private void tells(Client client) {
    client.presses("Мне нужна помощь");
    client.sees("Что случилось?");
    client.writes("Упало дерево");
    client.sees("Где вы?");
    client.sends(Media.location(41.71234, 44.78321));
    client.sees("Проверьте, пожалуйста");
  }

  @Test
  void whoever_left_the_chat_before_asking_is_told_so_and_nothing_that_was_told_is_lost() {
    Group chat = tbilisi();
    Client nana = member("Nana");
    tells(nana);
    chat.remove(nana.person);
    pass(Duration.ofMinutes(3));
    nana.presses("Отправить");
    assertThat(nana.sees("Просьбы принимаются от участников").text()).contains(chat.title(), "112");
    assertThat(town.count("select count(*) from ticket where workspace_id = %s")).isZero();
    chat.add(nana.person);
    nana.presses("Проверить и отправить");
    nana.sees("Просьба #0001 отправлена");
    assertThat(town.value("select description from emergency_request where workspace_id = %s"))
        .isEqualTo("Упало дерево");
  }

  @Test
  void a_helper_who_left_the_chat_and_presses_take_is_told_so_and_can_once_they_are_back() {
    Group chat = tbilisi();
    Client ana = member("Ana");
    ana.presses("Хочу стать помощником");
    ana.sees("вы теперь помощник");
    Client nana = member("Nana");
    tells(nana);
    nana.presses("Отправить");
    nana.sees("отправлена");
    ana.sees("Нужна помощь");
    chat.remove(ana.person);
    pass(Duration.ofMinutes(3));
    assertThat(ana.presses("Взять в работу")).startsWith("Взять просьбу может только участник чата");
    assertThat(town.value("select state from ticket where workspace_id = %s")).isEqualTo("open");
    chat.add(ana.person);
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
  }
}
