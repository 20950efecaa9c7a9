package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import otklik.storage.AlsoOnPostgres;
import playground.Fault;
import playground.Media;
import playground.Press;
import playground.Trouble;

/// `/forget`: of whoever asked and of whoever helped nothing is left, in any table, in the volunteers' chats and among
/// the coordinators.
@AlsoOnPostgres
class SosForgetTest extends Neighbours {
  private static final String MARKER = "Тайнаяза";
  private static final String USERNAME = "secret_taina";

  private Client vera;
  private Client beso;

  @BeforeEach
  void joinATown() {
    town.joins(town.tbilisi, "Тбилиси");
    vera = volunteer("Vera");
    beso = volunteer("Beso");
  }

  /// Somebody whose name, username and words carry the marker.
  private Client marked() {
    return comes(town.person(MARKER, USERNAME, "ru"));
  }

  private void forgets(Client client) {
    town.settles();
    assertThat(Traces.of(town, MARKER)).isNotEmpty();
    client.writes("/forget");
    client.sees("Удалим всё, что знаем о вас");
    client.presses("Удалить мои данные");
    client.sees("Готово, у нас ваших данных больше нет");
    town.settles();
  }

  private void isForgotten(Client client) {
    assertThat(Traces.of(town, MARKER)).isEmpty();
    assertThat(Traces.of(town, USERNAME)).isEmpty();
    assertThat(Traces.of(town, Long.toString(client.person.id()))).allMatch(trace -> trace.startsWith("delivery "));
    for (Client other : new Client[] {vera, beso}) {
      if (other != client) {
        assertThat(shownTo(other)).noneMatch(text -> text.contains(MARKER) || text.contains(USERNAME));
      }
    }
    assertThat(inCoordinators()).noneMatch(message -> message.content().toString().contains(MARKER));
  }

  @Test
  void a_press_that_waits_for_the_messengers_word_ends_when_its_author_is_forgotten_meanwhile() {
    asks(member("Nana"), "Упало дерево", "Руставели 24");
    beso.sees("Нужна помощь");
    pass(Duration.ofMinutes(2).plusSeconds(30));
    beso.writes("/forget");
    beso.sees("Удалим всё, что знаем о вас");
    Fault silence = Fault.of(Fault.Kind.SILENCE).forMethods("getChatMember").inChat(town.tbilisi.id());
    try (Trouble _ = town.stage.playground.fault(silence)) {
      Press press = beso.pressed("Взять в работу");
      town.await("the question who he is", () -> openQuestions() == 1);
      beso.presses("Удалить мои данные");
      assertThat(press.answer()).isEmpty();
      assertThat(openQuestions()).isZero();
    }
    beso.sees("Готово, у нас ваших данных больше нет");
    town.settlesAtLast();
    beso.seesNothingNew();
    assertThat(state()).isEqualTo("open");
  }

  private long openQuestions() {
    return town.count("select count(*) from membership_question where workspace_id = %s");
  }

  @Test
  void whoever_thinks_better_of_it_keeps_everything() {
    Client eve = marked();
    eve.writes("/forget");
    eve.sees("Удалим всё");
    eve.presses("Нет");
    eve.sees("ничего не меняю");
    assertThat(Traces.of(town, MARKER)).isNotEmpty();
  }

  @Test
  void nothing_is_left_of_whoever_asked_while_somebody_helps_them() {
    Client eve = marked();
    asks(eve, "Первая " + MARKER, "Тбилиси, улица " + MARKER + " 1");
    vera.sees("Нужна помощь");
    cancels(eve);
    tells(eve, "Сломана нога, " + MARKER);
    eve.sends(Media.photo("Фото " + MARKER));
    eve.sees("Добавили. Где вы?");
    eve.sends(Media.venue("Кафе " + MARKER, "ул. Палиашвили, 5", 41.712345, 44.771234));
    sends(eve);
    beso.sees("Нужна помощь");
    beso.presses("Вложения (1)");
    beso.seesMessage("the photo", message -> message.type().equals("photo"));
    eve.writes("Ещё " + MARKER);
    eve.sees("Добавили к просьбе");
    takes(vera);
    vera.presses("Вернуть в пул");
    vera.sees("Почему возвращаете");
    vera.writes("Не нашла, где живёт " + MARKER);
    vera.sees("снова ищет помощника");
    takes(beso);
    eve.writes("Жду, " + MARKER);
    beso.sees("Жду, " + MARKER);
    beso.writes("Иду к вам, " + MARKER);
    eve.sees("Иду к вам");
    town.coordinator("Nino").in(town.coordinators).writes("/history 2");

    forgets(eve);

    isForgotten(eve);
    beso.sees("Человек удалил свои данные, просьба #0002 закрыта");
    assertThat(Traces.of(town, "41.71")).isEmpty();
    assertThat(state()).isEqualTo("closed");
    assertThat(ending()).isEqualTo("ERASED");
    assertThat(shownTo(beso)).noneMatch(text -> text.contains("41.712"))
        .anyMatch(text -> text.contains("Просьба #0002: данные удалены."));
    assertThat(beso.fromBot()).noneMatch(message -> message.type().equals("photo"));
    assertThat(inCoordinators()).anyMatch(message -> message.text().equals("#0002 · данные удалены"))
        .anyMatch(message -> message.text().equals("#0001 · отменена\nДанные удалены."));
    assertThat(town.value("select tickets || ' ' || left_over from erasure where workspace_id = %s and messages >= 5"))
        .isEqualTo("2 0");

    eve.starts("");
    eve.sees("В каком вы городе?");
  }

  @Test
  void a_volunteer_who_is_forgotten_leaves_no_name_and_their_request_is_searched_for_anew() {
    Client eve = volunteers(marked());
    Client nana = member("Nana");
    asks(nana, "Кот на дереве", Media.location(41.700001, 44.800002));
    takes(eve);
    eve.presses("Вернуть в пул");
    eve.sees("Почему возвращаете");
    eve.writes("Боюсь высоты, " + MARKER);
    eve.sees("снова ищет помощника");
    vera.sees("Помощник до вас");
    cancels(nana);
    asks(nana, "Сломала ногу", Media.location(41.712345, 44.771234));
    takes(eve);
    nana.sees(MARKER + " идёт на помощь");
    eve.presses("В пути");
    nana.sees(MARKER + " в пути");
    eve.writes("Это " + MARKER);
    nana.sees("Это " + MARKER);
    town.await("others to see who took it",
        () -> vera.texts().stream().anyMatch(text -> text.contains("Взял(а) " + MARKER)));

    forgets(eve);

    isForgotten(eve);
    nana.sees("Помощник больше не сможет помочь. Ищем дальше.");
    assertThat(state()).isEqualTo("open");
    assertThat(shownTo(eve)).noneMatch(text -> text.contains("41.712"))
        .anyMatch(text -> text.contains("Просьба #0002: данные удалены."));
    assertThat(town.count("select count(*) from volunteer where workspace_id = %s")).isEqualTo(2);
    assertThat(town.count("select count(*) from request_remark where workspace_id = %s")).isZero();
    takes(beso);
    nana.sees("Beso идёт на помощь");
  }

  @Test
  void a_form_that_was_begun_is_forgotten_too() {
    Client eve = marked();
    tells(eve, "Потоп, " + MARKER);
    eve.writes("Тбилиси, улица " + MARKER + " 5");
    eve.sees("Проверьте, пожалуйста");

    forgets(eve);

    isForgotten(eve);
    assertThat(town.count("select count(*) from dialog where workspace_id = %s")).isZero();
    assertThat(town.count("select count(*) from timer where workspace_id = %s and kind like 'emergency.%%'")).isZero();
  }

  /// What goes to whoever has it now isn't the business of whoever had it before.
  @Test
  void a_helper_of_before_who_is_forgotten_takes_nothing_from_the_one_of_now() {
    Client nana = member("Nana");
    asks(nana, "Сломала ногу", Media.location(41.712345, 44.771234));
    takes(vera);
    vera.presses("Вернуть в пул");
    vera.presses("Без комментария");
    nana.sees("Ищем дальше");
    takes(beso);
    nana.sees("Beso идёт на помощь");
    Fault busy = Fault.of(Fault.Kind.SERVER_ERROR).forMethods("sendMessage").inChat(beso.person.id());
    try (Trouble _ = town.stage.playground.fault(busy)) {
      nana.writes("Код 4521");
      town.await("the words to be on their way", () -> town.stage.playground.calls("sendMessage").stream()
          .anyMatch(call -> call.params().toString().contains("Код 4521")));
      vera.writes("/forget");
      vera.presses("Удалить мои данные");
      vera.sees("Готово, у нас ваших данных больше нет");
    }
    town.stage.time.advance(Duration.ofMinutes(1));
    beso.sees("Код 4521");
  }
}
