package otklik.standing;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import otklik.workspaces.ChannelSettings;

/// What each channel needs, as its scenario says.
public final class AllNeeds {
  private static final Map<String, ScenarioNeeds> BY_SCENARIO = ServiceLoader.load(ScenarioNeeds.class).stream()
      .map(ServiceLoader.Provider::get)
      .collect(Collectors.toMap(ScenarioNeeds::scenario, Function.identity()));

  private AllNeeds() {}

  public static Needs of(ChannelSettings channel) {
    ScenarioNeeds scenario = BY_SCENARIO.get(channel.scenario());
    return scenario == null ? Needs.NONE : scenario.of(channel);
  }
}
