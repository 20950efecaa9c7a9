package otklik.emergency;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.dialogs.Visitor;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// [Не срочная помощь]: a volunteer thinks that a request isn't one for this service. When enough think so, it is closed.
@Component
final class NotUrgent extends MembersButton {
  private final Tickets tickets;
  private final Votes votes;
  private final Held held;
  private final Ending ending;

  NotUrgent(Tickets tickets, Residents residents, Votes votes, Held held, Membership membership, Ending ending,
      Deliveries deliveries) {
    super(Press.Action.NOT_URGENT, tickets, residents, held, membership, deliveries);
    this.tickets = tickets;
    this.votes = votes;
    this.held = held;
    this.ending = ending;
  }

  @Override
  Optional<String> refusal(Tx tx, Visitor visitor, Ticket ticket) {
    return ticket.state().equals(Lifecycle.OPEN) ? Optional.empty() : Optional.of(tooLate(tx, visitor, ticket));
  }

  private String tooLate(Tx tx, Visitor visitor, Ticket ticket) {
    return Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Take(visitor.person().id()))
        instanceof Lifecycle.Decision.Refused(var why) ? held.refusal(tx, visitor, ticket, why)
        : visitor.text("emergency.take.not-now");
  }

  @Override
  String granted(Tx tx, Visitor visitor, Ticket ticket) throws Exception {
    if (!ticket.state().equals(Lifecycle.OPEN)) {
      return tooLate(tx, visitor, ticket);
    }
    Channel channel = visitor.channel();
    int wanted = Emergency.settings(channel).notUrgentVotes();
    int given = votes.add(tx, channel, ticket.id(), visitor.person().id());
    if (given < wanted) {
      return visitor.text("emergency.not-urgent.counted", "more", wanted - given);
    }
    return ending.end(tx, channel, ticket, Request.Ending.NOT_URGENT, visitor.person().id())
        ? visitor.text("emergency.not-urgent.closed")
        : tooLate(tx, visitor, tickets.find(tx, channel, ticket.id()).orElseThrow());
  }
}
