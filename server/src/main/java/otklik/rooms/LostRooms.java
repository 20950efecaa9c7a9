package otklik.rooms;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.delivery.Done;
import otklik.delivery.Dropped;
import otklik.relay.RoomChanges;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

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
  private final InstantSource clock;

  LostRooms(Rooms rooms, SharedTopic sharedTopic, Tickets tickets, Timeline timeline, RoomChanges roomChanges,
      WaitingWords waitingWords, WaitingNotes waitingNotes, Timers timers, InstantSource clock) {
    this.rooms = rooms;
    this.sharedTopic = sharedTopic;
    this.tickets = tickets;
    this.timeline = timeline;
    this.roomChanges = roomChanges;
    this.waitingWords = waitingWords;
    this.waitingNotes = waitingNotes;
    this.timers = timers;
    this.clock = clock;
  }

  /// Whether a refusal says that nothing will ever arrive there.
  static boolean isLoss(Done done, Outcome.Refused refused) {
    return refused.why() == Refusal.TOPIC_GONE
        || refused.why() == Refusal.CHAT_GONE && done.call().place().topic() == null;
  }

  /// What was owed to the ticket's room was refused because the room is gone. If the ticket has another one by now,
  /// what waits goes there.
  public void gone(Tx tx, Channel channel, Ticket ticket, Place room) throws Exception {
    sharedTopic.gone(tx, channel, room);
    if (tickets.roomLost(tx, channel, ticket, room)) {
      log.warn("{}: the room of {} is gone", channel.label(), ticket.shownNumber());
      timeline.note(tx, channel, ticket.id(), "room-lost", null, room.key());
      List<Dropped> dropped = roomChanges.roomLost(tx, channel, ticket, room);
      if (!ticket.state().equals(Ticket.CLOSED)) {
        dropped.stream().filter(one -> one.isAbout(RoomTag.NOTE.of(channel)))
            .forEach(note -> waitingNotes.add(tx, channel, ticket, note.id(), note.call()));
        openAnother(tx, channel, ticket, room);
      }
    } else if (ticket.room() != null && !ticket.room().equals(room)) {
      waitingWords.bring(tx, channel, ticket, ticket.room());
    }
  }

  private void openAnother(Tx tx, Channel channel, Ticket ticket, Place lost) throws Exception {
    if (lost.topic() == null) {
      timers.set(tx, channel, RoomTag.ROOM.of(channel), Long.toString(ticket.id().value()), "",
          clock.instant().plus(PAUSE_FOR_CHAT));
    } else {
      rooms.open(tx, channel, ticket);
    }
  }
}
