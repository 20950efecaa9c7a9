package otklik.workspaces;

import java.util.Comparator;

/// Where something was said.
///
/// @param line counted from 1; 0 where there are no lines
record YamlPosition(String source, int line) implements Comparable<YamlPosition> {
  static final YamlPosition ENVIRONMENT = new YamlPosition("environment", 0);

  @Override
  public int compareTo(YamlPosition other) {
    return Comparator.comparing(YamlPosition::source).thenComparing(YamlPosition::line).compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
