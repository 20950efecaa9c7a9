package otklik.conversations;

import java.time.Duration;
import java.util.List;
import playground.Right;

/// A group in which the bot may not pin anything.
final class UnpinnedCardSituations extends DeskSituations {
  UnpinnedCardSituations(Desk desk) {
    super(desk);
  }

  @Override
  List<Situation> all() {
    return List.of(Situation.of("a card may not be pinned", () -> {
      desk.settles();
      desk.group.promote(desk.bot, Right.CAN_MANAGE_TOPICS, Right.CAN_DELETE_MESSAGES);
      comes("Olena").bound("ACME-1").opensTicket("Другое", "Это Olena");
      desk.await("the pin to wait",
          () -> desk.count("select count(*) from timer where workspace_id = %s and kind = 'helpdesk.pin'") == 1);
    }).then(() -> desk.group.promote(desk.bot))
        .later(Duration.ofMinutes(1), () -> roomOf(again("Olena")).cardShows("● Описание: Это Olena")));
  }
}
