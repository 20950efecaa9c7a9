package otklik.conversations;

import java.util.List;
import playground.Fault;

/// A group that takes topics and no words: the card waits, and that it is pinned waits behind it.
final class UnshownCardSituations extends DeskSituations {
  UnshownCardSituations(Desk desk) {
    super(desk);
  }

  @Override
  List<Situation> all() {
    return List.of(Situation.of("a card is to be shown and pinned", () -> {
      desk.settles();
      Client olena = comes("Olena").bound("ACME-1");
      desk.settles();
      desk.stage.playground.fault(Fault.tooManyRequests(60).forMethods("sendMessage").inChat(desk.group.id()));
      olena.opensTicket("Другое", "Это Olena");
      isOwed("pin", 1);
    }).then(() -> roomOf(again("Olena")).cardShows("● Описание: Это Olena")));
  }
}
