package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.helpdesk.answers.EditsAndReactions;
import otklik.helpdesk.clients.FrontDesk;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.talk.SaidWords;
import otklik.talk.TeamGroups;
import otklik.talk.TeamScenario;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The scenario `helpdesk`: clients in their own chats, operators in a group.
@Component
final class Helpdesk extends TeamScenario {
  private final FrontDesk frontDesk;
  private final EditsAndReactions editsAndReactions;
  private final StrangeGroups strangeGroups;

  Helpdesk(TeamGroups groups, SaidWords words, FrontDesk frontDesk, EditsAndReactions editsAndReactions,
      StrangeGroups strangeGroups) {
    super(HelpdeskSettings.SCENARIO, groups, words);
    this.frontDesk = frontDesk;
    this.editsAndReactions = editsAndReactions;
    this.strangeGroups = strangeGroups;
  }

  @Override
  protected void said(Turn turn, Incoming.Said said) throws Exception {
    frontDesk.said(turn, said);
  }

  @Override
  protected void pressed(Turn turn, Incoming.Pressed pressed) throws Exception {
    frontDesk.pressed(turn, pressed);
  }

  @Override
  protected void edited(Turn turn, Incoming.Edited edited) throws Exception {
    editsAndReactions.edited(turn, edited);
  }

  @Override
  protected boolean showsReaction(Turn turn, Incoming.Reacted reacted) throws Exception {
    return editsAndReactions.areShown(turn, reacted.by());
  }

  @Override
  protected boolean hearsElsewhere(Channel channel, Incoming incoming) {
    return strangeGroups.areHeard(channel, incoming);
  }

  @Override
  protected void happenedElsewhere(Turn turn, Incoming incoming) {
    if (incoming instanceof Incoming.Standing standing) {
      strangeGroups.changed(turn, standing);
    }
  }
}
