package otklik.rooms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import otklik.workspaces.Channel;

/// Each scenario's [Furnisher].
@Component
final class Furnishers {
  private final Map<String, Furnisher> byScenario;

  Furnishers(List<Furnisher> all) {
    this.byScenario = all.stream().collect(Collectors.toMap(Furnisher::scenario, Function.identity()));
  }

  Furnisher of(Channel channel) {
    Furnisher furnisher = byScenario.get(channel.scenario());
    if (furnisher == null) {
      throw new IllegalStateException("the scenario " + channel.scenario() + " has no rooms");
    }
    return furnisher;
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
