package otklik.emergency.words;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.delivery.Listener;
import otklik.delivery.SettledDelivery;
import otklik.emergency.requests.Notifications;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// What one side of a request said, and what reached nobody. Whoever has deleted their account doesn't say so: the first
/// words that don't reach them tell it.
@Component
final class LostWords implements Listener {
  private final Tickets tickets;
  private final EmergencyReachability emergencyReachability;
  private final Notifications notifications;

  LostWords(Tickets tickets, EmergencyReachability emergencyReachability, Notifications notifications) {
    this.tickets = tickets;
    this.emergencyReachability = emergencyReachability;
    this.notifications = notifications;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Notifications.TO_PERSON, Notifications.TO_VOLUNTEER);
  }

  @Override
  public boolean isRevocable() {
    return true;
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    if (!(done.outcome() instanceof Outcome.Refused(var why, _, _))) {
      return;
    }
    if (done.subject().kind().equals(Notifications.TO_PERSON)) {
      toPerson(turn, new TicketId(done.subject().id()), why);
    } else if (why == Refusal.PERSON_UNREACHABLE) {
      emergencyReachability.becomes(turn, new PersonId(done.subject().id()), false);
    }
  }

  /// Whoever said something that didn't arrive is told so.
  private void toPerson(Turn turn, TicketId id, Refusal why) throws Exception {
    Ticket ticket = tickets.find(turn, id).orElse(null);
    if (ticket == null || ticket.owner() == null) {
      return;
    }
    if (why == Refusal.PERSON_UNREACHABLE) {
      emergencyReachability.becomes(turn, ticket.person(), false);
    }
    notifications.toVolunteer(turn, ticket.owner(), ticket, switch (why) {
      case PERSON_UNREACHABLE -> "emergency.escort.person-gone";
      case NO_VOICE -> "emergency.escort.no-voice";
      case UNCONFIRMED -> "emergency.escort.unconfirmed";
      case CHAT_GONE, CHAT_MOVED, TOPIC_GONE, TOPIC_CLOSED, MESSAGE_GONE, MESSAGE_FIXED, NO_RIGHTS, TOO_LATE, BAD_FILE,
          CHANNEL_REVOKED, NOT_ACCEPTED, KEEPS_FAILING -> "emergency.escort.not-passed";
    }, "number", ticket.shownNumber());
  }
}
