package otklik.rooms;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.delivery.CancelledDelivery;
import otklik.delivery.SettledDelivery;
import otklik.people.Actor;
import otklik.relay.RoomChanges;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// Rooms that are gone with everything in them. An open ticket gets another one; that of a closed ticket isn't missed
/// before somebody speaks in it again.
@Component
public final class LostRooms {
  private static final Logger log = LoggerFactory.getLogger(LostRooms.class);
  /// A chat can't be made anew, so the same one may be tried.
  private static final Duration PAUSE_FOR_CHAT = Duration.ofMinutes(1);

  private final Rooms rooms;
  private final SharedTopic sharedTopic;
  private final Tickets tickets;
  private final Timeline timeline;
  private final RoomChanges roomChanges;
  private final WaitingWords waitingWords;
  private final WaitingNotes waitingNotes;
  private final Timers timers;

  LostRooms(Rooms rooms, SharedTopic sharedTopic, Tickets tickets, Timeline timeline, RoomChanges roomChanges,
      WaitingWords waitingWords, WaitingNotes waitingNotes, Timers timers) {
    this.rooms = rooms;
    this.sharedTopic = sharedTopic;
    this.tickets = tickets;
    this.timeline = timeline;
    this.roomChanges = roomChanges;
    this.waitingWords = waitingWords;
    this.waitingNotes = waitingNotes;
    this.timers = timers;
  }

  /// Whether a refusal says that nothing will ever arrive there.
  static boolean isLoss(SettledDelivery done, Outcome.Refused refused) {
    return refused.why() == Refusal.TOPIC_GONE
        || refused.why() == Refusal.CHAT_GONE && done.call().place().topic() == null;
  }

  /// What was owed to the ticket's room was refused because the room is gone. If the ticket has another one by now,
  /// what waits goes there.
  public void gone(Turn turn, Ticket ticket, Place room) throws Exception {
    sharedTopic.gone(turn, room);
    if (tickets.roomLost(turn, ticket, room)) {
      log.warn("{}: the room of {} is gone", turn.channel().label(), ticket.shownNumber());
      timeline.note(turn, ticket.id(), "room-lost", Actor.CLOCK, room.key());
      List<CancelledDelivery> dropped = roomChanges.roomLost(turn, ticket, room);
      if (!ticket.state().equals(Ticket.CLOSED)) {
        dropped.stream().filter(one -> one.isAbout(RoomTag.NOTE.of(turn.channel())))
            .forEach(note -> waitingNotes.add(turn, ticket, note.id(), note.call()));
        openAnother(turn, ticket, room);
      }
    } else if (ticket.room() != null && !ticket.room().equals(room)) {
      waitingWords.bring(turn, ticket, ticket.room());
    }
  }

  private void openAnother(Turn turn, Ticket ticket, Place lost) throws Exception {
    if (lost.topic() == null) {
      timers.set(turn, RoomTag.ROOM.of(turn.channel()), Long.toString(ticket.id().value()), "",
          turn.now().plus(PAUSE_FOR_CHAT));
    } else {
      rooms.open(turn, ticket);
    }
  }
}
