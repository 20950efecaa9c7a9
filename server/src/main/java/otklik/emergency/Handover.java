package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.kernel.TicketId;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// A request has found its volunteer: both of them hear of each other, and everybody else that nobody is needed.
@Component
final class Handover {
  private final Requests requests;
  private final Search search;
  private final Closings closings;
  private final TakersTime time;
  private final Form form;
  private final Outfit outfit;
  private final Cases cases;
  private final Letters letters;
  private final Views views;
  private final Timeline timeline;

  Handover(Requests requests, Search search, Closings closings, TakersTime time, Form form, Outfit outfit, Cases cases,
      Letters letters, Views views, Timeline timeline) {
    this.requests = requests;
    this.search = search;
    this.closings = closings;
    this.time = time;
    this.form = form;
    this.outfit = outfit;
    this.cases = cases;
    this.letters = letters;
    this.views = views;
    this.timeline = timeline;
  }

  /// The ticket was moved in this transaction.
  void taken(Visitor volunteer, TicketId id) throws Exception {
    Turn turn = volunteer.turn();
    requests.taken(turn, id);
    timeline.note(turn, id, "taken", volunteer.person().id(), null);
    search.end(turn, id);
    closings.settle(turn, id);
    closings.overrule(turn, id);
    time.heard(turn, id);
    Case it = cases.read(turn, id);
    form.makeWay(volunteer);
    outfit.give(volunteer, it);
    time.placeTold(turn, id);
    letters.toPerson(turn, it.ticket(), "emergency.helping.person.taken",
        "name", volunteer.person().spokenName(), "contact", volunteer.person());
    views.refresh(turn, id);
  }
}
