package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Message;

/// Whoever has taken a request, until they haven't any more: «[Вернуть в пул] (with a comment that travels with the
/// request; the one who returned it isn't asked again first), and „В пути / На месте / Всё в порядке“ check-ins; silence
/// for N minutes asks, then returns it to the pool».
class SosHelpingTest extends HelpingConversation {
  private Client ana;
  private Client beso;
  private Client nana;

  @BeforeEach
  void haveOneWhoAsksAndTwoWhoHelp() {
    ana = volunteer("Ana");
    beso = volunteer("Beso");
    nana = resident("Nana");
  }

  /// «В пути / На месте / Всё в порядке».
  @Test
  void each_check_in_reaches_the_person_once() {
    asks(nana, "Сломала ногу");
    takes(ana);
    nana.sees("Ana идёт на помощь");
    assertThat(ana.presses("В пути")).isEqualTo("Передаём. Спасибо.");
    nana.sees("Ana в пути.");
    ana.presses("В пути");
    ana.presses("На месте");
    nana.sees("Ana на месте.");
    ana.presses("Всё в порядке");
    nana.sees("Ana: всё в порядке.");
    assertThat(nana.texts()).containsOnlyOnce("Ana в пути.");
  }

  /// «silence for N minutes asks, then returns it to the pool».
  @Tag("slow")
  @Test
  void whoever_says_nothing_is_asked_and_then_doesnt_have_it_any_more() {
    asks(nana, "Сломала ногу");
    Message other = beso.sees("Нужна помощь");
    takes(ana);
    becomes(beso, other, "Взял(а) Ana");
    pass(Duration.ofMinutes(31));
    ana.sees("Просьба #0001: как у вас дела? Если за 15 мин не ответите");
    ana.presses("На месте");
    nana.sees("Ana на месте.");
    pass(Duration.ofMinutes(31));
    ana.sees("как у вас дела?");
    pass(Duration.ofMinutes(16));
    nana.sees("Ana не отвечает. Ищем дальше.");
    ana.sees("От вас долго не было ответа");
    beso.sees("Нужна помощь");
    becomes(beso, other, "новое сообщение о ней ниже");
    beso.presses("Взять в работу");
    nana.sees("Beso идёт на помощь");
  }

  /// «with a comment that travels with the request; the one who returned it isn't asked again first».
  @Test
  void whoever_gave_it_back_is_asked_after_everybody_else() {
    asks(nana, "Сломала ногу");
    assertThat(beso.sees("Нужна помощь").text()).doesNotContain("Помощник до вас");
    takes(ana);
    ana.presses("Вернуть в пул");
    ana.sees("Почему возвращаете");
    ana.writes("Нужна машина");
    ana.sees("снова ищет помощника");
    assertThat(beso.sees("Нужна помощь").text()).contains("Помощник до вас: «Нужна машина»");
    ring(1);
    ana.seesNothingNew();
    ring(2);
    ana.sees("Нужна помощь · #0001");
  }

  /// Likewise, when there is nobody else: coordinators and the person learn that at once, and whoever gave it back is
  /// left alone for a while.
  @Test
  void whoever_gave_it_back_is_not_asked_at_once_even_if_nobody_else_is_there() {
    beso.presses("Приостановить");
    beso.sees("Пауза");
    asks(nana, "Сломала ногу");
    takes(ana);
    ana.presses("Вернуть в пул");
    ana.sees("Почему возвращаете");
    ana.writes("Нужна машина");
    ana.sees("снова ищет помощника");
    nana.sees("Сейчас помощников на связи нет");
    pass(Duration.ofMinutes(4));
    ana.seesNothingNew();
    pass(Duration.ofMinutes(2));
    assertThat(ana.sees("Нужна помощь · #0001").text()).contains("Вы вернули просьбу со словами: «Нужна машина»")
        .doesNotContain("Помощник до вас");
    town.settles();
    assertThat(nana.texts()).filteredOn(text -> text.contains("на связи нет")).hasSize(1);
  }

  /// «[Вернуть в пул]»: somebody waits for help meanwhile, so a remark that doesn't come holds nothing up.
  @Test
  void a_request_goes_back_without_the_remark_that_does_not_come() {
    asks(nana, "Сломала ногу");
    takes(ana);
    ana.presses("Вернуть в пул");
    ana.sees("Почему возвращаете");
    pass(Duration.ofMinutes(2).plusSeconds(1));
    ana.sees("снова ищет помощника");
    nana.sees("Ana не сможет помочь. Ищем дальше.");
  }

  /// Whoever says that it is done gives nothing back any more, also if they help again a moment later.
  @Test
  void a_request_that_was_done_does_not_go_back_without_the_remark() {
    asks(nana, "Сломала ногу");
    takes(ana);
    ana.presses("Вернуть в пул");
    ana.sees("Почему возвращаете");
    ana.presses("Выполнена");
    nana.sees("всё сделано");
    nana.presses("Помощь ещё нужна");
    ana.sees("ещё нужна помощь");
    takes(ana);
    pass(Duration.ofMinutes(2).plusSeconds(1));
    town.settles();
    assertThat(ana.texts()).noneMatch(text -> text.contains("снова ищет помощника"));
  }

  /// «Both are members of an authorised chat; membership is checked when someone … takes».
  @Test
  void whoever_has_left_the_chat_can_not_take_it() {
    asks(nana, "Сломала ногу");
    ana.sees("Нужна помощь");
    town.tbilisi.remove(ana.person);
    pass(Duration.ofMinutes(3));
    assertThat(ana.presses("Взять в работу")).startsWith("Взять просьбу может только участник чата");
    ana.presses("Не срочная помощь");
    assertThat(ana.presses("Да, закрыть")).startsWith("Взять просьбу может только участник чата");
    takes(beso);
    nana.sees("Beso идёт на помощь");
  }

  /// A volunteer blocks the bot while they have a request: nobody waits for their silence to end.
  @Test
  void whoever_blocks_the_bot_loses_what_they_have() {
    asks(nana, "Сломала ногу");
    beso.sees("Нужна помощь");
    takes(ana);
    town.settles();
    ana.chat.blocks();
    nana.sees("Связь с помощником потеряна: Ana");
    beso.sees("Нужна помощь");
    ana.chat.unblocks();
    ana.sees("Нужна помощь");
  }

  /// A deleted account tells nobody; the first words that don't arrive do.
  @Test
  void whoever_deletes_the_account_loses_what_they_have_at_the_first_words() {
    asks(nana, "Сломала ногу");
    takes(ana);
    nana.sees("Ana идёт на помощь");
    town.settles();
    town.stage.playground.fault(Fault.refusal("chat not found").inChat(ana.person.id()));
    nana.writes("Вы скоро?");
    nana.sees("Связь с помощником потеряна: Ana");
    town.stage.playground.endFaults();
  }

  /// «the person deletes their account or blocks the bot while a helper is on the way».
  @Test
  void a_volunteer_learns_that_the_person_can_not_be_reached() {
    asks(nana, "Сломала ногу");
    takes(ana);
    nana.sees("Ana идёт на помощь");
    town.settles();
    town.stage.playground.fault(Fault.refusal("chat not found").inChat(nana.person.id()));
    ana.writes("Я у подъезда");
    ana.sees("Просьба #0001: человеку сейчас нельзя написать через бота");
    ana.sees("Не дошло: человек из просьбы #0001");
    town.stage.playground.endFaults();
  }

  /// «May write to the person directly before taking.»
  @Test
  void the_contact_is_shown_before_anybody_takes_it() {
    Client eka = atHome(town.person("Eka", null, "ru"));
    asks(eka, "Упала");
    Message copy = ana.sees("Нужна помощь");
    assertThat(copy.text()).contains("Связь: Eka");
    assertThat(copy.entities().toString()).contains("text_mention", Long.toString(eka.person.id()));
    asks(nana, "Сломала ногу");
    assertThat(ana.sees("Сломала ногу").text()).contains("Связь: @nana");
  }

  /// Two requests at once; one volunteer has one of them and a copy of the other.
  @Test
  void words_go_to_the_one_whom_they_are_for() {
    asks(nana, "Сломала ногу");
    takes(ana);
    nana.sees("Ana идёт на помощь");
    Client vera = resident("Vera");
    asks(vera, "Заперта дверь");
    Message second = ana.sees("Заперта дверь");
    ana.writes("Еду");
    nana.sees("Ana (помогает вам):\nЕду");
    beso.sees("Заперта дверь");
    beso.presses("Взять в работу");
    beso.sees("Вы помогаете · #0002");
    becomes(ana, second, "Взял(а) Beso");
    vera.sees("Beso идёт на помощь");
    beso.presses("Вернуть в пул");
    beso.presses("Без комментария");
    ana.sees("Заперта дверь");
    ana.presses("Взять в работу");
    Message card = ana.sees("Вы помогаете · #0002");
    ana.chat.replies(card.id(), "Несу ключи");
    vera.sees("Ana (помогает вам):\nНесу ключи");
    assertThat(nana.texts()).noneMatch(text -> text.contains("Несу ключи"));
    assertThat(vera.texts()).noneMatch(text -> text.contains("Еду"));
  }
}
