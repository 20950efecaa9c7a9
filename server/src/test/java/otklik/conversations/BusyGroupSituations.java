package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import playground.Fault;
import playground.Trouble;

/// A group that is granted less than there is to say has been so a moment ago, too: operators are told again later.
final class BusyGroupSituations extends DeskSituations {
  private static final String OVERLOADED = "Группа перегружена";
  private static final String LOAD = "select count(*) from timer where workspace_id = %s and kind = 'helpdesk.load'";

  BusyGroupSituations(Desk desk) {
    super(desk);
  }

  @Override
  List<Situation> all() {
    return List.of(Situation.of("a group is busy again", () -> {
      Client olena = comesSlowly();
      mustBeQuiet(olena, "первое");
      desk.await("operators to be told", () -> passes() && told("Группа снова справляется") == 1);
      mustBeQuiet(olena, "второе");
      desk.await("the time to be set", () -> passes() && desk.count(LOAD) == 1);
      desk.await("the words", () -> passes() && roomOf(olena).texts().contains("второе"));
    }).later(Duration.ofMinutes(11), () -> {
      desk.await("the timer to ring", () -> desk.count(LOAD) == 0);
      desk.settles();
      assertThat(told(OVERLOADED)).isEqualTo(1);
      Client olena = again("Olena");
      olena.writes("третье");
      roomOf(olena).shows("третье");
    }));
  }

  /// Here the program keeps the messenger's limits: words take time.
  private Client comesSlowly() {
    Client olena = comes("Olena");
    olena.starts("ACME-1");
    isTold(olena, "Выберите, что случилось");
    olena.presses("Другое");
    isTold(olena, "Расскажите, что случилось");
    olena.writes("Это Olena");
    isTold(olena, "Можно прикрепить");
    olena.presses("Пропустить");
    isTold(olena, "принято");
    desk.await("the card", () -> passes() && desk.count("select count(*) from ticket where workspace_id = %s"
        + " and card_id is not null") == 1);
    desk.await("all to be sent", () -> passes() && desk.count("select count(*) from delivery where workspace_id = %s"
        + " and state = 'pending'") == 0);
    return olena;
  }

  private void isTold(Client client, String words) {
    desk.await("Olena to see «" + words + "»",
        () -> passes() && client.texts().stream().anyMatch(text -> text.contains(words)));
  }

  private void mustBeQuiet(Client client, String words) {
    Trouble trouble = desk.stage.playground.fault(Fault.tooManyRequests(20).inChat(desk.group.id()).times(1));
    client.writes(words);
    desk.isQuiet(desk.group.id(), trouble);
  }

  private long told(String words) {
    return desk.group.messages(0).stream().filter(message -> message.text().contains(words)).count();
  }
}
