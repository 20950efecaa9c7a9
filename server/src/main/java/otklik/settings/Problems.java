package otklik.settings;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What is wrong, gathered so that all of it can be said at once.
public final class Problems {
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

  private record Problem(SettingPosition place, String text) {}

  private final Set<Problem> found = new LinkedHashSet<>();
  private final List<Pattern> secrets;

  /// @param secrets how they look: one that landed under the wrong key must not be shown either
  public Problems(List<Pattern> secrets) {
    this.secrets = secrets;
  }

  public void add(SettingPosition place, String text) {
    String line = LINE_BREAK.matcher(text).replaceAll(" ");
    for (Pattern secret : secrets) {
      line = secret.matcher(line).replaceAll("…");
    }
    found.add(new Problem(place, line));
  }

  public boolean any() {
    return !found.isEmpty();
  }

  /// @throws WrongConfiguration when something was found
  public void refuse() {
    if (any()) {
      throw new WrongConfiguration(
          found.stream()
              .sorted(Comparator.comparing(Problem::place))
              .map(problem -> problem.place() + ": " + problem.text())
              .toList());
    }
  }
}
