package otklik.emergency;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.forms.Forms;
import otklik.kernel.PersonId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// A volunteer doesn't have a request any more: it is searched for anew at once, and both sides are told.
@Component
final class BackToPool {
  /// In the timeline, with what was said of it.
  static final String RETURNED = "returned";

  private final Tickets tickets;
  private final PoolRows rows;
  private final TakerTime time;
  private final PlaceTraces placeTraces;
  private final VolunteerSearch volunteerSearch;
  private final RequestViews requestViews;
  private final Notifications notifications;
  private final Forms forms;
  private final Timeline timeline;

  enum Why {
    BY_HAND,
    SILENT,
    UNREACHABLE,
    /// Coordinators don't hear the volunteer any more, and have told them so.
    BLOCKED,
    /// They had themself forgotten: nobody names them any more.
    FORGOTTEN
  }

  BackToPool(Tickets tickets, PoolRows rows, TakerTime time, PlaceTraces placeTraces, VolunteerSearch volunteerSearch,
      RequestViews requestViews, Notifications notifications, Forms forms, Timeline timeline) {
    this.tickets = tickets;
    this.rows = rows;
    this.time = time;
    this.placeTraces = placeTraces;
    this.volunteerSearch = volunteerSearch;
    this.requestViews = requestViews;
    this.notifications = notifications;
    this.forms = forms;
    this.timeline = timeline;
  }

  /// False when they don't have it: then nothing happened.
  ///
  /// @param remark travels with the request
  boolean put(Turn turn, Ticket ticket, PersonId volunteer, @Nullable String remark, Why why) throws Exception {
    if (!(RequestLifecycle.decide(RequestLifecycle.stateOf(ticket), new RequestLifecycle.Command.Return(volunteer))
        instanceof RequestLifecycle.Decision.Moved(var to, var owner)) || !tickets.move(turn, ticket, to, owner)) {
      return false;
    }
    rows.returned(turn, ticket.id(), volunteer, remark);
    timeline.note(turn, ticket.id(), RETURNED, volunteer, remark);
    time.end(turn, ticket.id());
    placeTraces.takeBack(turn, ticket.id(), volunteer);
    tell(turn, ticket, volunteer, why);
    requestViews.refresh(turn, ticket.id());
    volunteerSearch.begin(turn, tickets.find(turn, ticket.id()).orElseThrow());
    return true;
  }

  private void tell(Turn turn, Ticket ticket, PersonId volunteer, Why why) throws Exception {
    Visitor visitor = notifications.visitor(turn, volunteer);
    forms.endAt(visitor, new EmergencyStep.Returning(ticket.id().value()));
    notifications.toPerson(turn, ticket, switch (why) {
      case BY_HAND, BLOCKED -> "emergency.helping.person.returned";
      case SILENT -> "emergency.helping.person.silent";
      case UNREACHABLE -> "emergency.helping.person.unreachable";
      case FORGOTTEN -> "emergency.helping.person.gone";
    }, "name", visitor.person().spokenName());
    switch (why) {
      case BY_HAND -> notifications.toVolunteer(turn, volunteer, ticket, "emergency.helping.returned",
          "number", ticket.shownNumber());
      case SILENT -> notifications.toVolunteer(turn, volunteer, ticket, "emergency.helping.silent",
          "number", ticket.shownNumber());
      case UNREACHABLE, BLOCKED, FORGOTTEN -> {
        // Nothing reaches them, or they know.
      }
    }
  }
}
