package otklik.conversations;

import java.time.Duration;
import java.util.List;
import playground.Fault;
import playground.Fault.Kind;

/// A group in which no topics are made at the moment.
final class TroubledDeskSituations extends DeskSituations {
  TroubledDeskSituations(Desk desk) {
    super(desk);
  }

  @Override
  List<Situation> all() {
    return List.of(Situation.of("topics aren't opened", () -> {
      desk.settles();
      desk.stage.playground.fault(Fault.of(Kind.BAD_GATEWAY).forMethods("createForumTopic").inChat(desk.group.id()));
      comes("Olena").bound("ACME-1").opensTicket("Другое", "Это Olena");
      comes("Timur").withoutCode("Лавка", "Это Timur");
      desk.await("both to be tried again later",
          () -> passes() && waits("helpdesk.room") && waits("helpdesk.triage-room"));
    }).later(Duration.ofMinutes(12), () -> {
      roomOf(again("Olena")).cardShows("● Описание: Это Olena");
      desk.topic(TRIAGE).shows("● Описание: Это Timur");
    }));
  }

  private boolean waits(String timer) {
    return desk.count("select count(*) from timer where workspace_id = %s and kind = '" + timer + "'") == 1;
  }
}
