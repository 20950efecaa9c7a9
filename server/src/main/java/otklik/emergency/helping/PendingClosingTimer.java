package otklik.emergency.helping;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.commands.Commands;
import otklik.emergency.requests.PendingClosings;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.requests.RequestLifecycle;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.people.Actor;
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
  private final Commands commands;

  PendingClosingTimer(Tickets tickets, PendingClosings pendingClosings, StayingOpen stayingOpen, Commands commands) {
    this.tickets = tickets;
    this.pendingClosings = pendingClosings;
    this.stayingOpen = stayingOpen;
    this.commands = commands;
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
    if (!ticket.state().equals(RequestLifecycle.OPEN) || !stayingOpen.lacksVotes(turn, ticket)) {
      commands.give(turn, Actor.CLOCK, ticket, new RequestCommand.End(Request.Ending.NOT_URGENT, by));
    }
  }
}
