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
final class TakeRequestButton extends MembersOnlyButton {
  private final Tickets tickets;
  private final PressedTickets pressedTickets;
  private final RequestTaken requestTaken;

  TakeRequestButton(Tickets tickets, ResidentRows residentRows, PressedTickets pressedTickets, Membership membership,
      RequestTaken requestTaken, Deliveries deliveries) {
    super(EmergencyButton.TAKE, tickets, residentRows, pressedTickets, membership, deliveries);
    this.tickets = tickets;
    this.pressedTickets = pressedTickets;
    this.requestTaken = requestTaken;
  }

  @Override
  Optional<String> refusal(Visitor visitor, Ticket ticket) throws Exception {
    return switch (decide(ticket, visitor)) {
      case RequestLifecycle.Decision.Refused(var why) -> Optional.of(pressedTickets.refusal(visitor, ticket, why));
      case RequestLifecycle.Decision.Moved _ when tickets.openOf(visitor.turn(), visitor.person().id()).isPresent() ->
          Optional.of(visitor.text("emergency.take.own-request"));
      case RequestLifecycle.Decision.Moved _ -> Optional.empty();
    };
  }

  private static RequestLifecycle.Decision decide(Ticket ticket, Visitor visitor) {
    return RequestLifecycle.decide(RequestLifecycle.stateOf(ticket),
        new RequestLifecycle.Command.Take(visitor.person().id()));
  }

  /// The state is named in the update: of all who come here for one request, it changes a row for the first alone.
  @Override
  String granted(Visitor visitor, Ticket asked) throws Exception {
    Turn turn = visitor.turn();
    Ticket ticket = asked;
    while (true) {
      switch (decide(ticket, visitor)) {
        case RequestLifecycle.Decision.Refused(var why) -> {
          return pressedTickets.refusal(visitor, ticket, why);
        }
        case RequestLifecycle.Decision.Moved(var to, var owner) -> {
          if (tickets.move(turn, ticket, to, owner)) {
            requestTaken.taken(visitor, ticket.id());
            return visitor.text("emergency.take.done", "number", ticket.shownNumber());
          }
          ticket = tickets.find(turn, ticket.id()).orElseThrow();
        }
      }
    }
  }
}
