package otklik.emergency.words;

import java.util.Objects;
import org.springframework.stereotype.Component;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.delivery.SettledDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.Notifications;
import otklik.emergency.requests.Visitors;
import otklik.kernel.TicketId;
import otklik.people.Actor;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// A file of a request doesn't reach a volunteer, for example because they let nobody send them recordings. They and the
/// coordinators are told, once for each volunteer.
@Component
public final class FilesLost {
  private static final String EVENT = "file-lost";

  private final Tickets tickets;
  private final Timeline timeline;
  private final Visitors visitors;
  private final Rooms rooms;
  private final Notifications notifications;

  FilesLost(Tickets tickets, Timeline timeline, Visitors visitors, Rooms rooms, Notifications notifications) {
    this.tickets = tickets;
    this.timeline = timeline;
    this.visitors = visitors;
    this.rooms = rooms;
    this.notifications = notifications;
  }

  public void tell(Turn turn, SettledDelivery done, Outcome.Refused refused) throws Exception {
    Ticket ticket = tickets.find(turn, new TicketId(done.subject().id())).orElse(null);
    Visitor volunteer = ticket == null || ticket.isErased() ? null
        : visitors.inChat(turn, ticket, done.call().place()).orElse(null);
    if (ticket == null || volunteer == null || refused.why() == Refusal.PERSON_UNREACHABLE
        || timeline.of(turn, ticket.id()).stream().anyMatch(entry -> entry.event().equals(EVENT)
            && Objects.equals(entry.by().person(), volunteer.person().id()))) {
      return;
    }
    timeline.note(turn, ticket.id(), EVENT, Actor.of(volunteer.person().id()), null);
    boolean voice = refused.why() == Refusal.NO_VOICE;
    notifications.toVolunteer(turn, volunteer.person().id(), ticket,
        voice ? "emergency.files.no-voice" : "emergency.files.lost", "number", ticket.shownNumber());
    rooms.note(turn, ticket, turn.text(
        voice ? "emergency.coordinators.no-voice" : "emergency.coordinators.files-lost",
        "name", volunteer.person().shownName()));
  }
}
