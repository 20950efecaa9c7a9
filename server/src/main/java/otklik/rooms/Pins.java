package otklik.rooms;

import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.delivery.SettledDelivery;
import otklik.kernel.TicketId;
import otklik.standing.Trouble;
import otklik.standing.TroubleWatch;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Cards are pinned. One that may not be is pinned as soon as the bot may; nothing waits for that meanwhile.
@Component
final class Pins implements Listener, TimerHandler, TroubleWatch {
  private static final Duration PAUSE = Duration.ofHours(6);

  private final RoomProviders roomProviders;
  private final Tickets tickets;
  private final Deliveries deliveries;
  private final Timers timers;

  Pins(RoomProviders roomProviders, Tickets tickets, Deliveries deliveries, Timers timers) {
    this.roomProviders = roomProviders;
    this.tickets = tickets;
    this.deliveries = deliveries;
    this.timers = timers;
  }

  static NewDelivery of(Channel channel, Ticket ticket, Place room, Target card) {
    return NewDelivery.of(Priority.BOOKKEEPING, new Call.Pin(room, card))
        .about(RoomTag.PIN.of(channel), ticket.id().value());
  }

  @Override
  public Set<String> kinds() {
    return roomProviders.kinds(RoomTag.PIN);
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) {
    if (done.outcome() instanceof Outcome.Refused refused && refused.why() == Refusal.NO_RIGHTS) {
      timers.set(turn, done.subject().kind(), Long.toString(done.subject().id()), "",
          turn.now().plus(PAUSE));
    }
  }

  @Override
  public void ended(Turn turn, Trouble trouble) {
    if (trouble.kind() == Trouble.Kind.NO_RIGHT_TO_PIN || trouble.kind() == Trouble.Kind.NOT_ADMIN) {
      timers.hasten(turn, RoomTag.PIN.of(turn.channel()), turn.now());
    }
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Ticket ticket = tickets.find(turn, new TicketId(Long.parseLong(timer.subject()))).orElseThrow();
    Target card = ticket.card();
    if (ticket.room() != null && card != null && !ticket.state().equals(Ticket.CLOSED)) {
      deliveries.owe(turn, of(timer.channel(), ticket, ticket.room(), card));
    }
  }
}
