package otklik.emergency;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// [Не срочная помощь]: a volunteer thinks that a request isn't one for this service. When enough think so, it is closed.
@Component
final class NotUrgent implements PersonButton, Wish {
  private static final String NOT_URGENT = "not-urgent";

  private final Tickets tickets;
  private final Residents residents;
  private final Votes votes;
  private final Held held;
  private final Membership membership;
  private final Ending ending;
  private final Deliveries deliveries;

  NotUrgent(Tickets tickets, Residents residents, Votes votes, Held held, Membership membership, Ending ending,
      Deliveries deliveries) {
    this.tickets = tickets;
    this.residents = residents;
    this.votes = votes;
    this.held = held;
    this.membership = membership;
    this.ending = ending;
    this.deliveries = deliveries;
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.NOT_URGENT);
  }

  @Override
  public Response pressed(Tx tx, Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Ticket ticket = held.asked(tx, pressing).orElse(null);
    if (ticket == null || residents.find(tx, visitor.channel(), visitor.person().id()).isEmpty()) {
      return new Response.Outdated();
    }
    if (!ticket.state().equals(Lifecycle.OPEN)) {
      return Response.says(tooLate(tx, visitor, ticket));
    }
    membership.wish(tx, visitor, NOT_URGENT, new Wished(ticket.id(), pressing.id()).stored());
    return new Response.InAMoment();
  }

  private String tooLate(Tx tx, Visitor visitor, Ticket ticket) {
    return Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Take(visitor.person().id()))
        instanceof Lifecycle.Decision.Refused(var why) ? held.refusal(tx, visitor, ticket, why)
        : visitor.text("emergency.take.not-now");
  }

  @Override
  public String name() {
    return NOT_URGENT;
  }

  @Override
  public void granted(Tx tx, Visitor visitor, String data) throws Exception {
    Channel channel = visitor.channel();
    Wished wished = Wished.read(data);
    Ticket ticket = tickets.find(tx, channel, wished.ticket()).orElseThrow();
    if (!ticket.state().equals(Lifecycle.OPEN)) {
      answer(tx, visitor, wished, tooLate(tx, visitor, ticket), false);
      return;
    }
    int wanted = Emergency.settings(channel).notUrgentVotes();
    int given = votes.add(tx, channel, ticket.id(), visitor.person().id());
    if (given < wanted) {
      answer(tx, visitor, wished, visitor.text("emergency.not-urgent.counted", "more", wanted - given), false);
      return;
    }
    boolean closed = ending.end(tx, channel, ticket, Request.Ending.NOT_URGENT, visitor.person().id());
    answer(tx, visitor, wished, closed ? visitor.text("emergency.not-urgent.closed")
        : tooLate(tx, visitor, tickets.find(tx, channel, ticket.id()).orElseThrow()), false);
  }

  @Override
  public void refused(Tx tx, Visitor visitor, String data, Why why) throws Exception {
    answer(tx, visitor, Wished.read(data), visitor.text(switch (why) {
      case NOT_A_MEMBER, NO_COMMUNITY -> "emergency.take.not-a-member";
      case UNKNOWN -> "emergency.take.unknown";
    }), true);
  }

  @Override
  public void dropped(Tx tx, Visitor visitor, String data) throws Exception {
    answer(tx, visitor, Wished.read(data), null, false);
  }

  private void answer(Tx tx, Visitor visitor, Wished wished, @Nullable String words, boolean alert) throws Exception {
    deliveries.owe(tx, visitor.channel(),
        Owed.words(new Call.AnswerPress(visitor.chat(), wished.press(), words, alert)));
  }
}
