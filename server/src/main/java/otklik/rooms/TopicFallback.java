package otklik.rooms;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.standing.Trouble;
import otklik.standing.TroubleWatch;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// Tickets that wait for a topic of their own which can't be opened now: a scenario that would rather show them among
/// others gets that. Whoever waits for topics to be mended goes on waiting.
@Component
final class TopicFallback implements TroubleWatch, TimerHandler {
  private final RoomProviders roomProviders;
  private final Tickets tickets;
  private final SharedPlaces sharedPlaces;
  private final Deliveries deliveries;
  private final Timers timers;

  TopicFallback(RoomProviders roomProviders, Tickets tickets, SharedPlaces sharedPlaces, Deliveries deliveries,
      Timers timers) {
    this.roomProviders = roomProviders;
    this.tickets = tickets;
    this.sharedPlaces = sharedPlaces;
    this.deliveries = deliveries;
    this.timers = timers;
  }

  /// The scenario is asked once the trouble is known to everybody.
  @Override
  public void began(Turn turn, Trouble trouble) {
    if (roomProviders.has(turn.channel())) {
      timers.set(turn, RoomTag.TOPIC_FALLBACK.of(turn.channel()), "", "", turn.now());
    }
  }

  @Override
  public Set<String> kinds() {
    return roomProviders.kinds(RoomTag.TOPIC_FALLBACK);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    for (Ticket ticket : tickets.waitingForTopic(turn)) {
      if (roomProviders.of(turn.channel()).placement(turn, ticket) instanceof RoomPlacement.InChat chat) {
        if (ticket.roomDelivery() != null) {
          deliveries.drop(turn, ticket.roomDelivery());
        }
        sharedPlaces.takeIn(turn, ticket, chat);
      }
    }
  }
}
