package otklik.emergency.helping;

import org.springframework.stereotype.Component;
import otklik.commands.Commands;
import otklik.dialogs.Visitor;
import otklik.emergency.cards.RequestCards;
import otklik.emergency.requests.Notifications;
import otklik.emergency.requests.PendingClosings;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.requests.Votes;
import otklik.emergency.settings.EmergencySettings;
import otklik.kernel.PersonId;
import otklik.people.Actor;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// What was to be closed as not urgent stays open: whoever said so thinks otherwise, the person says that it is urgent, or a
/// coordinator decides so. The last two are final for volunteers.
@Component
public final class StayingOpen {
  private final PendingClosings pendingClosings;
  private final Votes votes;
  private final Commands commands;
  private final Timeline timeline;
  private final Notifications notifications;
  private final RequestCards requestCards;

  StayingOpen(PendingClosings pendingClosings, Votes votes, Commands commands, Timeline timeline,
      Notifications notifications, RequestCards requestCards) {
    this.pendingClosings = pendingClosings;
    this.votes = votes;
    this.commands = commands;
    this.timeline = timeline;
    this.notifications = notifications;
    this.requestCards = requestCards;
  }

  /// A volunteer takes back what they said.
  ///
  /// @param ticket isn't closed
  /// @return what they are told
  public String reconsidered(Visitor volunteer, Ticket ticket) throws Exception {
    Turn turn = volunteer.turn();
    PersonId who = volunteer.person().id();
    boolean voted = votes.takeBack(turn, ticket.id(), who);
    PendingClosings.Closing closing = pendingClosings.of(turn, ticket.id()).orElse(null);
    if (!voted && (closing == null || !closing.by().equals(who))) {
      return volunteer.text("emergency.kept");
    }
    timeline.note(turn, ticket.id(), "reconsidered", Actor.of(who), null);
    boolean others = voted
        && votes.of(turn, ticket.id()).size() >= EmergencySettings.of(turn.channel()).notUrgentVotes();
    if (closing != null && others) {
      pendingClosings.isOf(turn, ticket.id(), closing, votes.of(turn, ticket.id()).getLast());
    } else if (closing != null) {
      pendingClosings.end(turn, ticket.id());
      notifications.toPerson(turn, ticket, "emergency.not-urgent.stays-open", "number", ticket.shownNumber());
    }
    requestCards.refresh(turn, ticket.id());
    return volunteer.text(closing != null && others ? "emergency.not-urgent.others" : "emergency.not-urgent.taken-back");
  }

  /// It is to be closed now.
  ///
  /// @return false when enough others said so
  boolean lacksVotes(Turn turn, Ticket ticket) throws Exception {
    votes.takeBackUnheard(turn, ticket.id());
    if (votes.of(turn, ticket.id()).size() >= EmergencySettings.of(turn.channel()).notUrgentVotes()) {
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
  public boolean insisted(Visitor asker, Ticket ticket) throws Exception {
    return commands.give(asker.turn(), Actor.of(asker.person().id()), ticket, new RequestCommand.Insist()).isDone();
  }
}
