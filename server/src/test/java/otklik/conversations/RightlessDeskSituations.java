package otklik.conversations;

import java.time.Duration;
import java.util.List;
import playground.Right;

/// A bot that has just lost the right to open topics. The timers stand still.
final class RightlessDeskSituations extends DeskSituations {
  RightlessDeskSituations(Desk desk) {
    super(desk);
  }

  @Override
  List<Situation> all() {
    return List.of(Situation.of("the bot may open no topics", () -> {
      desk.group.promote(desk.bot, Right.CAN_PIN_MESSAGES);
      comes("Olena").bound("ACME-1").opensTicket("Другое", "Это Olena");
      desk.await("the trouble to be noted",
          () -> desk.count("select count(*) from timer where workspace_id = %s and kind = 'helpdesk.rehousing'") == 1);
    }).then(() -> desk.group.promote(desk.bot))
        .later(Duration.ofMinutes(1), () -> roomOf(again("Olena")).cardShows("● Описание: Это Olena")));
  }
}
