package otklik.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import otklik.workspaces.Channel;

/// Whether and how updates come in.
public interface IntakeStatus {
  boolean areOpen();

  /// Whether little comes in, because the program is short of memory.
  boolean isShortOfMemory();

  /// How long ago the messenger last answered when it was asked for a channel's updates, with all of them kept. Counts
  /// from the start at the earliest.
  Duration sinceAnswer(Channel channel);

  /// For how long a messenger has been asked in vain, or what it answered couldn't be kept; zero while asking goes well.
  Duration askedInVain(Channel channel);

  /// When updates of a channel were last kept in this run; when the doors opened, if none was since.
  Instant lastKept(Channel channel);

  /// When the update was kept that has waited longest to be handled, of all channels.
  Optional<Instant> oldestWaiting();
}
