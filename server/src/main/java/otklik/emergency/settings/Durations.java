package otklik.emergency.settings;

import java.time.Duration;
import otklik.dialogs.Visitor;

/// Spans of time as people say them.
public final class Durations {
  private Durations() {}

  public static String inWords(Visitor reader, Duration time) {
    return time.toHours() >= 1 && time.toMinutesPart() == 0
        ? reader.text("emergency.time.hours", "hours", time.toHours())
        : reader.text("emergency.time.minutes", "minutes", Math.max(1, time.toMinutes()));
  }
}
