package otklik.settings;

import java.util.Comparator;

/// Where something was said.
///
/// @param line counted from 1; 0 where there are no lines
public record SettingPosition(String source, int line) implements Comparable<SettingPosition> {
  public static final SettingPosition ENVIRONMENT = new SettingPosition("environment", 0);

  @Override
  public int compareTo(SettingPosition other) {
    return Comparator.comparing(SettingPosition::source).thenComparing(SettingPosition::line).compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
