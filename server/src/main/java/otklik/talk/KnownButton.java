package otklik.talk;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who answers for a kind of button.
record KnownButton<B extends Part>(Press.Kind kind, B button) {
  /// What was pressed, read.
  record Read<B extends Part>(Press press, B button) {}

  static <B extends Part> Map<String, Map<String, KnownButton<B>>> byWord(Collection<B> buttons,
      Function<B, Set<Press.Kind>> kinds) {
    Map<String, Map<String, KnownButton<B>>> known = new HashMap<>();
    for (B button : buttons) {
      for (Press.Kind kind : kinds.apply(button)) {
        Parts.put(known, button.scenario(), kind.word(), new KnownButton<>(kind, button));
      }
    }
    return known;
  }

  /// Empty for what no button of the scenario carries.
  ///
  /// @param data as it came from the messenger
  static <B extends Part> Optional<Read<B>> read(Map<String, Map<String, KnownButton<B>>> all, String scenario,
      @Nullable String data) {
    if (data == null) {
      return Optional.empty();
    }
    KnownButton<B> known = Parts.of(all, scenario, data.split(":", 2)[0]);
    return known == null ? Optional.empty()
        : Press.read(data, known.kind()).map(press -> new Read<>(press, known.button()));
  }
}
