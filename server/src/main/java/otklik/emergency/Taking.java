package otklik.emergency;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// [Взять в работу]: one volunteer of many gets the request, by one step in the database. A press on a request that is
/// taken is answered without asking the messenger anything.
@Component
final class Taking implements PersonButton, Wish {
  private static final String TAKE = "take";

  private final Tickets tickets;
  private final Residents residents;
  private final Held held;
  private final Membership membership;
  private final Handover handover;
  private final Deliveries deliveries;

  Taking(Tickets tickets, Residents residents, Held held, Membership membership, Handover handover,
      Deliveries deliveries) {
    this.tickets = tickets;
    this.residents = residents;
    this.held = held;
    this.membership = membership;
    this.handover = handover;
    this.deliveries = deliveries;
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.TAKE);
  }

  @Override
  public Response pressed(Tx tx, Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Ticket ticket = held.asked(tx, pressing).orElse(null);
    if (ticket == null || residents.find(tx, visitor.channel(), visitor.person().id()).isEmpty()) {
      return new Response.Outdated();
    }
    return switch (decide(ticket, visitor)) {
      case Lifecycle.Decision.Refused(var why) -> Response.says(held.refusal(tx, visitor, ticket, why));
      case Lifecycle.Decision.Moved _ when tickets.openOf(tx, visitor.channel(), visitor.person().id()).isPresent() ->
          Response.says(visitor.text("emergency.take.own-request"));
      case Lifecycle.Decision.Moved _ -> {
        membership.wish(tx, visitor, TAKE, new Wished(ticket.id(), pressing.id()).stored());
        yield new Response.InAMoment();
      }
    };
  }

  private static Lifecycle.Decision decide(Ticket ticket, Visitor visitor) {
    return Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Take(visitor.person().id()));
  }

  @Override
  public String name() {
    return TAKE;
  }

  @Override
  public void granted(Tx tx, Visitor visitor, String data) throws Exception {
    Wished wished = Wished.read(data);
    answer(tx, visitor, wished, take(tx, visitor, wished.ticket()), false);
  }

  /// The state is named in the update: of all who come here for one request, it changes a row for the first alone.
  private String take(Tx tx, Visitor visitor, TicketId id) throws Exception {
    Channel channel = visitor.channel();
    Ticket ticket = tickets.find(tx, channel, id).orElseThrow();
    while (true) {
      switch (decide(ticket, visitor)) {
        case Lifecycle.Decision.Refused(var why) -> {
          return held.refusal(tx, visitor, ticket, why);
        }
        case Lifecycle.Decision.Moved(var to, var owner) -> {
          if (tickets.move(tx, channel, ticket, to, owner)) {
            handover.taken(tx, visitor, id);
            return visitor.text("emergency.take.done", "number", ticket.shownNumber());
          }
          ticket = tickets.find(tx, channel, id).orElseThrow();
        }
      }
    }
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
