package otklik.workspaces;

import java.util.Comparator;

/// Where something was said.
///
/// @param line counted from 1; 0 where there are no lines
record SettingPosition(String source, int line) implements Comparable<SettingPosition> {
  static final SettingPosition ENVIRONMENT = new SettingPosition("environment", 0);

  @Override
  public int compareTo(SettingPosition other) {
    return Comparator.comparing(SettingPosition::source).thenComparing(SettingPosition::line).compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
