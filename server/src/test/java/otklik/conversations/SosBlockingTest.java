package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Message;
import playground.Press;
import playground.Trouble;

/// «Blocking abusive people», those who ask and those who help.
class SosBlockingTest extends Coordination {
  @Test
  void a_volunteer_who_is_blocked_loses_the_request_and_it_is_searched_for_anew() {
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    beso.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    nana.sees("Ana идёт на помощь");
    cardShows("взял(а) @ana");

    general("Nino").writes("/block @Ana");
    groupShows("Больше не слышим: @ana");
    ana.sees("Координаторы закрыли вам доступ к тревожной кнопке. Если есть угроза жизни, звоните:\n112");
    nana.sees("Ana не сможет помочь. Ищем дальше.");
    beso.sees("Нужна помощь");
    cardShows("ищем помощь");
    town.settles();
    assertThat(ana.fromBot()).noneMatch(message -> message.type().equals("location"));
    ana.writes("Почему?");
    ana.starts("");
    ana.seesNothingNew();
    beso.presses("Взять в работу");
    beso.sees("Вы помогаете");
  }

  @Test
  void nor_does_the_place_stay_with_them_that_they_say_they_have_helped_at() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.seesMessage("the point", message -> message.type().equals("location"));
    ana.presses("Выполнена");
    nana.sees("Это так?");
    general("Nino").writes("/block @ana");
    ana.sees("Координаторы закрыли вам доступ");
    town.settles();
    assertThat(ana.fromBot()).noneMatch(message -> message.type().equals("location"));
  }

  /// Whoever can be reached again hears of what is open; but not whoever isn't to hear of it.
  @Test
  void nor_do_they_hear_of_it_by_stopping_the_bot_and_starting_it_again() {
    Client ana = volunteer("Ana");
    general("Nino").writes("/block @ana");
    ana.sees("Координаторы закрыли вам доступ");
    asks("Упало дерево");
    town.settles();
    ana.chat.blocks();
    town.settles();
    ana.chat.unblocks();
    ana.starts("");
    town.settles();
    assertThat(ana.texts()).noneMatch(text -> text.contains("Упало дерево"));
  }

  @Test
  void a_press_of_somebody_who_is_blocked_ends_without_a_word_and_does_nothing() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    Message copy = ana.sees("Нужна помощь");
    general("Nino").writes("/block @ana");
    ana.sees("Координаторы закрыли вам доступ");
    town.settles();
    assertThat(ana.chat.message(copy.id()).orElseThrow().text()).isEqualTo("Просьба #0001 вам больше не видна.");
    pass(Duration.ofMinutes(2).plusSeconds(30));
    long questions = questions();

    Press press = ana.chat.pressesStale(copy.id(), copy.button("Взять в работу").orElseThrow().data());
    assertThat(press.answer()).isEmpty();
    assertThat(press.alert()).isFalse();
    ana.seesNothingNew();
    assertThat(questions()).isEqualTo(questions);
    cardShows("ищем помощь");
    nana.sees("Сейчас помощников на связи нет");
    nana.seesNothingNew();
  }

  @Test
  void a_press_that_waits_for_the_messengers_word_ends_when_its_author_is_blocked_meanwhile() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    cardShows("ищем помощь");
    pass(Duration.ofMinutes(2).plusSeconds(30));
    Fault silence = Fault.of(Fault.Kind.SILENCE).forMethods("getChatMember").inChat(town.tbilisi.id());
    try (Trouble _ = town.stage.playground.fault(silence)) {
      Press press = ana.pressed("Взять в работу");
      town.await("the question who she is", () -> openQuestions() == 1);
      general("Nino").writes("/block @ana");
      assertThat(press.answer()).isEmpty();
      assertThat(press.alert()).isFalse();
    }
    ana.sees("Координаторы закрыли вам доступ");
    town.settlesAtLast();
    ana.seesNothingNew();
    nana.seesNothingNew();
    cardShows("ищем помощь");
    assertThat(openQuestions()).isZero();
  }

  private long openQuestions() {
    return town.count("select count(*) from membership_question where workspace_id = %s");
  }

  private long questions() {
    return town.stage.playground.calls("getChatMember").stream().filter(call -> call.bot() == town.bot.id()).count();
  }

  @Test
  void who_is_heard_again_is_told_and_sees_what_is_open() {
    Client ana = volunteer("Ana");
    general("Nino").writes("/block @ana");
    ana.sees("Координаторы закрыли вам доступ");
    volunteer("Beso");
    asks("Упало дерево");
    cardShows("ищем помощь");
    ana.seesNothingNew();
    general("Nino").writes("/unblock @ana");
    groupShows("Снова слышим: @ana");
    ana.sees("Координаторы снова открыли вам доступ");
    ana.sees("Нужна помощь");
  }

  @Test
  void a_form_in_the_middle_is_dropped_without_a_trace_or_a_reminder() {
    volunteer("Ana");
    nana = town.person("Nana", "nana", "ru");
    comes(nana);
    nana.presses("Мне нужна помощь");
    nana.sees("Что случилось?");
    nana.writes("Слова для просьбы");
    nana.sees("Где вы?");
    nana.writes("Руставели 24");
    Message summary = nana.sees("Проверьте, пожалуйста");
    String send = summary.button("Отправить").orElseThrow().data();
    general("Nino").writes("/block @nana");
    nana.sees("Координаторы закрыли вам доступ");
    pass(Duration.ofMinutes(20));
    nana.chat.pressesStale(summary.id(), send);
    nana.seesNothingNew();
    assertThat(town.count("select count(*) from message where workspace_id = %s and text like '%%Слова%%'")).isZero();
    assertThat(town.count("select count(*) from ticket where workspace_id = %s")).isZero();
  }

  @Test
  void whom_a_command_names_is_understood_or_asked_back() {
    asks("Упало дерево");
    cardShows("ищем помощь");
    general("Nino").writes("/block");
    groupShows("Кого? Автора просьбы: /block 12");
    general("Nino").writes("/block 77");
    groupShows("Такого человека или просьбы бот не знает.");
    general("Nino").writes("/block id5102");
    groupShows("Координатора заблокировать нельзя.");
    general("Nino").replies(card().id(), "/block");
    general("Nino").writes("/block #0001");
    groupShows("Больше не слышим: автор просьбы #0001.");
    cardShows("закрыта, человек заблокирован");
    nana.sees("Координаторы закрыли вам доступ");
    general("Nino").writes("/block 1");
    groupShows("Уже не слышим: автор просьбы #0001.");
    hands("Nino").writes("/unblock");
    groupShows("Снова слышим: автор просьбы #0001.");
    hands("Nino").writes("/unblock");
    groupShows("И так слышим: автор просьбы #0001.");
  }

  @Test
  void whoever_is_blocked_hears_nothing_more_of_those_they_helped_or_were_to_help() {
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    asks("Упало дерево");
    Message seen = beso.sees("Нужна помощь");
    ana.sees("Нужна помощь");
    general("Nino").writes("/block @beso");
    beso.sees("Координаторы закрыли вам доступ");
    nana.writes("И крыша");
    nana.sees("Добавили к просьбе");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    ana.presses("Выполнена");
    nana.sees("Это так?");
    general("Nino").writes("/block @ana");
    ana.sees("Координаторы закрыли вам доступ");
    nana.sends(playground.Media.location(41.7311, 44.7922));
    nana.sees("Того, кто вам помогал, здесь больше нет");
    nana.writes("Вы где?");
    nana.sees("Того, кто вам помогал, здесь больше нет");
    town.settles();
    assertThat(ana.fromBot()).noneMatch(message -> message.type().equals("location"))
        .noneMatch(message -> message.text().contains("Вы где?"));
    assertThat(beso.chat.message(seen.id()).orElseThrow().text()).isEqualTo("Просьба #0001 вам больше не видна.");

    general("Nino").writes("/unblock @beso");
    nana.presses("Помощь ещё нужна");
    nana.sees("снова ищем");
    assertThat(beso.sees("Нужна помощь").text()).contains("И крыша");
  }

  @Test
  void nor_do_their_corrections_reach_anybody() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    int words = ana.writes("Еду");
    nana.sees("Еду");
    ana.presses("Выполнена");
    nana.sees("Это так?");
    general("Nino").writes("/block @ana");
    ana.sees("Координаторы закрыли вам доступ");
    ana.chat.edits(words, "Сама виновата");
    nana.seesNothingNew();
  }
}
