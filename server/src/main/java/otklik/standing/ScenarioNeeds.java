package otklik.standing;

import otklik.workspaces.ChannelSettings;

/// Says what a scenario needs in the messenger. Each scenario brings one, named in `META-INF/services`, because the
/// command `doctor` asks without a server.
public interface ScenarioNeeds {
  String scenario();

  Needs of(ChannelSettings channel);
}
