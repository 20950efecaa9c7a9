package otklik.lostproperty;

import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.talk.PersonTalk;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// Those who found something: commands first, then what they have reported, then the form.
@Component
final class Finders {
  private final PersonTalk talk;
  private final Tickets tickets;
  private final Relay relay;
  private final LostForm form;

  Finders(PersonTalk talk, Tickets tickets, Relay relay, LostForm form) {
    this.talk = talk;
    this.tickets = tickets;
    this.relay = relay;
    this.form = form;
  }

  void said(Turn turn, Incoming.Said said) throws Exception {
    Visitor visitor = talk.sees(turn, said).visitor();
    if (talk.obeys(visitor, said)) {
      return;
    }
    Content shown = talk.shown(visitor, said.content());
    Ticket open = tickets.openOf(turn, visitor.person().id()).orElse(null);
    if (open != null) {
      relay.pass(turn, open, Direction.IN, said, shown);
    } else {
      form.said(visitor, said, shown);
    }
  }

  void pressed(Turn turn, Incoming.Pressed pressed) throws Exception {
    talk.pressed(talk.sees(turn, pressed).visitor(), pressed);
  }
}
