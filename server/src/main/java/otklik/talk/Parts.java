package otklik.talk;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The parts of each scenario by their names. What a scenario brings stands before what all have.
final class Parts {
  private Parts() {}

  /// @throws IllegalStateException when one scenario brings two of a name
  static <P extends Part> Map<String, Map<String, P>> named(Collection<P> parts, Function<P, String> name) {
    Map<String, Map<String, P>> named = new HashMap<>();
    parts.forEach(part -> put(named, part.scenario(), name.apply(part), part));
    return named;
  }

  /// The one part of each scenario that has it.
  ///
  /// @throws IllegalStateException when one scenario brings two
  static <P extends Part> Map<String, P> single(Collection<P> parts) {
    return parts.stream().collect(Collectors.toMap(Part::scenario, Function.identity()));
  }

  static <V> void put(Map<String, Map<String, V>> all, String scenario, String name, V value) {
    if (all.computeIfAbsent(scenario, _ -> new LinkedHashMap<>()).put(name, value) != null) {
      throw new IllegalStateException("the scenario '" + scenario + "' has two of " + name);
    }
  }

  static <V> @Nullable V of(Map<String, Map<String, V>> all, String scenario, String name) {
    V own = all.getOrDefault(scenario, Map.of()).get(name);
    return own != null ? own : all.getOrDefault(Part.EVERY, Map.of()).get(name);
  }

  /// All that the scenario has.
  static <V> Map<String, V> of(Map<String, Map<String, V>> all, String scenario) {
    Map<String, V> together = new LinkedHashMap<>(all.getOrDefault(Part.EVERY, Map.of()));
    together.putAll(all.getOrDefault(scenario, Map.of()));
    return together;
  }
}
