package otklik.helpdesk.settings;

import java.time.Duration;
import otklik.people.RateLimitLog;
import otklik.settings.Section;

/// How much somebody may send whom the desk doesn't know: beyond it they are dropped at the door.
///
/// @param messages at most so many in any stretch of `per`
/// @param largestFile in bytes; larger ones aren't taken from strangers
public record StrangerLimitSettings(int messages, Duration per, long largestFile) {
  private static final int MEGABYTE = 1 << 20;
  static final StrangerLimitSettings DEFAULT = new StrangerLimitSettings(20, Duration.ofMinutes(10), 10L * MEGABYTE);

  public long largestMegabytes() {
    return largestFile / MEGABYTE;
  }

  static StrangerLimitSettings read(Section section) {
    Duration per = section.duration("per", DEFAULT.per);
    if (per.compareTo(RateLimitLog.LONGEST) > 0) {
      section.problem("per", "is longer than a day");
    }
    return new StrangerLimitSettings(
        section.whole("messages", 1, 1_000, DEFAULT.messages),
        per,
        (long) section.whole("largest-file-mb", 0, 2_000, (int) (DEFAULT.largestFile / MEGABYTE)) * MEGABYTE);
  }
}
