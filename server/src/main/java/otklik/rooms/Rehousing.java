package otklik.rooms;

import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.standing.Trouble;
import otklik.standing.TroubleWatch;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

/// Tickets that wait for a topic of their own which can't be opened now: a scenario that would rather show them among
/// others gets that. Whoever waits for topics to be mended goes on waiting.
@Component
final class Rehousing implements TroubleWatch, Alarm {
  private final Furnishers furnishers;
  private final Tickets tickets;
  private final SharedPlaces sharedPlaces;
  private final Deliveries deliveries;
  private final Timers timers;
  private final InstantSource clock;

  Rehousing(Furnishers furnishers, Tickets tickets, SharedPlaces sharedPlaces, Deliveries deliveries, Timers timers,
      InstantSource clock) {
    this.furnishers = furnishers;
    this.tickets = tickets;
    this.sharedPlaces = sharedPlaces;
    this.deliveries = deliveries;
    this.timers = timers;
    this.clock = clock;
  }

  /// The scenario is asked once the trouble is known to everybody.
  @Override
  public void began(Tx tx, Channel channel, Trouble trouble) {
    if (furnishers.has(channel)) {
      timers.set(tx, channel, RoomTag.REHOUSING.of(channel), "", "", clock.instant());
    }
  }

  @Override
  public Set<String> kinds() {
    return furnishers.kinds(RoomTag.REHOUSING);
  }

  @Override
  public void ring(Tx tx, Timer timer) throws Exception {
    Channel channel = timer.channel();
    for (Ticket ticket : tickets.waitingForTopic(tx, channel)) {
      if (furnishers.of(channel).lodging(tx, channel, ticket) instanceof Lodging.InChat chat) {
        if (ticket.roomDelivery() != null) {
          deliveries.drop(tx, channel, ticket.roomDelivery());
        }
        sharedPlaces.takeIn(tx, channel, ticket, chat);
      }
    }
  }
}
