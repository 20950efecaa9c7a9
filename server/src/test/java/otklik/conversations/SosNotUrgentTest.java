package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Media;
import playground.Message;
import playground.Trouble;

/// «[Не срочная помощь] (closes it as not matching; how many helpers must agree is configurable, 1 by default; the person
/// may appeal once, and then a coordinator decides)», «After taking: … [Не соответствует]». One tap of one stranger ends
/// nothing: it is asked once more, and can be prevented for a while.
class SosNotUrgentTest extends HelpingConversation {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final String CLOSES = "Просьба #0001 закроется через 2 минуты, если человек не скажет, что это срочно.";

  private void said(Client volunteer) {
    volunteer.sees("Нужна помощь");
    volunteer.presses("Не срочная помощь");
    assertThat(volunteer.sees("для всех как не срочную?").text()).contains("#0001");
    assertThat(volunteer.presses("Да, закрыть")).isEqualTo(CLOSES);
  }

  private void isOpen() {
    pass(Duration.ofMinutes(5));
    town.settles();
    assertThat(town.value("select state from ticket where workspace_id = %s")).isEqualTo("open");
  }

  @Test
  void one_volunteer_suffices_by_default() {
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    Client nana = resident("Nana");
    asks(nana, "Нужен репетитор");
    Message copy = beso.sees("Нужна помощь");
    ana.sees("Нужна помощь");
    closesWith(ana, "Не срочная помощь");
    assertThat(nana.sees("Если это срочно, скажите").text()).contains("не из тех");
    becomes(beso, copy, "закрыта: это не срочная помощь");
    String take = copy.button("Взять в работу").orElseThrow().data();
    assertThat(beso.chat.pressesStale(copy.id(), take).answer()).isEqualTo("Эта просьба уже закрыта.");
    town.settles();
    assertThat(ana.fromBot()).noneMatch(message -> message.button("Оставить открытой").isPresent());
    assertThat(nana.fromBot().stream().filter(message -> message.button("Это срочно").isPresent())).hasSize(1);
  }

  @Test
  void one_tap_changes_nothing() {
    Client ana = volunteer("Ana");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    ana.sees("Нужна помощь");
    ana.presses("Не срочная помощь");
    ana.sees("для всех как не срочную?");
    isOpen();
    nana.seesNothingNew();
    assertThat(ana.presses("Оставить открытой")).isEqualTo("Хорошо, ничего не меняю.");
  }

  @Test
  void whoever_pressed_takes_it_back() {
    Client ana = volunteer("Ana");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    said(ana);
    assertThat(nana.sees("через 2 минуты она закроется").text()).contains("112");
    pass(A_MINUTE);
    assertThat(ana.presses("Оставить открытой")).isEqualTo("Хорошо, просьба остаётся открытой.");
    nana.sees("Просьба #0001 остаётся открытой.");
    isOpen();
    assertThat(nana.fromBot()).noneMatch(message -> message.button("Это срочно").isPresent());
  }

  @Test
  void the_person_says_that_it_is_urgent_and_everything_goes_on() {
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    said(ana);
    nana.sees("через 2 минуты она закроется");
    assertThat(nana.presses("Это срочно")).isEmpty();
    assertThat(nana.sees("остаётся открытой").text()).contains("Координаторам тоже сообщаем", "112");
    ana.sees("Человек сказал, что просьба #0001 срочная");
    isOpen();
    assertThat(town.said(town.coordinators)).anyMatch(message -> message.text().contains(
        "#0001: @ana не считает просьбу срочной, а человек говорит, что это срочно."));
    takes(beso);
    town.settles();
    assertThat(beso.texts()).contains("Адрес: Руставели 24");
  }

  @Test
  void after_that_volunteers_close_it_no_more() {
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    said(ana);
    nana.presses("Это срочно");
    nana.sees("остаётся открытой");
    beso.sees("Нужна помощь");
    beso.presses("Не срочная помощь");
    assertThat(beso.presses("Да, закрыть")).startsWith("По этой просьбе решают координаторы");
    isOpen();
    beso.presses("Взять в работу");
    beso.sees("Вы помогаете");
    assertThat(beso.presses("Не соответствует")).startsWith("Закрыть эту просьбу как не срочную могут теперь только");
  }

  @Test
  void somebody_who_takes_it_meanwhile_thinks_otherwise() {
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    said(ana);
    takes(beso);
    pass(Duration.ofMinutes(5));
    town.settles();
    assertThat(town.value("select state from ticket where workspace_id = %s")).isEqualTo("taken");
  }

  @Test
  void as_many_must_agree_as_are_configured_and_nobody_counts_twice() {
    town = town.stage.newAgreeingTown();
    joinATown();
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    Client nana = resident("Nana");
    asks(nana, "Нужен репетитор");
    ana.sees("Нужна помощь");
    ana.presses("Не срочная помощь");
    assertThat(ana.presses("Да, закрыть")).isEqualTo("Учтено. Нужен ещё 1 голос.");
    assertThat(ana.presses("Да, закрыть")).isEqualTo("Учтено. Нужен ещё 1 голос.");
    assertThat(ana.presses("Оставить открытой")).isEqualTo("Хорошо, просьба остаётся открытой.");
    ana.presses("Не срочная помощь");
    assertThat(ana.presses("Да, закрыть")).isEqualTo("Учтено. Нужен ещё 1 голос.");
    said(beso);
    pass(A_MINUTE.multipliedBy(2).plusSeconds(1));
    nana.sees("Если это срочно, скажите");
  }

  @Test
  void the_one_who_has_it_decides_alone() {
    town = town.stage.newAgreeingTown();
    joinATown();
    Client ana = volunteer("Ana");
    Client nana = resident("Nana");
    asks(nana, "Нужен репетитор");
    takes(ana);
    closesWith(ana, "Не соответствует");
    nana.sees("Если это срочно, скажите");
  }

  @Test
  void and_takes_it_back() {
    Client ana = volunteer("Ana");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    takes(ana);
    ana.presses("Не соответствует");
    assertThat(ana.presses("Да, закрыть")).isEqualTo(CLOSES);
    assertThat(ana.presses("Оставить открытой")).isEqualTo("Хорошо, просьба остаётся открытой.");
    pass(Duration.ofMinutes(5));
    town.settles();
    assertThat(town.value("select state from ticket where workspace_id = %s")).isEqualTo("taken");
  }

  @Test
  void when_the_person_objects_somebody_else_is_looked_for() {
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    takes(ana);
    ana.presses("Не соответствует");
    ana.presses("Да, закрыть");
    nana.presses("Это срочно");
    nana.sees("остаётся открытой");
    ana.sees("снова ищет помощника");
    isOpen();
    takes(beso);
  }

  @Test
  void whoever_writes_to_their_helper_then_needs_it_still() {
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    takes(ana);
    ana.presses("Не соответствует");
    ana.presses("Да, закрыть");
    nana.sees("через 2 минуты она закроется");
    nana.writes("Он уже у двери");
    nana.sees("остаётся открытой");
    ana.sees("снова ищет помощника");
    nana.sees("Это увидит только тот, кто возьмётся помочь.");
    isOpen();
    assertThat(ana.texts()).noneMatch(text -> text.contains("у двери"));
    assertThat(town.said(town.coordinators)).noneMatch(message -> message.text().contains("у двери"));
    takes(beso);
    assertThat(beso.texts()).contains("#0001 · Nana:\nОн уже у двери");
  }

  @Test
  void nor_is_it_shown_to_all_when_a_position_came_first() {
    Client ana = volunteer("Ana");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    takes(ana);
    ana.presses("Не соответствует");
    ana.presses("Да, закрыть");
    nana.sees("через 2 минуты она закроется");
    nana.sends(Media.location(41.7151, 44.8271));
    nana.sees("остаётся открытой");
    nana.writes("Он уже у двери");
    nana.sees("Это увидит только тот, кто возьмётся помочь.");
    town.settles();
    assertThat(town.said(town.coordinators)).noneMatch(message -> message.text().contains("у двери"));
  }

  @Test
  void what_is_for_the_next_helper_can_be_shown_to_all() {
    Client ana = volunteer("Ana");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    takes(ana);
    ana.presses("Не соответствует");
    ana.presses("Да, закрыть");
    nana.sees("через 2 минуты она закроется");
    nana.writes("Он уже у двери");
    nana.sees("остаётся открытой");
    nana.writes("Код 45К89");
    town.settles();
    assertThat(town.said(town.coordinators)).noneMatch(message -> message.text().contains("45К89"));
    assertThat(nana.presses("Показать всем")).isEqualTo("Добавили к просьбе.");
    town.await("the story to tell it", () -> town.value("select description from emergency_request where workspace_id = %s")
        .equals("За мной идут\nКод 45К89"));
  }

  @Test
  void so_does_whoever_writes_while_nobody_has_it() {
    Client ana = volunteer("Ana");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    said(ana);
    nana.sees("через 2 минуты она закроется");
    nana.writes("Он уже у двери");
    nana.sees("остаётся открытой");
    nana.sees("Добавили к просьбе");
    isOpen();
  }

  @Test
  void so_does_whoever_answers_a_coordinator() {
    Client ana = volunteer("Ana");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    town.settles();
    said(ana);
    nana.sees("через 2 минуты она закроется");
    Message card = town.said(town.coordinators).stream().filter(message -> message.text().startsWith("#0001 · "))
        .reduce((earlier, later) -> later).orElseThrow();
    town.coordinator("Nino").in(town.coordinators).topic(card.threadId()).writes("Это срочно?");
    nana.chat.replies(nana.sees("Это срочно?").id(), "Да!");
    nana.sees("остаётся открытой");
    isOpen();
  }

  /// The program hears of it when it is back, after the time is over.
  @Test
  void whoever_objects_while_the_program_is_away_is_heard() {
    Client ana = volunteer("Ana");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    said(ana);
    nana.sees("через 2 минуты она закроется");
    town.settles();
    town.stage.stop();
    nana.writes("Это срочно!");
    town.stage.time.advance(Duration.ofMinutes(10));
    town.stage.begin();
    nana.sees("остаётся открытой");
    isOpen();
  }

  @Test
  void so_is_whoever_objected_just_before_the_program_was_back_in_time() {
    Client ana = volunteer("Ana");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    said(ana);
    nana.sees("через 2 минуты она закроется");
    town.settles();
    town.stage.stop();
    town.stage.time.advance(A_MINUTE.plusSeconds(55));
    town.stage.begin();
    pass(Duration.ofSeconds(30));
    assertThat(town.value("select state from ticket where workspace_id = %s")).isEqualTo("open");
    nana.presses("Это срочно");
    nana.sees("остаётся открытой");
    isOpen();
  }

  /// Nobody could object to what they weren't told.
  @Test
  void the_while_begins_when_the_person_has_been_told() {
    Client ana = volunteer("Ana");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    town.settles();
    Fault away = Fault.of(Fault.Kind.SERVER_ERROR).forMethods("sendMessage").inChat(nana.person.id());
    try (Trouble _ = town.stage.playground.fault(away)) {
      said(ana);
      town.stage.time.advance(Duration.ofMinutes(3));
      town.stage.time.advance(Duration.ofMinutes(3));
    }
    nana.sees("через 2 минуты она закроется");
    assertThat(nana.presses("Это срочно")).isEmpty();
    isOpen();
  }

  @Test
  void of_several_who_said_so_the_one_who_still_does_is_named() {
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    said(ana);
    beso.sees("Нужна помощь");
    beso.presses("Не срочная помощь");
    assertThat(beso.presses("Да, закрыть")).startsWith("Просьба #0001 закроется как не срочная");
    assertThat(ana.presses("Оставить открытой")).startsWith("Ваш голос сняли");
    nana.presses("Это срочно");
    nana.sees("остаётся открытой");
    beso.sees("Человек сказал, что просьба #0001 срочная");
    town.settles();
    assertThat(ana.texts()).noneMatch(text -> text.contains("Человек сказал"));
    assertThat(town.said(town.coordinators)).anyMatch(message -> message.text().contains(
        "#0001: @beso не считает просьбу срочной"));
  }

  @Test
  void whoever_is_not_heard_any_more_closes_nothing() {
    Client ana = volunteer("Ana");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    said(ana);
    nana.sees("через 2 минуты она закроется");
    town.coordinator("Nino").in(town.coordinators).writes("/block @ana");
    ana.sees("Координаторы закрыли вам доступ");
    isOpen();
    nana.sees("остаётся открытой");
  }

  /// They may be meant for the helper of a moment ago.
  @Test
  void what_is_written_after_the_key_that_objects_is_for_the_next_helper() {
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    Client nana = resident("Nana");
    asks(nana, "За мной идут");
    takes(ana);
    ana.presses("Не соответствует");
    ana.presses("Да, закрыть");
    nana.sees("через 2 минуты она закроется");
    nana.presses("Это срочно");
    nana.sees("Ищем");
    nana.writes("Он уже у двери");
    nana.sees("Это увидит только тот, кто возьмётся помочь");
    town.settles();
    assertThat(beso.texts()).noneMatch(text -> text.contains("у двери"));
    assertThat(town.coordinators.history()).noneMatch(message -> message.text().contains("у двери"));
  }
}
