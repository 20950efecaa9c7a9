package otklik.rooms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import otklik.workspaces.Channel;

/// Each scenario's [RoomProvider].
@Component
final class RoomProviders {
  private final Map<String, RoomProvider> byScenario;

  RoomProviders(List<RoomProvider> all) {
    this.byScenario = all.stream().collect(Collectors.toMap(RoomProvider::scenario, Function.identity()));
  }

  RoomProvider of(Channel channel) {
    RoomProvider provider = byScenario.get(channel.scenario());
    if (provider == null) {
      throw new IllegalStateException("the scenario " + channel.scenario() + " has no rooms");
    }
    return provider;
  }

  boolean has(Channel channel) {
    return byScenario.containsKey(channel.scenario());
  }

  /// The stored names of these tags in all scenarios.
  Set<String> kinds(RoomTag... tags) {
    return byScenario.keySet().stream()
        .flatMap(scenario -> Stream.of(tags).map(tag -> tag.in(scenario))).collect(Collectors.toSet());
  }
}
