package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.kernel.TicketId;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// A request has found its volunteer: both of them hear of each other, and everybody else that nobody is needed.
@Component
final class RequestTaken {
  private final Requests requests;
  private final VolunteerSearch volunteerSearch;
  private final PendingClosings pendingClosings;
  private final TakerTime time;
  private final RequestForm requestForm;
  private final TakerBriefing takerBriefing;
  private final Cases cases;
  private final Notifications notifications;
  private final RequestViews requestViews;
  private final Timeline timeline;

  RequestTaken(Requests requests, VolunteerSearch volunteerSearch, PendingClosings pendingClosings, TakerTime time,
      RequestForm requestForm, TakerBriefing takerBriefing, Cases cases,
      Notifications notifications, RequestViews requestViews, Timeline timeline) {
    this.requests = requests;
    this.volunteerSearch = volunteerSearch;
    this.pendingClosings = pendingClosings;
    this.time = time;
    this.requestForm = requestForm;
    this.takerBriefing = takerBriefing;
    this.cases = cases;
    this.notifications = notifications;
    this.requestViews = requestViews;
    this.timeline = timeline;
  }

  /// The ticket was moved in this transaction.
  void taken(Visitor volunteer, TicketId id) throws Exception {
    Turn turn = volunteer.turn();
    requests.taken(turn, id);
    timeline.note(turn, id, "taken", volunteer.person().id(), null);
    volunteerSearch.end(turn, id);
    pendingClosings.settle(turn, id);
    pendingClosings.overrule(turn, id);
    time.heard(turn, id);
    Case it = cases.read(turn, id);
    requestForm.makeWay(volunteer);
    takerBriefing.give(volunteer, it);
    time.placeTold(turn, id);
    notifications.toPerson(turn, it.ticket(), "emergency.helping.person.taken",
        "name", volunteer.person().spokenName(), "contact", volunteer.person());
    requestViews.refresh(turn, id);
  }
}
