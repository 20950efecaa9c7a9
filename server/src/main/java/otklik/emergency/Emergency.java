package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.emergency.asking.FrontDoor;
import otklik.emergency.asking.Positions;
import otklik.emergency.membership.CommunityOnboarding;
import otklik.emergency.settings.EmergencySettings;
import otklik.talk.SaidWords;
import otklik.talk.TeamGroups;
import otklik.talk.TeamScenario;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The scenario `emergency`: people in their own chats, coordinators in a group, and chats of cities.
@Component
final class Emergency extends TeamScenario {
  private final FrontDoor frontDoor;
  private final Positions positions;
  private final CommunityOnboarding communityOnboarding;

  Emergency(TeamGroups groups, SaidWords words, FrontDoor frontDoor, Positions positions,
      CommunityOnboarding communityOnboarding) {
    super(EmergencySettings.SCENARIO, groups, words);
    this.frontDoor = frontDoor;
    this.positions = positions;
    this.communityOnboarding = communityOnboarding;
  }

  @Override
  protected void said(Turn turn, Incoming.Said said) throws Exception {
    frontDoor.said(turn, said);
  }

  @Override
  protected void pressed(Turn turn, Incoming.Pressed pressed) throws Exception {
    frontDoor.pressed(turn, pressed);
  }

  @Override
  protected void edited(Turn turn, Incoming.Edited edited) throws Exception {
    if (edited.direct()) {
      positions.edited(turn, edited);
    } else {
      super.edited(turn, edited);
    }
  }

  /// Nobody waits for a sign there.
  @Override
  protected boolean showsReaction(Turn turn, Incoming.Reacted reacted) {
    return false;
  }

  @Override
  protected boolean hearsElsewhere(Channel channel, Incoming incoming) {
    return communityOnboarding.hears(channel, incoming);
  }

  @Override
  protected void happenedElsewhere(Turn turn, Incoming incoming) throws Exception {
    communityOnboarding.happened(turn, incoming);
  }
}
