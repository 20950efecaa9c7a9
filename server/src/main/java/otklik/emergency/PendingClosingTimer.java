package otklik.emergency;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.turns.Turn;

/// A request was called not urgent, and nobody has objected.
@Component
final class PendingClosingTimer implements TimerHandler {
  private final Tickets tickets;
  private final PendingClosings pendingClosings;
  private final StayingOpen stayingOpen;
  private final RequestClosing requestClosing;

  PendingClosingTimer(Tickets tickets, PendingClosings pendingClosings, StayingOpen stayingOpen,
      RequestClosing requestClosing) {
    this.tickets = tickets;
    this.pendingClosings = pendingClosings;
    this.stayingOpen = stayingOpen;
    this.requestClosing = requestClosing;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(PendingClosings.TIMER, PendingClosings.BETWEEN);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    if (timer.kind().equals(PendingClosings.BETWEEN)) {
      return; // it is over by itself
    }
    Ticket ticket = tickets.find(turn, new TicketId(Long.parseLong(timer.subject()))).orElseThrow();
    if (!ticket.state().equals(Ticket.CLOSED) && pendingClosings.isTooSoon(turn, timer)) {
      return;
    }
    PersonId by = PendingClosings.closing(timer).by();
    switch (RequestLifecycle.stateOf(ticket)) {
      case RequestLifecycle.State.Open _ -> {
        if (!stayingOpen.lacksVotes(turn, ticket)) {
          requestClosing.end(turn, ticket, Request.Ending.NOT_URGENT, by);
        }
      }
      case RequestLifecycle.State.Taken(var owner) when owner.equals(by) ->
          requestClosing.end(turn, ticket, Request.Ending.NOT_URGENT, by);
      case RequestLifecycle.State.Taken _, RequestLifecycle.State.Done _, RequestLifecycle.State.Appealed _,
          RequestLifecycle.State.Closed _ -> {
        // Somebody has thought otherwise since.
      }
    }
  }
}
