package otklik.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import otklik.channels.Door;
import otklik.channels.Received;
import otklik.kernel.ChannelId;
import otklik.kernel.TimeSource;
import otklik.workspaces.Channel;

/// When each channel was last heard of, and how much of it may come. Says how it is in this run, so nothing of it is
/// kept.
final class Arrivals {
  /// Between two updates that a messenger may push to a channel while memory is short.
  private static final long SCARCE = Duration.ofSeconds(1).toNanos();

  private final Map<ChannelId, Arrival> arrivals = new HashMap<>();
  private final TimeSource time;
  private final MemoryWatch memory;

  private static final class Arrival {
    volatile long answeredAt;
    volatile boolean inVain;
    volatile Instant keptAt = Instant.EPOCH;
    final AtomicLong pushedAt = new AtomicLong();
  }

  Arrivals(Collection<Channel> channels, TimeSource time, MemoryWatch memory) {
    this.time = time;
    this.memory = memory;
    channels.forEach(channel -> arrivals.put(channel.id(), new Arrival()));
  }

  /// Everything counts from now.
  void begin() {
    arrivals.values().forEach(arrival -> {
      arrival.answeredAt = time.nanos();
      arrival.keptAt = time.instant();
      arrival.pushedAt.set(time.nanos() - SCARCE);
    });
  }

  /// A door that notes what goes through it.
  Door noting(Channel channel, Door door) {
    Arrival arrival = arrivals.get(channel.id());
    return new Door() {
      @Override
      public void accept(List<Received> updates) throws InterruptedException {
        door.accept(updates);
        arrival.keptAt = time.instant();
      }

      @Override
      public void answered() {
        arrival.answeredAt = time.nanos();
        arrival.inVain = false;
        door.answered();
      }

      @Override
      public void askedInVain() {
        arrival.inVain = true;
        door.askedInVain();
      }

      @Override
      public boolean isShortOfMemory() {
        return memory.isShort();
      }

      @Override
      public boolean mayPush() {
        long now = time.nanos();
        long before = arrival.pushedAt.get();
        return !memory.isShort() || now - before >= SCARCE && arrival.pushedAt.compareAndSet(before, now);
      }

      @Override
      public void refused(String detail) {
        door.refused(detail);
      }

      @Override
      public void admitted() {
        door.admitted();
      }
    };
  }

  Duration sinceAnswer(Channel channel) {
    return Duration.ofNanos(time.nanos() - arrivals.get(channel.id()).answeredAt);
  }

  /// An answer may be on its way until asking fails.
  Duration askedInVain(Channel channel) {
    return arrivals.get(channel.id()).inVain ? sinceAnswer(channel) : Duration.ZERO;
  }

  Instant lastKept(Channel channel) {
    return arrivals.get(channel.id()).keptAt;
  }
}
