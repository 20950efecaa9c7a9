package otklik.emergency.helping;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.dialogs.Visitor;
import otklik.emergency.cards.CoordinatorButtons;
import otklik.emergency.cards.RequestCards;
import otklik.emergency.people.Helplines;
import otklik.emergency.requests.PendingClosings;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.Visitors;
import otklik.emergency.settings.Durations;
import otklik.emergency.settings.EmergencyButton;
import otklik.people.Actor;
import otklik.talk.Press;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// A volunteer is asked once more whether a request isn't urgent: a tap is quickly made. When it is to be closed for that,
/// everybody whom it concerns is told while it can be prevented.
@Component
final class NotUrgentConfirm {
  private final PendingClosings pendingClosings;
  private final Requests requests;
  private final Timeline timeline;
  private final Visitors visitors;
  private final Helplines helplines;
  private final RequestCards requestCards;

  NotUrgentConfirm(PendingClosings pendingClosings, Requests requests, Timeline timeline, Visitors visitors,
      Helplines helplines, RequestCards requestCards) {
    this.pendingClosings = pendingClosings;
    this.requests = requests;
    this.timeline = timeline;
    this.visitors = visitors;
    this.helplines = helplines;
    this.requestCards = requestCards;
  }

  /// @param action what the volunteer pressed
  Response ask(Visitor volunteer, Ticket ticket, Press.Kind action) throws Exception {
    pendingClosings.ask(volunteer.turn(), ticket.id(), volunteer.says(
        volunteer.text("emergency.not-urgent.ask", "number", ticket.shownNumber()), List.of(
            List.of(volunteer.button("emergency.not-urgent.surely",
                Press.of(action, ticket.id(), CoordinatorButtons.SURELY).data())),
            List.of(leaveOpen(volunteer, ticket)))));
    return new Response.Now(null, false, true);
  }

  /// It will be closed in a while.
  ///
  /// @return what the volunteer is told
  String begin(Visitor volunteer, Ticket ticket) throws Exception {
    Turn turn = volunteer.turn();
    if (pendingClosings.of(turn, ticket.id()).isPresent()) {
      requestCards.refresh(turn, ticket.id());
      return volunteer.text("emergency.not-urgent.closes-too", "number", ticket.shownNumber());
    }
    Visitor asker = visitors.asker(turn, ticket).orElse(null);
    pendingClosings.begin(turn, ticket.id(), volunteer.person().id(),
        asker == null ? null : warning(asker, ticket));
    timeline.note(turn, ticket.id(), "not-urgent", Actor.of(volunteer.person().id()), null);
    pendingClosings.say(turn, ticket.id(),
        volunteer.says(closes(volunteer, ticket), List.of(List.of(leaveOpen(volunteer, ticket)))));
    requestCards.refresh(turn, ticket.id());
    return closes(volunteer, ticket);
  }

  private Call warning(Visitor asker, Ticket ticket) throws Exception {
    return asker.says(
        asker.text("emergency.not-urgent.asker", "number", ticket.shownNumber(),
            "time", Durations.inWords(asker, PendingClosings.WHILE),
            "numbers", helplines.in(asker, requests.of(asker.turn(), ticket).country())),
        List.of(List.of(asker.button("emergency.button.appeal",
            Press.of(EmergencyButton.APPEAL, ticket.id()).data()))));
  }

  private static String closes(Visitor volunteer, Ticket ticket) {
    return volunteer.text("emergency.not-urgent.closes", "number", ticket.shownNumber(),
        "time", Durations.inWords(volunteer, PendingClosings.WHILE));
  }

  private static Button leaveOpen(Visitor volunteer, Ticket ticket) {
    return volunteer.button("emergency.not-urgent.leave-open",
        Press.of(EmergencyButton.LEAVE_OPEN, ticket.id()).data());
  }
}
