package otklik.workspaces;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// What is wrong, gathered so that all of it can be said at once.
final class Problems {
  /// A bot's token that landed under the wrong key must not be shown either.
  private static final Pattern TOKEN = Pattern.compile("\\d{5,}:[A-Za-z0-9_-]{10,}");

  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

  private record Problem(SettingPosition place, String text) {}

  private final Set<Problem> found = new LinkedHashSet<>();

  void add(SettingPosition place, String text) {
    String line = LINE_BREAK.matcher(text).replaceAll(" ");
    found.add(new Problem(place, TOKEN.matcher(line).replaceAll("…")));
  }

  boolean any() {
    return !found.isEmpty();
  }

  /// @throws WrongConfiguration when something was found
  void refuse() {
    if (any()) {
      throw new WrongConfiguration(
          found.stream()
              .sorted(Comparator.comparing(Problem::place))
              .map(problem -> problem.place() + ": " + problem.text())
              .toList());
    }
  }
}
