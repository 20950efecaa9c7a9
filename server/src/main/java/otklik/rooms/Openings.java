package otklik.rooms;

import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.delivery.Listener;
import otklik.delivery.SettledDelivery;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// What became of the openings of topics. One that was refused is tried again after a while.
@Component
final class Openings implements Listener, TimerHandler {
  private static final Logger log = LoggerFactory.getLogger(Openings.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  /// When nobody refused it and nobody is told any more: each time costs the group three calls for each ticket.
  private static final Duration LONG_PAUSE = Duration.ofMinutes(10);

  private final RoomProviders roomProviders;
  private final Tickets tickets;
  private final Rooms rooms;
  private final OwnTopics ownTopics;
  private final SharedTopic sharedTopic;
  private final Timers timers;

  Openings(RoomProviders roomProviders, Tickets tickets, Rooms rooms, OwnTopics ownTopics, SharedTopic sharedTopic,
      Timers timers) {
    this.roomProviders = roomProviders;
    this.tickets = tickets;
    this.rooms = rooms;
    this.ownTopics = ownTopics;
    this.sharedTopic = sharedTopic;
    this.timers = timers;
  }

  @Override
  public Set<String> kinds() {
    return roomProviders.kinds(RoomTag.ROOM, RoomTag.SHARED_ROOM);
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    boolean shared = RoomTag.read(done.subject().kind()) == RoomTag.SHARED_ROOM;
    switch (done.outcome()) {
      case Outcome.Sent sent -> {
        Place room = new Place(done.call().place().chat(), sent.ids().getFirst());
        if (shared) {
          sharedTopic.opened(turn, room);
        } else {
          ownTopics.opened(turn, ticket(turn, done.subject().id()), room);
        }
      }
      case Outcome.Answered _ -> throw new IllegalStateException("nothing was asked");
      case Outcome.Refused refused -> {
        log.error("{}: a topic could not be opened: {}; is tried again", turn.channel().label(), refused.detail());
        boolean soon = !refused.why().isGivenUp() || tell(turn, done, shared);
        timers.set(turn, done.subject().kind(), shared ? "" : Long.toString(done.subject().id()), "",
            turn.now().plus(soon ? PAUSE : LONG_PAUSE));
      }
    }
  }

  /// Returns whether it is told now.
  private boolean tell(Turn turn, SettledDelivery done, boolean shared) throws Exception {
    Place group = Place.chat(done.call().place().chat());
    if (shared) {
      sharedTopic.notOpened(turn, group);
      return true;
    }
    return ownTopics.notOpened(turn, ticket(turn, done.subject().id()), group);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    if (RoomTag.read(timer.kind()) == RoomTag.SHARED_ROOM) {
      sharedTopic.openAgain(turn);
      return;
    }
    Ticket ticket = ticket(turn, Long.parseLong(timer.subject()));
    if (ticket.room() == null && !ticket.isErased()) {
      rooms.open(turn, ticket);
    }
  }

  private Ticket ticket(Turn turn, long id) throws Exception {
    return tickets.find(turn, new TicketId(id)).orElseThrow();
  }
}
