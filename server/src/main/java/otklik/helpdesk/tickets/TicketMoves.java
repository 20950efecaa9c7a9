package otklik.helpdesk.tickets;

import org.springframework.stereotype.Component;
import otklik.commands.CommandHandler;
import otklik.commands.Given;
import otklik.commands.Result;
import otklik.helpdesk.settings.OperatorList;
import otklik.lifecycle.Decision;
import otklik.lifecycle.Lifecycle;
import otklik.lifecycle.Transitions;
import otklik.people.Actor;
import otklik.people.Blocklist;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// Moves tickets of a desk as [TicketLifecycle] decides.
@Component
final class TicketMoves implements CommandHandler<DeskCommand.Moving>,
    Lifecycle<TicketLifecycle.State, DeskCommand.Moving> {
  private final Transitions transitions;
  private final OperatorList operatorList;
  private final Tickets tickets;
  private final Blocklist blocklist;

  TicketMoves(Transitions transitions, OperatorList operatorList, Tickets tickets, Blocklist blocklist) {
    this.transitions = transitions;
    this.operatorList = operatorList;
    this.tickets = tickets;
    this.blocklist = blocklist;
  }

  @Override
  public Result done(Given<DeskCommand.Moving> given) throws Exception {
    return given.command() instanceof DeskCommand.Assign(var to) && !operatorList.has(given.turn(), to.id())
        ? operatorList.refusal(given.turn()) : transitions.make(given, this);
  }

  @Override
  public TicketLifecycle.State read(Turn turn, Ticket ticket, Actor by, DeskCommand.Moving command)
      throws Exception {
    TicketLifecycle.State state = TicketLifecycle.stateOf(ticket);
    return state instanceof TicketLifecycle.State.Closed(var inTriage, var number, var owner, _, _)
        ? new TicketLifecycle.State.Closed(inTriage, number,
            owner != null && operatorList.has(turn, owner) ? owner : null, blocklist.has(turn, ticket.person()),
            tickets.openOf(turn, ticket.person()).map(TicketLifecycle::number).orElse(null))
        : state;
  }

  @Override
  public Decision decide(TicketLifecycle.State state, DeskCommand.Moving command, Actor by) {
    return TicketLifecycle.decide(state, command, by);
  }
}
