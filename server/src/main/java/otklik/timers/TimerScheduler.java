package otklik.timers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.kernel.ChannelId;
import otklik.kernel.WorkspaceId;
import otklik.storage.Database;
import otklik.storage.FailureReason;
import otklik.storage.Outages;
import otklik.storage.Unavailable;
import otklik.storage.Work;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// Rings what is due. A timer whose handler fails is tried again later and in the end set aside; the others go on.
@Component
final class TimerScheduler implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(TimerScheduler.class);
  private static final int AT_ONCE = 200;
  private static final int ATTEMPTS = 5;
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(10);

  private final Timers timers;
  private final TimerSignal timerSignal;
  private final Channels channels;
  private final Database database;
  private final InstantSource clock;
  private final Map<String, TimerHandler> handlers = new HashMap<>();
  /// Of those that met one.
  private final Map<Long, Outages> outages = new ConcurrentHashMap<>();
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  TimerScheduler(Timers timers, TimerSignal timerSignal, Channels channels, Database database, InstantSource clock,
      List<TimerHandler> handlers) {
    this.timers = timers;
    this.timerSignal = timerSignal;
    this.channels = channels;
    this.database = database;
    this.clock = clock;
    for (TimerHandler handler : handlers) {
      for (String kind : handler.kinds()) {
        if (this.handlers.put(kind, handler) != null) {
          throw new IllegalStateException("two answer to timers of the kind " + kind);
        }
      }
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("timers").start(this::run);
  }

  private void run() {
    boolean goneOn = false;
    while (running) {
      try {
        if (!goneOn) {
          goOn();
          goneOn = true;
        }
        List<Timers.Due> due = timers.due(clock.instant(), AT_ONCE);
        waitForChannels(due);
        CompletableFuture.allOf(due.stream().map(this::ring).toArray(CompletableFuture[]::new)).join();
        if (due.size() < AT_ONCE) {
          timerSignal.sleepUntil(timers.next());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | StackOverflowError e) {
        log.error("timers can't be rung, is tried again", e);
        rest();
      }
    }
  }

  /// Timers that waited for a channel which is back ring late.
  private void goOn() {
    for (ChannelId back : timers.absent()) {
      channels.find(back).ifPresent(channel -> database.writeNow(tx -> {
        timers.goOn(Turn.of(tx, channel));
        return null;
      }));
    }
  }

  /// A channel that was taken out of the configuration may come back: its timers are no failures. Each is put out of the
  /// way once, so that however many they are nobody reads them again and nobody waits behind them.
  private void waitForChannels(List<Timers.Due> due) {
    Map<WorkspaceId, List<Long>> absent = due.stream().filter(one -> channels.find(one.channel()).isEmpty())
        .collect(Collectors.groupingBy(Timers.Due::workspace, Collectors.mapping(Timers.Due::id, Collectors.toList())));
    if (!absent.isEmpty()) {
      database.writeNow(tx -> {
        absent.forEach((workspace, ids) -> timers.waitForChannel(tx, workspace, ids));
        return null;
      });
    }
  }

  private void rest() {
    try {
      timerSignal.sleepUntil(null);
    } catch (InterruptedException e) {
      running = false;
    }
  }

  private CompletableFuture<Void> ring(Timers.Due due) {
    Channel channel = channels.find(due.channel()).orElse(null);
    if (channel == null) {
      return CompletableFuture.completedFuture(null);
    }
    Work<Void> work = tx -> {
      Timer timer = timers.take(tx, due, channel, tx.now());
      if (timer != null) {
        TimerHandler handler = handlers.get(timer.kind());
        if (handler == null) {
          throw new IllegalStateException("nobody answers to timers of the kind " + timer.kind());
        }
        handler.ring(Turn.of(tx, timer.channel()), timer);
      }
      return null;
    };
    // What failed may fail again, and takes long over it: then at least nobody else has to run twice.
    return (due.attempts() == 0 ? database.write(work) : database.writeAlone(work))
        .whenComplete((done, failure) -> {
          if (failure == null) {
            outages.remove(due.id());
          }
        }).exceptionallyCompose(failure -> {
          Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
          log.error("{}: timer {} failed", channel.label(), due.id(), cause);
          boolean waits = cause instanceof Unavailable outage
              && !outages.computeIfAbsent(due.id(), id -> new Outages()).areOfTheWork(outage);
          return waits ? CompletableFuture.failedFuture(cause) : postpone(due, channel, FailureReason.of(cause));
        });
  }

  private CompletableFuture<Void> postpone(Timers.Due due, Channel channel, String error) {
    boolean aside = due.attempts() + 1 >= ATTEMPTS;
    Instant next = clock.instant().plusSeconds(1L << (2 * due.attempts()));
    return database.write(tx -> {
      timers.failed(tx, due, error, next, aside);
      tx.afterCommit(() -> {
        if (aside) {
          outages.remove(due.id());
          log.error("{}: timer {} is set aside", channel.label(), due.id());
        }
      });
      return null;
    });
  }

  @Override
  public void stop() {
    running = false;
    timerSignal.set(Instant.EPOCH);
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
