package otklik.helpdesk.settings;

import java.time.Duration;
import otklik.settings.Section;

/// How soon the desk means to answer, in working time.
///
/// @param normal     for ordinary tickets
/// @param urgent     for urgent ones
/// @param remindBefore how long before a breach the topic is reminded, in working time
public record Sla(Times normal, Times urgent, Duration remindBefore) {
  /// @param firstAnswer from opening to the first answer
  /// @param nextAnswer  from a person's words to the next answer
  /// @param resolution  from opening to closing, without the time in which the desk waited for the person
  public record Times(Duration firstAnswer, Duration nextAnswer, Duration resolution) {
    public Duration of(SlaClock.Kind kind) {
      return switch (kind) {
        case FIRST -> firstAnswer;
        case NEXT -> nextAnswer;
        case RESOLUTION -> resolution;
      };
    }
  }

  public static final Sla DEFAULT = new Sla(
      new Times(Duration.ofHours(4), Duration.ofHours(4), Duration.ofHours(27)),
      new Times(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(9)),
      Duration.ofMinutes(15));

  static Sla read(Section section) {
    return new Sla(times(section, DEFAULT.normal), times(section.section("urgent"), DEFAULT.urgent),
        section.duration("remind-before", DEFAULT.remindBefore));
  }

  private static Times times(Section section, Times otherwise) {
    return new Times(time(section, "first-answer", otherwise.firstAnswer),
        time(section, "next-answer", otherwise.nextAnswer), time(section, "resolution", otherwise.resolution));
  }

  private static Duration time(Section section, String key, Duration otherwise) {
    Duration time = section.duration(key, otherwise);
    if (time.isZero()) {
      section.problem(key, "nothing can be answered in no time");
    }
    return time;
  }

  public Times of(boolean isUrgent) {
    return isUrgent ? urgent : normal;
  }
}
