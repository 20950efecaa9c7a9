package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Media;
import playground.Message;

/// A group that is granted less than there is to say.
class LoadTest extends Conversation {
  @BeforeEach
  void takeADeskWithLimits() {
    desk = desk.stage.newLimitedDesk();
  }

  private Client ticketOf(String name) {
    return person(name).bound("ACME-1").opensTicket("Доступы и роли", "Нужен доступ");
  }

  /// From its next message on the group is asked to be quiet for so many seconds.
  private void mustBeQuiet(Client client, int seconds) {
    desk.settles();
    playground.Trouble trouble = desk.stage.playground.fault(
        Fault.tooManyRequests(seconds).inChat(desk.group.id()).times(1));
    client.writes("первое");
    desk.isQuiet(desk.group.id(), trouble);
  }

  @Tag("slow")
  @Test
  void what_a_person_writes_while_the_group_must_be_quiet_arrives_in_one_message() {
    Client olena = ticketOf("Olena");
    Room room = desk.topic("#0001");
    room.card();
    mustBeQuiet(olena, 5);
    int second = olena.writes("второе");
    int third = olena.writes("третье");
    olena.sends(Media.photo("фото"));
    olena.writes("четвёртое");
    olena.writes("пятое");

    Message joined = room.shows("первое");
    room.showsMessage("the photo", message -> message.type().equals("photo"));
    Message last = room.shows("четвёртое");
    assertThat(joined.text()).isEqualTo("первое\nвторое\nтретье");
    assertThat(last.text()).isEqualTo("четвёртое\nпятое");
    desk.settles();
    assertThat(desk.count("select count(*) from message where workspace_id = %s and copy_id = '" + joined.id() + "'"))
        .isEqualTo(3);

    room.operator("Marek").replies(joined.id(), "Понятно");
    assertThat(olena.sees("Понятно").replyTo()).isEqualTo(third);
    olena.chat.replies(second, "Это важнее всего");
    assertThat(room.shows("Это важнее всего").replyTo()).isEqualTo(joined.id());
  }

  @Tag("slow")
  @Test
  void what_is_changed_in_words_that_were_joined_changes_there_alone() {
    Client olena = ticketOf("Olena");
    Room room = desk.topic("#0001");
    room.card();
    mustBeQuiet(olena, 5);
    int second = olena.writes("второе");
    int third = olena.writes("третье");
    int joined = room.shows("первое").id();
    olena.chat.edits(third, "третье и последнее");
    olena.chat.edits(second, "второе, главное");
    desk.await("the joined words to change", () -> room.messages().stream().anyMatch(message -> message.id() == joined
        && message.text().equals("первое\nвторое, главное\nтретье и последнее")));
  }

  @Tag("slow")
  @Test
  void what_waits_to_be_joined_survives_a_restart() {
    Client olena = ticketOf("Olena");
    Client timur = ticketOf("Timur");
    Room first = desk.topic("#0001");
    Room second = desk.topic("#0002");
    first.card();
    second.card();
    mustBeQuiet(olena, 5);
    for (int i = 1; i <= 3; i++) {
      olena.writes("Олена " + i);
      timur.writes("Тимур " + i);
    }
    desk.restart();
    olena.writes("последнее");
    timur.writes("последнее");
    first.shows("последнее");
    second.shows("последнее");
    assertThat(lines(first)).containsExactly("первое", "Олена 1", "Олена 2", "Олена 3", "последнее");
    assertThat(lines(second)).containsExactly("Тимур 1", "Тимур 2", "Тимур 3", "последнее");
  }

  private static List<String> lines(Room room) {
    return room.texts().stream().flatMap(String::lines).toList();
  }

  @Tag("slow")
  @Test
  void while_the_first_group_is_overloaded_new_tickets_are_opened_in_the_second() {
    desk = desk.stage.newOverflowingDesk();
    Client olena = ticketOf("Olena");
    desk.topic("#0001").card();
    Client timur = person("Timur").bound("ACME-1");
    timur.presses("Другое");
    timur.sees("Расскажите, что случилось");
    timur.writes("Тоже сломалось");
    timur.sees("Можно прикрепить");
    mustBeQuiet(olena, 20);
    timur.presses("Пропустить");

    Room room = desk.topic(desk.second, "#0002");
    room.operator("Marek").writes("Добрый день");
    timur.sees("Добрый день");
    timur.writes("Здравствуйте");
    room.shows("Здравствуйте");
    assertThat(room.operator("Ina").presses("Взять в работу")).isEqualTo("Обращение ваше");
    room.cardShows("In progress (@ina)");
    desk.await("the operators to be told", () -> inGeneral().contains("Группа перегружена"));
    desk.await("the end to be told", () -> inGeneral().contains("Группа снова справляется"));
    desk.settles();

    ticketOf("Marta");
    desk.topic("#0003").shows("#0003");
    assertThat(desk.second.topics()).hasSize(1);
  }

  private String inGeneral() {
    return desk.group.messages(0).stream().map(Message::text).reduce("", (all, next) -> all + "\n" + next);
  }

  @Tag("slow")
  @Test
  void a_helper_says_what_the_bot_has_no_budget_for_and_both_are_answered() {
    desk = desk.stage.newHelpedDesk();
    Client olena = ticketOf("Olena");
    Room room = desk.topic("#0001");
    room.card();
    List<String> words = IntStream.rangeClosed(1, 24).mapToObj(i -> "слово " + i).toList();
    words.forEach(olena::writes);
    room.shows("слово 24");
    assertThat(room.texts()).isEqualTo(words);
    Message helped = room.fromBot().stream().filter(message -> message.from() == desk.helper.id()).findFirst()
        .orElseThrow();
    room.operator("Marek").replies(helped.id(), "Вижу");
    Message answer = olena.sees("Вижу");
    assertThat(olena.chat.messages(message -> message.id() == answer.replyTo()).getFirst().text())
        .isEqualTo(helped.text());
    assertThat(room.operator("Marek").presses("Взять в работу")).isEqualTo("Обращение ваше");
    room.cardShows("In progress");
  }

  @Test
  void a_helper_that_was_thrown_out_is_done_without_and_operators_are_told() {
    desk = desk.stage.newHelpedDesk();
    desk.group.kick(desk.helper);
    Client olena = ticketOf("Olena");
    Room room = desk.topic("#0001");
    room.card();
    // More than the bot says before it asks a helper, and no more than the group grants in a minute that has just begun.
    List<String> words = IntStream.rangeClosed(1, 11).mapToObj(i -> "слово " + i).toList();
    words.forEach(olena::writes);
    room.shows("слово 11");
    assertThat(room.texts()).isEqualTo(words);
    desk.await("the operators to be told", () -> inGeneral().contains("Бот-помощник " + desk.helper.id()));
  }

  @Tag("slow")
  @Test
  void operators_answers_are_never_joined() {
    Client olena = ticketOf("Olena");
    Room room = desk.topic("#0001");
    room.card();
    desk.settles();
    playground.Trouble trouble = desk.stage.playground.fault(
        Fault.tooManyRequests(5).inChat(olena.person.id()).times(1));
    IntStream.rangeClosed(1, 3).forEach(i -> room.operator("Marek").writes("ответ " + i));
    desk.isQuiet(olena.person.id(), trouble);
    olena.sees("ответ 3");
    assertThat(olena.texts()).contains("ответ 1", "ответ 2", "ответ 3");
  }
}
