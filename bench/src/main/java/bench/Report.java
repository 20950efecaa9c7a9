package bench;

import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A table of what was measured.
final class Report {
  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void begin(String title) {
    say("");
    say(title);
  }

  /// Best (marked), median, and every run.
  void row(String name, String unit, List<Double> values, boolean moreIsBetter, String format) {
    List<Double> sorted = values.stream().sorted().toList();
    double best = moreIsBetter ? Collections.max(values) : Collections.min(values);
    double median = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    note(name, "best* %s %s, median %s   (%s)".formatted(shown(format, best), unit, shown(format, median),
        values.stream().map(value -> shown(format, value) + (value == best ? "*" : "")).collect(
            Collectors.joining(" "))));
  }

  void note(String name, String value) {
    say("  %-58s %s".formatted(name, value));
  }

  /// Shown at once, because a whole benchmark takes minutes.
  private void say(String line) {
    out.println(line);
  }

  private static String shown(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
