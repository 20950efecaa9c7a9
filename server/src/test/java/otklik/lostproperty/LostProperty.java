package otklik.lostproperty;

import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.talk.PersonTalk;
import otklik.talk.SaidWords;
import otklik.talk.TeamGroups;
import otklik.talk.TeamScenario;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The scenario `lostproperty`. In their own chats people give commands, add to what they have reported, or report.
@Component
final class LostProperty extends TeamScenario {
  static final String NAME = "lostproperty";

  private final PersonTalk talk;
  private final Tickets tickets;
  private final Relay relay;
  private final LostForm form;

  LostProperty(TeamGroups groups, SaidWords words, PersonTalk talk, Tickets tickets, Relay relay, LostForm form) {
    super(NAME, groups, words);
    this.talk = talk;
    this.tickets = tickets;
    this.relay = relay;
    this.form = form;
  }

  static LostSettings settings(Channel channel) {
    return channel.settings().settings(LostSettings.class);
  }

  @Override
  protected void said(Turn turn, Incoming.Said said) throws Exception {
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

  @Override
  protected void pressed(Turn turn, Incoming.Pressed pressed) throws Exception {
    talk.pressed(talk.sees(turn, pressed).visitor(), pressed);
  }
}
