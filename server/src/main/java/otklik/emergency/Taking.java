package otklik.emergency;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.dialogs.Visitor;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// [Взять в работу]: one volunteer of many gets the request, by one step in the database. A press on a request that is
/// taken is answered without asking the messenger anything.
@Component
final class Taking extends MembersButton {
  private final Tickets tickets;
  private final Held held;
  private final Handover handover;

  Taking(Tickets tickets, Residents residents, Held held, Membership membership, Handover handover,
      Deliveries deliveries) {
    super(EmergencyButton.TAKE, tickets, residents, held, membership, deliveries);
    this.tickets = tickets;
    this.held = held;
    this.handover = handover;
  }

  @Override
  Optional<String> refusal(Visitor visitor, Ticket ticket) throws Exception {
    return switch (decide(ticket, visitor)) {
      case Lifecycle.Decision.Refused(var why) -> Optional.of(held.refusal(visitor, ticket, why));
      case Lifecycle.Decision.Moved _ when tickets.openOf(visitor.turn(), visitor.person().id()).isPresent() ->
          Optional.of(visitor.text("emergency.take.own-request"));
      case Lifecycle.Decision.Moved _ -> Optional.empty();
    };
  }

  private static Lifecycle.Decision decide(Ticket ticket, Visitor visitor) {
    return Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Take(visitor.person().id()));
  }

  /// The state is named in the update: of all who come here for one request, it changes a row for the first alone.
  @Override
  String granted(Visitor visitor, Ticket asked) throws Exception {
    Turn turn = visitor.turn();
    Ticket ticket = asked;
    while (true) {
      switch (decide(ticket, visitor)) {
        case Lifecycle.Decision.Refused(var why) -> {
          return held.refusal(visitor, ticket, why);
        }
        case Lifecycle.Decision.Moved(var to, var owner) -> {
          if (tickets.move(turn, ticket, to, owner)) {
            handover.taken(visitor, ticket.id());
            return visitor.text("emergency.take.done", "number", ticket.shownNumber());
          }
          ticket = tickets.find(turn, ticket.id()).orElseThrow();
        }
      }
    }
  }
}
