package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.people.Blocklist;
import otklik.people.People;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// What was to be closed as not urgent stays open: whoever said so thinks otherwise, the person says that it is urgent, or a
/// coordinator decides so. The last two are final for volunteers.
@Component
final class StayingOpen {
  private final PendingClosings pendingClosings;
  private final Votes votes;
  private final Requests requests;
  private final BackToPool backToPool;
  private final Timeline timeline;
  private final Helplines helplines;
  private final Notifications notifications;
  private final People people;
  private final Blocklist blocklist;
  private final RequestCards requestCards;

  StayingOpen(PendingClosings pendingClosings, Votes votes, Requests requests, BackToPool backToPool, Timeline timeline,
      Helplines helplines, Notifications notifications, People people, Blocklist blocklist, RequestCards requestCards) {
    this.pendingClosings = pendingClosings;
    this.votes = votes;
    this.requests = requests;
    this.backToPool = backToPool;
    this.timeline = timeline;
    this.helplines = helplines;
    this.notifications = notifications;
    this.people = people;
    this.blocklist = blocklist;
    this.requestCards = requestCards;
  }

  /// A volunteer takes back what they said.
  ///
  /// @param ticket isn't closed
  /// @return what they are told
  String reconsidered(Visitor volunteer, Ticket ticket) throws Exception {
    Turn turn = volunteer.turn();
    PersonId who = volunteer.person().id();
    boolean voted = votes.takeBack(turn, ticket.id(), who);
    PendingClosings.Closing closing = pendingClosings.of(turn, ticket.id()).orElse(null);
    if (!voted && (closing == null || !closing.by().equals(who))) {
      return volunteer.text("emergency.kept");
    }
    timeline.note(turn, ticket.id(), "reconsidered", who, null);
    boolean others = voted
        && votes.of(turn, ticket.id()).size() >= Emergency.settings(turn.channel()).notUrgentVotes();
    if (closing != null && others) {
      pendingClosings.isOf(turn, ticket.id(), closing, votes.of(turn, ticket.id()).getLast());
    } else if (closing != null) {
      pendingClosings.end(turn, ticket.id());
      notifications.toPerson(turn, ticket, "emergency.not-urgent.stays-open", "number", ticket.shownNumber());
    }
    requestCards.refresh(turn, ticket.id());
    return volunteer.text(closing != null && others ? "emergency.not-urgent.others" : "emergency.not-urgent.taken-back");
  }

  /// It is to be closed now, but whoever isn't heard any more decides nothing.
  ///
  /// @return false when enough others said so
  boolean lacksVotes(Turn turn, Ticket ticket) throws Exception {
    for (PersonId voter : votes.of(turn, ticket.id())) {
      if (blocklist.has(turn, voter)) {
        votes.takeBack(turn, ticket.id(), voter);
      }
    }
    if (votes.of(turn, ticket.id()).size() >= Emergency.settings(turn.channel()).notUrgentVotes()) {
      return false;
    }
    pendingClosings.end(turn, ticket.id());
    notifications.toPerson(turn, ticket, "emergency.not-urgent.stays-open", "number", ticket.shownNumber());
    requestCards.refresh(turn, ticket.id());
    return true;
  }

  /// The person says that it is urgent before it is closed. That is their appeal; coordinators hear of it.
  ///
  /// @return false when it isn't about to be closed, or they have said so before
  boolean insisted(Visitor asker, Ticket ticket) throws Exception {
    Turn turn = asker.turn();
    PendingClosings.Closing closing = pendingClosings.of(turn, ticket.id()).orElse(null);
    if (closing == null || !requests.appeal(turn, ticket.id())) {
      return false;
    }
    pendingClosings.overrule(turn, ticket.id());
    timeline.note(turn, ticket.id(), "appealed", asker.person().id(), null);
    notifications.toPerson(turn, ticket, "emergency.appeal.goes-on", "number", ticket.shownNumber(),
        "numbers", helplines.in(asker, requests.of(turn, ticket).country()));
    if (closing.by().equals(ticket.owner())) {
      backToPool.put(turn, ticket, closing.by(), null, BackToPool.Why.BY_HAND);
      pendingClosings.loseHelper(turn, ticket.id());
    } else {
      notifications.toVolunteer(turn, closing.by(), ticket, "emergency.not-urgent.insisted",
          "number", ticket.shownNumber());
    }
    requestCards.refresh(turn, ticket.id());
    requestCards.alert(turn, turn.text("emergency.appeal.note-open",
        "number", ticket.shownNumber(), "name", people.find(turn, closing.by())
            .filter(person -> !person.isErased()).map(Person::shownName)
            .orElseGet(() -> turn.text("emergency.somebody"))));
    return true;
  }

  /// A coordinator decides so.
  ///
  /// @return false when it isn't about to be closed
  boolean decided(Turn turn, Ticket ticket, PersonId coordinator) throws Exception {
    PendingClosings.Closing closing = pendingClosings.of(turn, ticket.id()).orElse(null);
    if (closing == null) {
      return false;
    }
    requests.appeal(turn, ticket.id());
    pendingClosings.overrule(turn, ticket.id());
    timeline.note(turn, ticket.id(), "left-open", coordinator, null);
    notifications.toPerson(turn, ticket, "emergency.not-urgent.stays-open", "number", ticket.shownNumber());
    notifications.toVolunteer(turn, closing.by(), ticket, "emergency.not-urgent.left-open",
        "number", ticket.shownNumber());
    requestCards.refresh(turn, ticket.id());
    return true;
  }
}
