package otklik.emergency;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.turns.Turn;

/// A request was called not urgent, and nobody has objected.
@Component
final class ClosingInTime implements Alarm {
  private final Tickets tickets;
  private final Closings closings;
  private final StayingOpen stayingOpen;
  private final Ending ending;

  ClosingInTime(Tickets tickets, Closings closings, StayingOpen stayingOpen, Ending ending) {
    this.tickets = tickets;
    this.closings = closings;
    this.stayingOpen = stayingOpen;
    this.ending = ending;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Closings.TIMER, Closings.BETWEEN);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    if (timer.kind().equals(Closings.BETWEEN)) {
      return; // it is over by itself
    }
    Ticket ticket = tickets.find(turn, new TicketId(Long.parseLong(timer.subject()))).orElseThrow();
    if (!ticket.state().equals(Ticket.CLOSED) && closings.isTooSoon(turn, timer)) {
      return;
    }
    PersonId by = Closings.closing(timer).by();
    switch (Lifecycle.stateOf(ticket)) {
      case Lifecycle.State.Open _ -> {
        if (!stayingOpen.lacksVotes(turn, ticket)) {
          ending.end(turn, ticket, Request.Ending.NOT_URGENT, by);
        }
      }
      case Lifecycle.State.Taken(var owner) when owner.equals(by) ->
          ending.end(turn, ticket, Request.Ending.NOT_URGENT, by);
      case Lifecycle.State.Taken _, Lifecycle.State.Done _, Lifecycle.State.Appealed _, Lifecycle.State.Closed _ -> {
        // Somebody has thought otherwise since.
      }
    }
  }
}
