package otklik.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Line;
import otklik.channels.Lines;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.kernel.Background;
import otklik.storage.Database;
import otklik.storage.NotOurs;
import otklik.storage.Unavailable;
import otklik.workspaces.Channel;

/// Makes one call and records what became of it. The next delivery of the lane waits until that record is durable, so
/// that after a crash only calls that were in the air can be made twice.
@Component
final class Courier {
  /// The lane of a call that opens a topic begins with this. Such a call isn't repeated blindly: a second topic for
  /// one ticket would be worse than a late one, and Telegram tells us of the topic we made by an update of its own.
  static final String OPENING = "open/";
  static final Duration SHORTEST_REST = Duration.ofMillis(500);

  private static final Logger log = LoggerFactory.getLogger(Courier.class);
  private static final Duration LONGEST_REST = Duration.ofSeconds(15);
  private static final Duration ECHO_WAIT = Duration.ofSeconds(10);
  private static final Duration REVOKED_PAUSE = Duration.ofMinutes(1);
  private static final Duration DATABASE_PAUSE = Duration.ofSeconds(1);
  private static final Duration SLOWED = Duration.ofSeconds(1);
  private static final int HEARINGS = 3;
  /// A button waits for its answer no longer than this many tries.
  private static final int PRESS_TRIES = 5;

  private final Outbox outbox;
  private final Lines lines;
  private final Addressing addressing;
  private final Listeners listeners;
  private final Database database;
  private final Background background;
  private final InstantSource clock;

  Courier(Outbox outbox, Lines lines, Addressing addressing, Listeners listeners, Database database,
      Background background, InstantSource clock) {
    this.outbox = outbox;
    this.lines = lines;
    this.addressing = addressing;
    this.listeners = listeners;
    this.database = database;
    this.background = background;
    this.clock = clock;
  }

  void load(Dispatcher dispatcher, Channel channel, Lane lane) {
    List<Delivery> found;
    try {
      found = outbox.pending(channel, lane.key, lane.window.capacity());
    } catch (RuntimeException failure) {
      log.error("{}: waiting deliveries can't be read, is tried again", channel.label(), failure);
      background.after(DATABASE_PAUSE, () -> load(dispatcher, channel, lane));
      return;
    }
    dispatcher.loaded(lane, found);
  }

  void carry(Dispatcher dispatcher, Lane lane, Delivery delivery) {
    Outcome outcome;
    try {
      outcome = make(lane, delivery);
    } catch (Unavailable e) {
      outcome = new Outcome.Down(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outcome = new Outcome.Unknown("interrupted");
    } catch (RuntimeException | StackOverflowError e) {
      log.error("{}: delivery {} failed inside", delivery.channel().label(), delivery.id().value(), e);
      outcome = Outcome.Refused.because(Refusal.NOT_ACCEPTED, "a fault of ours: " + e.getClass().getSimpleName());
    }
    dispatcher.ended(lane, delivery);
    settle(dispatcher, lane, delivery, outcome);
  }

  private Outcome make(Lane lane, Delivery delivery) throws InterruptedException {
    boolean opening = delivery.call() instanceof Call.OpenTopic;
    if (opening) {
      if (delivery.started() && lane.failures == 0) {
        return new Outcome.Unknown("was under way when the program ended");
      }
      if (lane.failures > 0 && !outbox.isPending(delivery)) {
        return new Outcome.Sent(List.of());
      }
      database.writeNow(tx -> {
        outbox.started(tx, delivery, clock.instant());
        return null;
      });
    }
    Call call = addressing.complete(delivery.channel(), delivery.call());
    if (call == null) {
      return Outcome.Refused.because(Refusal.MESSAGE_GONE, "the message was never made");
    }
    Line line = lines.of(delivery.channel().id());
    return line.call(call);
  }

  private void settle(Dispatcher dispatcher, Lane lane, Delivery delivery, Outcome outcome) {
    switch (outcome) {
      case Outcome.Sent sent -> record(dispatcher, lane, delivery, sent, 1);
      case Outcome.Refused refused -> refused(dispatcher, lane, delivery, refused);
      case Outcome.Later later -> {
        log.warn("{}: asked to wait {} s", delivery.channel().label(), later.after().toSeconds());
        dispatcher.quiet(lane, delivery, later.after(), shorter(later.after(), SLOWED));
      }
      case Outcome.Down down -> again(dispatcher, lane, delivery, down.detail());
      case Outcome.Unknown unknown -> again(dispatcher, lane, delivery, unknown.detail());
    }
  }

  private void again(Dispatcher dispatcher, Lane lane, Delivery delivery, String why) {
    log.warn("{}: delivery {} got no answer ({}), is tried again", delivery.channel().label(), delivery.id().value(),
        why);
    if (delivery.call() instanceof Call.AnswerPress && lane.failures >= PRESS_TRIES) {
      record(dispatcher, lane, delivery, Outcome.Refused.because(Refusal.TOO_LATE, why), 1);
      return;
    }
    boolean opening = delivery.call() instanceof Call.OpenTopic;
    Duration rest = SHORTEST_REST.multipliedBy(1L << Math.min(lane.failures, 10));
    dispatcher.again(lane, opening ? ECHO_WAIT : shorter(rest, LONGEST_REST));
  }

  private void refused(Dispatcher dispatcher, Lane lane, Delivery delivery, Outcome.Refused refused) {
    if (refused.why() == Refusal.CHANNEL_REVOKED) {
      log.error("{}: the messenger doesn't accept the token: {}", delivery.channel().label(), refused.detail());
      dispatcher.quiet(lane, delivery, REVOKED_PAUSE, REVOKED_PAUSE);
    } else if (refused.why() == Refusal.CHAT_MOVED && refused.movedTo() != null) {
      String to = refused.movedTo();
      database.write(tx -> {
        addressing.moved(tx, delivery.channel(), delivery.call().place().chat(), to);
        return null;
      }).whenComplete((done, failure) -> dispatcher.quiet(lane, delivery, Duration.ZERO, Duration.ZERO));
    } else {
      record(dispatcher, lane, delivery, refused, 1);
    }
  }

  private void record(Dispatcher dispatcher, Lane lane, Delivery delivery, Outcome.Settled outcome, int hearing) {
    boolean tell = hearing <= HEARINGS;
    database.write(tx -> {
      outbox.settled(tx, delivery, outcome, clock.instant());
      if (tell) {
        listeners.tell(tx, delivery, outcome);
      } else {
        outbox.unheard(tx, delivery);
      }
      return null;
    }).whenComplete((done, failure) -> recorded(dispatcher, lane, delivery, outcome, hearing, failure));
  }

  private void recorded(Dispatcher dispatcher, Lane lane, Delivery delivery, Outcome.Settled outcome, int hearing,
      @Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause == null || (cause instanceof NotOurs lost && lost.isBecauseOf(Outbox.DONE))) {
      dispatcher.settled(lane);
    } else if (cause instanceof Unavailable) {
      background.after(DATABASE_PAUSE, () -> record(dispatcher, lane, delivery, outcome, hearing));
    } else {
      log.error("{}: the outcome of delivery {} was not understood ({} of {})", delivery.channel().label(),
          delivery.id().value(), hearing, HEARINGS, cause);
      background.after(DATABASE_PAUSE, () -> record(dispatcher, lane, delivery, outcome, hearing + 1));
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
