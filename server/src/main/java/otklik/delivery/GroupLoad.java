package otklik.delivery;

import java.time.Duration;
import otklik.workspaces.Channel;

/// How a group fares that shows no more than its messenger grants.
///
/// @param perMinute  how many operations are granted, as far as is known, all accounts together
/// @param waiting    operations that people's words need and for which there is no room yet
/// @param delay      how long the last of those will have to wait
/// @param used       how much of what is granted was used within the last minutes: 1 is all of it
/// @param overloaded whether people feel it, or soon will
public record GroupLoad(
    Channel channel, String chat, int perMinute, int waiting, Duration delay, double used, boolean overloaded) {
  private static final Duration LONG = Duration.ofSeconds(15);
  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final double HIGH = 0.8;
  private static final double LOW = 0.6;

  /// The same, judged: what is overloaded stays so until it is clearly better.
  GroupLoad judged(boolean before) {
    boolean now = before ? delay.compareTo(SHORT) > 0 || used > LOW : delay.compareTo(LONG) > 0 || used > HIGH;
    return new GroupLoad(channel, chat, perMinute, waiting, delay, used, now);
  }
}
