package otklik.timers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.storage.Database;
import otklik.storage.Unavailable;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// Rings what is due. A timer whose alarm fails is tried again later and in the end set aside; the others go on.
@Component
final class Clockwork implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Clockwork.class);
  private static final int AT_ONCE = 200;
  private static final int ATTEMPTS = 5;
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(10);

  private final Timers timers;
  private final Bell bell;
  private final Channels channels;
  private final Database database;
  private final InstantSource clock;
  private final Map<String, Alarm> alarms = new HashMap<>();
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  Clockwork(Timers timers, Bell bell, Channels channels, Database database, InstantSource clock,
      List<Alarm> alarms) {
    this.timers = timers;
    this.bell = bell;
    this.channels = channels;
    this.database = database;
    this.clock = clock;
    alarms.forEach(alarm -> alarm.kinds().forEach(kind -> this.alarms.put(kind, alarm)));
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("timers").start(this::run);
  }

  private void run() {
    while (running) {
      try {
        List<Timers.Due> due = timers.due(clock.instant(), AT_ONCE);
        CompletableFuture.allOf(due.stream().map(this::ring).toArray(CompletableFuture[]::new)).join();
        if (due.size() < AT_ONCE) {
          bell.sleepUntil(timers.next());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.error("timers can't be rung, is tried again", e);
        rest();
      }
    }
  }

  private void rest() {
    try {
      bell.sleepUntil(null);
    } catch (InterruptedException e) {
      running = false;
    }
  }

  private CompletableFuture<Void> ring(Timers.Due due) {
    Channel channel = channels.find(due.channel()).orElse(null);
    if (channel == null) {
      return postpone(due, "no such channel in the configuration");
    }
    return database.<Void>write(tx -> {
      Timer timer = timers.take(tx, due, channel, clock.instant());
      if (timer != null) {
        Alarm alarm = alarms.get(timer.kind());
        if (alarm == null) {
          throw new IllegalStateException("nobody answers to timers of the kind " + timer.kind());
        }
        alarm.ring(tx, timer);
      }
      return null;
    }).exceptionallyCompose(failure -> {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      log.error("{}: timer {} failed", channel.label(), due.id(), cause);
      return cause instanceof Unavailable ? CompletableFuture.failedFuture(cause)
          : postpone(due, String.valueOf(cause));
    });
  }

  private CompletableFuture<Void> postpone(Timers.Due due, String error) {
    boolean aside = due.attempts() + 1 >= ATTEMPTS;
    Instant next = clock.instant().plusSeconds(1L << (2 * due.attempts()));
    return database.write(tx -> {
      timers.failed(tx, due, error, next, aside);
      return null;
    });
  }

  @Override
  public void stop() {
    running = false;
    bell.set(Instant.EPOCH);
    try {
      // An interruption would cut the database's connections too, so it is only for a database that doesn't answer.
      if (!thread.join(LONGEST_DRAIN)) {
        thread.interrupt();
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 200;
  }
}
