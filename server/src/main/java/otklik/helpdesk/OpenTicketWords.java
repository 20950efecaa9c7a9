package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.tickets.Ticket;

/// Somebody who has an open ticket says something: it goes to the operators.
@Component
final class OpenTicketWords {
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

  void said(Visitor visitor, Ticket open, Incoming.Said said, Content shown) throws Exception {
    relay.pass(visitor.turn(), open, Direction.IN, said, shown);
    slaEvents.personWrote(visitor.turn(), open);
    postponed.personWrote(visitor.turn(), open);
    closeOwnCommand.offer(visitor, open, said.content());
  }
}
