package otklik.workspaces;

import java.util.Comparator;

/// Where something was said.
///
/// @param line counted from 1; 0 where there are no lines
record Place(String source, int line) implements Comparable<Place> {
  static final Place ENVIRONMENT = new Place("environment", 0);

  @Override
  public int compareTo(Place other) {
    return Comparator.comparing(Place::source).thenComparing(Place::line).compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
