package otklik.emergency;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.forms.Forms;
import otklik.kernel.PersonId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// The only way in which a request is closed.
@Component
final class RequestClosing {
  private final Tickets tickets;
  private final Requests requests;
  private final Timeline timeline;
  private final PendingClosings pendingClosings;
  private final Timers timers;
  private final Visitors visitors;
  private final Forms forms;
  private final PlaceTraces placeTraces;
  private final ClosingTexts closingTexts;
  private final VolunteerCopies volunteerCopies;
  private final RequestCards requestCards;

  RequestClosing(Tickets tickets, Requests requests, Timeline timeline, PendingClosings pendingClosings, Timers timers,
      Visitors visitors, Forms forms, PlaceTraces placeTraces, ClosingTexts closingTexts,
      VolunteerCopies volunteerCopies, RequestCards requestCards) {
    this.tickets = tickets;
    this.requests = requests;
    this.timeline = timeline;
    this.pendingClosings = pendingClosings;
    this.timers = timers;
    this.visitors = visitors;
    this.forms = forms;
    this.placeTraces = placeTraces;
    this.closingTexts = closingTexts;
    this.volunteerCopies = volunteerCopies;
    this.requestCards = requestCards;
  }

  /// Closes the request, forgets the exact place and tells both sides, except whoever did it.
  ///
  /// @param ticket as it was read
  /// @param by     null when nobody in particular did it
  /// @return false when somebody else moved the ticket first: then nothing changed
  boolean end(Turn turn, Ticket ticket, Request.Ending why, @Nullable PersonId by) throws Exception {
    if (!(RequestLifecycle.decide(RequestLifecycle.stateOf(ticket), new RequestLifecycle.Command.End())
        instanceof RequestLifecycle.Decision.Moved(var to, var owner))
        || !tickets.move(turn, ticket, to, owner)) {
      return false;
    }
    requests.ended(turn, ticket.id(), why);
    timeline.note(turn, ticket.id(), "closed", by, why.name());
    pendingClosings.settle(turn, ticket.id());
    timers.cancelAbout(turn, Long.toString(ticket.id().value()));
    Visitor helper = visitors.helper(turn, ticket).orElse(null);
    if (helper != null) {
      forms.endAt(helper, new EmergencyStep.Returning(ticket.id().value()));
    }
    placeTraces.erase(turn, ticket);
    closingTexts.say(turn, ticket, helper, why, by);
    volunteerCopies.refresh(turn, ticket.id());
    requestCards.refresh(turn, ticket.id());
    return true;
  }
}
