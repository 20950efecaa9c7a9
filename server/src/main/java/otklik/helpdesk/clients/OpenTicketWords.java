package otklik.helpdesk.clients;

import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.helpdesk.answers.Postponed;
import otklik.helpdesk.clocks.SlaEvents;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.talk.Order;
import otklik.tickets.Ticket;

/// Somebody who has an open ticket says something: it goes to the operators.
@Component
final class OpenTicketWords implements WordsHandler {
  private final Relay relay;
  private final SlaEvents slaEvents;
  private final Postponed postponed;
  private final CloseOwnCommand closeOwnCommand;

  OpenTicketWords(Relay relay, SlaEvents slaEvents, Postponed postponed, CloseOwnCommand closeOwnCommand) {
    this.relay = relay;
    this.slaEvents = slaEvents;
    this.postponed = postponed;
    this.closeOwnCommand = closeOwnCommand;
  }

  @Override
  public Order order() {
    return Order.OPEN_TICKET;
  }

  @Override
  public boolean takes(PersonWords words) throws Exception {
    Ticket open = words.open();
    if (open == null) {
      return false;
    }
    Visitor visitor = words.visitor();
    relay.pass(visitor.turn(), open, Direction.IN, words.said(), words.shown());
    slaEvents.personWrote(visitor.turn(), open);
    postponed.personWrote(visitor.turn(), open);
    closeOwnCommand.offer(visitor, open, words.said().content());
    return true;
  }
}
