package otklik.emergency;

import java.util.List;
import java.util.Set;
import otklik.channels.Right;
import otklik.emergency.settings.EmergencySettings;
import otklik.relay.Receipts;
import otklik.standing.Needs;
import otklik.standing.ScenarioNeeds;
import otklik.workspaces.ChannelSettings;

/// A panic button needs its coordinators' group, with topics unless its cards are to stand among other things, the
/// rights to work there, and its coordinators in it. Communities come and go by themselves.
public final class EmergencyNeeds implements ScenarioNeeds {
  private static final Set<Right> WITH_TOPICS = Set.of(Right.values());
  private static final Set<Right> WITHOUT = Set.of(Right.PIN_MESSAGES, Right.DELETE_MESSAGES);

  @Override
  public String scenario() {
    return EmergencySettings.SCENARIO;
  }

  @Override
  public Needs of(ChannelSettings channel) {
    EmergencySettings settings = channel.settings(EmergencySettings.class);
    boolean topics = settings.coordinatorsTopics();
    return new Needs(List.of(new Needs.Group(settings.coordinatorsChat(), "coordinators-chat-id", topics,
        topics ? WITH_TOPICS : WITHOUT, settings.coordinators(), "coordinators",
        Receipts.USED)), Set.of());
  }
}
