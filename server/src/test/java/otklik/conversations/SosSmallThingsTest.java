package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Message;
import playground.Trouble;

/// What people do with a panic button without thinking about it.
class SosSmallThingsTest extends HelpingConversation {
  @Test
  void whoever_moves_to_another_country_is_looked_for_there_and_hears_of_its_requests_alone() {
    town.joins(town.kutaisi, "Баку");
    Client ana = volunteer("Ana");
    town.kutaisi.add(ana.person);
    ana.writes("/city");
    ana.sees("Сейчас ваш город");
    ana.writes("Баку");
    Message told = ana.sees("Вы участник чата");
    assertThat(told.text()).contains("— Баку").doesNotContain("пока нет");
    asks(resident("Nana"), "Сломала ногу");
    town.settles();
    assertThat(ana.texts()).noneMatch(text -> text.contains("Сломала ногу"));
  }

  @Test
  void a_request_that_was_not_sent_leaves_no_key_that_would_send_it() {
    Client nana = resident("Nana");
    prepares(nana, "Сломала ногу");
    nana.writes("/cancel");
    nana.sees("Просьба не отправлена");
    town.await("the key to go", () -> nana.fromBot().stream().noneMatch(message -> message.button("Отправить").isPresent()));
  }

  /// The summary stands in the chat before the program knows.
  @Test
  void nor_does_one_that_was_left_while_its_summary_was_on_its_way() {
    Client nana = resident("Nana");
    prepares(nana, "Сломала ногу");
    Fault late = Fault.of(Fault.Kind.LATE).forMethods("sendMessage").inChat(nana.person.id()).times(1);
    try (Trouble _ = town.stage.playground.fault(late)) {
      nana.writes("Не могу встать");
      nana.sees("Проверьте, пожалуйста");
      nana.writes("/cancel");
      town.await("the form to be left", () -> town.count("select count(*) from dialog where workspace_id = %s") == 0);
    }
    nana.sees("Просьба не отправлена");
    town.settlesAtLast();
    assertThat(nana.fromBot()).noneMatch(message -> message.button("Отправить").isPresent());
  }

  @Test
  void whoever_begins_anew_leaves_nothing_of_what_was_not_sent() {
    Client nana = resident("Nana");
    prepares(nana, "Сломала ногу");
    nana.starts("");
    nana.sees("Просьба не отправлена");
    town.settles();
    assertThat(town.count("select count(*) from message where workspace_id = %s")).isZero();
  }

  @Test
  void a_helper_who_asks_for_help_gives_back_at_once_and_goes_on_telling() {
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    asks(resident("Nana"), "Сломала ногу");
    takes(ana);
    prepares(ana, "Меня сбила машина");
    ana.presses("Вернуть в пул");
    ana.sees("снова ищет помощника");
    beso.sees("Нужна помощь");
    ana.presses("Отправить");
    ana.sees("отправлена");
  }

  /// Whatever is asked stands under one message alone: a key further up would answer a question that nobody asks any more.
  @Test
  void what_was_answered_in_words_has_no_keys_any_more() {
    Client nana = resident("Nana");
    prepares(nana, "Сломала ногу");
    only(nana, "Проверьте, пожалуйста", "Отмена");
    nana.writes("Не могу встать");
    nana.sees("Не могу встать");
    only(nana, "Не могу встать", "Отправить");
    pass(Duration.ofMinutes(11));
    nana.sees("Просьба ещё не отправлена");
    only(nana, "Просьба ещё не отправлена", "Отправить");
    nana.presses("Отправить");
    nana.sees("отправлена");
    none(nana, "Отправить");
  }

  @Test
  void nor_has_what_volunteers_and_thankful_people_answered_in_words() {
    Client ana = volunteer("Ana");
    Client nana = resident("Nana");
    asks(nana, "Сломала ногу");
    takes(ana);
    ana.presses("Вернуть в пул");
    ana.sees("Почему возвращаете");
    ana.writes("Заболела сама");
    ana.sees("снова ищет помощника");
    none(ana, "Без комментария");
    Client beso = volunteer("Beso");
    takes(beso);
    beso.presses("Выполнена");
    nana.sees("Это так?");
    nana.presses("Спасибо, помогли");
    nana.sees("пару слов");
    nana.writes("Вы спасли меня");
    nana.sees("Передали. Берегите себя.");
    none(nana, "Без слов");
    beso.presses("Тихие часы");
    beso.sees("Когда вас не беспокоить?");
    beso.writes("с 3 до 4");
    beso.sees("Тихие часы:");
    none(beso, "Без тихих часов");
  }

  private void only(Client client, String words, String key) {
    town.await(key + " to stand under " + words + " alone", () -> client.fromBot().stream()
        .filter(message -> message.button(key).isPresent()).map(Message::text).allMatch(text -> text.contains(words)));
    assertThat(client.fromBot()).filteredOn(message -> message.button(key).isPresent()).hasSize(1);
  }

  private void none(Client client, String key) {
    town.await(key + " to be gone",
        () -> client.fromBot().stream().noneMatch(message -> message.button(key).isPresent()));
  }

  @Test
  void the_card_says_within_seconds_that_a_few_volunteers_have_it() {
    volunteer("Ana");
    volunteer("Beso");
    asks(resident("Nana"), "Сломала ногу");
    pass(Duration.ofSeconds(4));
    town.await("the card to count", () -> town.said(town.coordinators).stream()
        .anyMatch(message -> message.text().contains("Спрошено помощников: 2 (получили 2)")));
  }

  @Test
  void thanks_without_words_are_no_cancelling() {
    Client ana = volunteer("Ana");
    Client nana = resident("Nana");
    asks(nana, "Сломала ногу");
    takes(ana);
    ana.presses("Выполнена");
    nana.sees("Это так?");
    nana.presses("Спасибо, помогли");
    nana.sees("пару слов");
    nana.presses("Без слов");
    nana.sees("Хорошо, просьба закрыта. Берегите себя.");
  }

  @Test
  void another_city_is_not_asked_for_in_the_middle_of_a_form() {
    Client nana = resident("Nana");
    prepares(nana, "Упало дерево");
    nana.writes("/city");
    nana.sees("Сначала закончим с просьбой о помощи");
    nana.presses("Отправить");
    nana.sees("отправлена");
    assertThat(town.count("select count(*) from message where workspace_id = %s and ticket_id is null")).isZero();
  }
}
