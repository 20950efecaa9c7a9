package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Group;
import playground.GroupHands;
import playground.Message;
import playground.Right;

/// `/forget` reaches what isn't in the person's own topic: the second group, topics that were lost, what the desk said of
/// them where others read it.
class ForgetElsewhereTest extends Erasure {
  /// Nothing that the bot said, in General and in all topics, names the person.
  private void saysNothing(Group group) {
    Stream<Integer> places = Stream.concat(Stream.of(0), group.topics().stream().filter(topic -> !topic.deleted())
        .map(topic -> topic.id()));
    List<String> said = places.flatMap(place -> group.messages(place).stream())
        .filter(message -> desk.isBot(message.from())).map(Message::text).toList();
    assertThat(said).noneMatch(text -> text.contains(marker) || text.contains(username));
  }

  private void asksIn(Group group, GroupHands place, String command, String answer) {
    int given = place.writes(command);
    desk.await(answer, () -> group.messages(place.threadId()).stream()
        .anyMatch(message -> message.replyTo() == given && message.text().contains(answer)));
  }

  /// A person whose ticket was opened in the second group, because the first one was busy with somebody else's.
  private Client inSecondGroup() {
    desk = desk.stage.newOverflowingDesk();
    markThePerson();
    Client timur = ticketOf("Timur");
    Client olena = marked().bound("ACME-1");
    olena.presses("Другое");
    olena.sees("Расскажите, что случилось");
    olena.writes("Это " + marker);
    olena.sees("Можно прикрепить");
    desk.settles();
    playground.Trouble trouble = playground().fault(Fault.tooManyRequests(13).inChat(desk.group.id()).times(1));
    timur.writes("первое");
    desk.isQuiet(desk.group.id(), trouble);
    olena.presses("Пропустить");
    olena.sees("#0002 принято");
    desk.topic(desk.second, "#0002").card();
    return olena;
  }

  @Tag("slow")
  @Test
  void in_the_second_group_too_their_topic_and_all_that_was_said_of_them_are_gone() {
    Client olena = inSecondGroup();
    Room room = desk.topic(desk.second, "#0002");
    room.operator("Marek").writes("Здравствуйте, " + marker);
    olena.sees("Здравствуйте");
    olena.writes("Я тут, " + marker);
    room.shows("Я тут");
    asksIn(desk.second, desk.operator("Marek").in(desk.second), "/find " + marker, "#0002 ·");
    asksIn(desk.group, desk.operator("Marek").in(desk.group), "/find " + marker, "#0002 ·");
    asksIn(desk.group, desk.topic("#0001").operator("Marek").hands(), "/find 2", "#0002 ·");
    desk.settles();

    forgets(olena);

    isForgotten(olena);
    assertThat(desk.second.topics()).hasSize(1).allMatch(topic -> topic.deleted());
    saysNothing(desk.second);
    saysNothing(desk.group);
    assertThat(desk.value("select left_over from erasure where workspace_id = %s")).isEqualTo("0");
  }

  @Tag("slow")
  @Test
  void what_cannot_be_deleted_in_the_second_group_is_told_there() {
    Client olena = inSecondGroup();
    desk.settles();
    desk.second.promote(desk.bot, Right.CAN_MANAGE_TOPICS, Right.CAN_PIN_MESSAGES);

    forgets(olena);

    desk.await("a line in its General", () -> desk.second.messages(0).stream()
        .anyMatch(message -> message.text().contains("тему обращения #0002 мессенджер удалить не дал")));
    isForgotten(olena);
  }

  @Test
  void what_was_said_in_a_topic_that_was_lost_is_forgotten() {
    Client olena = marked().bound("ACME-1").opensTicket("Другое", "Это " + marker);
    Room lost = desk.topic("#0001");
    lost.card();
    lost.operator("Marek").writes("Здравствуйте, " + marker);
    olena.sees("Здравствуйте");
    lost.operator("Marek").writes("/find " + marker);
    lost.shows("#0001 ·");
    desk.settles();
    lost.operator("Marek").hands().deletesTopic();
    olena.writes("Есть кто?");
    desk.await("another topic", () -> desk.topics().size() == 2);
    desk.topic("#0001").shows("Есть кто?");
    desk.settles();

    forgets(olena);

    isForgotten(olena);
    assertThat(desk.topics()).allMatch(topic -> topic.deleted());
  }

  @Test
  void lines_about_somebody_are_gone_though_they_never_had_a_ticket() {
    Client eve = marked();
    for (int i = 1; i <= 30; i++) {
      eve.writes("спам, спам и спам " + i);
    }
    Room triage = desk.topic("UNKNOWN/TRIAGE");
    desk.settles();
    eve.writes("и ещё спам");
    triage.shows(username + " (id: " + eve.person.id() + ") пишет слишком много");
    asksIn(desk.group, desk.operator("Marek").in(desk.group), "/unblock " + eve.person.id(), "и так не заблокирован");
    desk.settles();
    desk.stage.time.advance(Duration.ofMinutes(11));

    forgets(eve);

    isForgotten(eve);
    saysNothing(desk.group);
  }
}
