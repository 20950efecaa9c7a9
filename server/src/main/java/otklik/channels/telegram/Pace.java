package otklik.channels.telegram;

import java.time.Duration;

/// How long to wait after which trouble.
///
/// @param first    after the first failure in a row; doubled each time
/// @param most     the longest of those
/// @param revoked  while Telegram doesn't know the token
/// @param conflict while another program polls for the same bot
/// @param scarce   between two questions for updates while the program is short of memory
record Pace(Duration first, Duration most, Duration revoked, Duration conflict, Duration scarce) {
  static final Pace USUAL =
      new Pace(Duration.ofMillis(500), Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofSeconds(5),
          Duration.ofSeconds(5));
}
