package otklik.settings;

import java.util.List;

/// The installation can't start as it is configured; the program ends with exit code 2.
public final class WrongConfiguration extends RuntimeException {
  private final List<String> lines;

  public WrongConfiguration(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  /// One line for each thing that is wrong: where, what, what is allowed. Shows no secrets.
  public List<String> lines() {
    return lines;
  }
}
