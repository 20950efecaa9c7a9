package otklik.intake;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.workspaces.Channel;

/// The scenarios of this build, by name.
@Component
final class Scenarios {
  private final Map<String, Scenario> byName;

  Scenarios(List<Scenario> all) {
    this.byName = all.stream().collect(Collectors.toMap(Scenario::name, Function.identity()));
  }

  Scenario of(Channel channel) {
    Scenario scenario = byName.get(channel.scenario());
    if (scenario == null) {
      throw new IllegalStateException("no scenario named " + channel.scenario());
    }
    return scenario;
  }
}
