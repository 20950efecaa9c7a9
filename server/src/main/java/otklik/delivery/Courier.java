package otklik.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.kernel.Background;
import otklik.kernel.DeliveryId;
import otklik.storage.Database;
import otklik.storage.NotOurs;
import otklik.storage.Outages;
import otklik.storage.Unavailable;
import otklik.storage.Work;
import otklik.workspaces.Channel;

/// Makes one call and records what became of it. The next delivery of the lane waits until that record is durable, so
/// that after a crash only calls that were in the air can be made twice.
@Component
final class Courier {
  static final Duration SHORTEST_REST = Duration.ofMillis(500);

  private static final Logger log = LoggerFactory.getLogger(Courier.class);
  private static final Duration LONGEST_REST = Duration.ofSeconds(15);
  private static final Duration ECHO_WAIT = Duration.ofSeconds(10);
  static final Duration REFUSED_REST = Duration.ofMinutes(1);
  /// A helper that lost its rights is asked again so much later.
  private static final Duration HELPER_PAUSE = Duration.ofMinutes(10);
  private static final Duration DATABASE_PAUSE = Duration.ofSeconds(1);
  private static final Duration SLOWED = Duration.ofSeconds(1);
  private static final int HEARINGS = 3;
  /// A button waits for its answer no longer than this many tries.
  private static final int PRESS_TRIES = 5;

  private final Outbox outbox;
  private final Addressing addressing;
  private final Listeners listeners;
  private final Watches watches;
  private final Obstacles obstacles;
  private final Database database;
  private final Background background;
  private final InstantSource clock;

  Courier(Outbox outbox, Addressing addressing, Listeners listeners, Watches watches, Obstacles obstacles,
      Database database, Background background, InstantSource clock) {
    this.outbox = outbox;
    this.addressing = addressing;
    this.listeners = listeners;
    this.watches = watches;
    this.obstacles = obstacles;
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

  void carry(Dispatcher dispatcher, Lane lane, Parcel parcel, Voice voice) {
    Delivery delivery = parcel.first();
    Optional<Obstacles.Waits> ahead = Optional.empty();
    Outcome outcome;
    try {
      ahead = obstacles.ahead(delivery.channel(), delivery.call());
      outcome = ahead.isPresent() ? new Outcome.Down("not tried") : make(lane, parcel, voice);
    } catch (Unavailable e) {
      outcome = new Outcome.Down(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outcome = new Outcome.Unknown("interrupted");
    } catch (RuntimeException | StackOverflowError e) {
      log.error("{}: delivery {} failed inside", delivery.channel().label(), delivery.id().value(), e);
      outcome = Outcome.Refused.because(Refusal.NOT_ACCEPTED, "a fault of ours: " + e.getClass().getSimpleName());
    }
    dispatcher.ended(lane, parcel, voice);
    if (ahead.isPresent()) {
      dispatcher.hold(lane, parcel, ahead.get());
    } else {
      settle(dispatcher, lane, new Made(parcel, parcel.deliveries(), voice), outcome);
    }
  }

  private Outcome make(Lane lane, Parcel parcel, Voice voice) throws InterruptedException {
    Delivery delivery = parcel.first();
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
    Call call = addressing.complete(delivery.channel(), parcel.call());
    if (call == null) {
      return Outcome.Refused.because(Refusal.MESSAGE_GONE, "the message was never made");
    }
    return voice.line.call(call);
  }

  /// A call that was made, and by whom.
  ///
  /// @param deliveries those of the parcel that are recorded together
  /// @param outages    those that the record of it met
  private record Made(Parcel parcel, List<Delivery> deliveries, Voice voice, Outages outages) {
    Made(Parcel parcel, List<Delivery> deliveries, Voice voice) {
      this(parcel, deliveries, voice, new Outages());
    }

    Made only(int one) {
      return new Made(parcel, List.of(deliveries.get(one)), voice);
    }

    Delivery first() {
      return deliveries.getFirst();
    }

    /// The first of those that were told together.
    @Nullable DeliveryId joined() {
      return parcel.isJoined() ? parcel.first().id() : null;
    }

    Channel channel() {
      return first().channel();
    }
  }

  private void settle(Dispatcher dispatcher, Lane lane, Made made, Outcome outcome) {
    switch (outcome) {
      case Outcome.Sent sent -> {
        if (sent.astray()) {
          obstacles.strayed(made.channel(), made.first().call());
        }
        passed(dispatcher, lane, made, sent);
      }
      case Outcome.Answered answered -> passed(dispatcher, lane, made, answered);
      case Outcome.Refused refused -> refused(dispatcher, lane, made, refused);
      case Outcome.Later later -> {
        log.warn("{}: asked to wait {} s", made.channel().label(), later.after().toSeconds());
        dispatcher.throttled(lane, made.parcel(), made.voice(), later.after(), shorter(later.after(), SLOWED));
      }
      case Outcome.Down down -> again(dispatcher, lane, made, down.detail());
      case Outcome.Unknown unknown -> again(dispatcher, lane, made, unknown.detail());
    }
  }

  private void passed(Dispatcher dispatcher, Lane lane, Made made, Outcome.Settled outcome) {
    if (!dispatcher.voices().isHelper(made.voice())) {
      obstacles.passed(made.channel(), made.first().call());
    }
    record(dispatcher, lane, made, outcome);
  }

  private void again(Dispatcher dispatcher, Lane lane, Made made, String why) {
    Delivery delivery = made.first();
    log.warn("{}: delivery {} got no answer ({}), is tried again", delivery.channel().label(), delivery.id().value(),
        why);
    if (delivery.call() instanceof Call.AnswerPress && lane.failures >= PRESS_TRIES) {
      record(dispatcher, lane, made, Outcome.Refused.because(Refusal.TOO_LATE, why));
      return;
    }
    boolean opening = delivery.call() instanceof Call.OpenTopic;
    Duration rest = SHORTEST_REST.multipliedBy(1L << Math.min(lane.failures, 10));
    dispatcher.again(lane, opening ? ECHO_WAIT : shorter(rest, LONGEST_REST));
  }

  private void refused(Dispatcher dispatcher, Lane lane, Made made, Outcome.Refused refused) {
    boolean byHelper = dispatcher.voices().isHelper(made.voice());
    if (byHelper && made.first().by() == null) {
      standIn(dispatcher, lane, made, refused);
      return;
    }
    Channel channel = made.channel();
    Optional<Obstacles.Waits> waits = byHelper ? Optional.empty()
        : obstacles.met(channel, made.first().call(), refused);
    if (waits.isPresent()) {
      dispatcher.hold(lane, made.parcel(), waits.get());
    } else if (refused.why() == Refusal.CHAT_MOVED && refused.movedTo() != null) {
      String to = refused.movedTo();
      database.write(tx -> {
        addressing.moved(tx, channel, made.first().call().place().chat(), to);
        return null;
      }).whenComplete((done, failure) -> dispatcher.onceMore(lane));
    } else if (made.parcel().isJoined() && refused.why() == Refusal.NOT_ACCEPTED) {
      log.warn("{}: texts were refused together, are told one by one: {}", channel.label(), refused.detail());
      dispatcher.apart(lane, made.parcel());
    } else {
      record(dispatcher, lane, made, refused);
    }
  }

  /// What a helper was refused the channel's own account tries, whose answer counts. A helper that can't speak in the
  /// group is left alone for a while.
  private void standIn(Dispatcher dispatcher, Lane lane, Made made, Outcome.Refused refused) {
    boolean cannotSpeak = switch (refused.why()) {
      case CHANNEL_REVOKED, CHAT_GONE, NO_RIGHTS -> true;
      case PERSON_UNREACHABLE, CHAT_MOVED, TOPIC_GONE, TOPIC_CLOSED, MESSAGE_GONE, TOO_LATE, BAD_FILE, NOT_ACCEPTED ->
          false;
    };
    if (cannotSpeak && dispatcher.setAside(lane, made.voice(), HELPER_PAUSE)) {
      String helper = made.voice().id();
      log.error("{}: helper {} can't speak in {} and is left alone for {} min: {}", made.channel().label(), helper,
          lane.chat.id, HELPER_PAUSE.toMinutes(), refused.detail());
      watches.tell(made.channel(),
          (tx, watch) -> watch.helperSetAside(tx, made.channel(), lane.chat.id, helper, refused.detail()));
    }
    dispatcher.assign(lane, made.parcel(), dispatcher.voices().own());
  }

  void findMaker(Dispatcher dispatcher, Lane lane, Delivery delivery) {
    String account;
    try {
      account = outbox.makerOf(delivery.channel(), delivery.chat(),
          Objects.requireNonNull(Voices.changed(delivery.call())));
    } catch (RuntimeException failure) {
      log.error("{}: who wrote a message can't be read, is tried again", delivery.channel().label(), failure);
      background.after(DATABASE_PAUSE, () -> findMaker(dispatcher, lane, delivery));
      return;
    }
    Voice maker = account == null ? null : dispatcher.voices().named(account);
    dispatcher.assign(lane, Parcel.of(delivery), maker == null ? dispatcher.voices().own() : maker);
  }

  private void record(Dispatcher dispatcher, Lane lane, Made made, Outcome.Settled outcome) {
    record(made, outcome, dispatcher.voices().isHelper(made.voice()) ? made.voice().id() : null, 1,
        () -> dispatcher.settled(lane, made.parcel(), made.voice()));
  }

  private void record(Made made, Outcome.Settled outcome, @Nullable String helper, int hearing, Runnable then) {
    boolean tell = hearing <= HEARINGS;
    Work<Void> work = tx -> {
      for (Delivery delivery : made.deliveries()) {
        outbox.settled(tx, delivery, outcome, made.joined(), helper, clock.instant());
      }
      for (Delivery delivery : made.deliveries()) {
        if (tell) {
          listeners.tell(tx, delivery, outcome);
        } else {
          outbox.unheard(tx, delivery);
        }
      }
      return null;
    };
    (hearing == 1 ? database.write(work) : database.writeAlone(work))
        .whenComplete((done, failure) -> recorded(made, outcome, helper, hearing, then, failure));
  }

  private void recorded(Made made, Outcome.Settled outcome, @Nullable String helper, int hearing, Runnable then,
      @Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof Unavailable outage && !made.outages().areOfTheWork(outage)) {
      background.after(DATABASE_PAUSE, () -> record(made, outcome, helper, hearing, then));
    } else if (cause != null && made.deliveries().size() > 1) {
      recordEach(made, 0, outcome, helper, then);
    } else if (cause == null) {
      then.run();
    } else if (cause instanceof NotOurs lost && Outbox.isDone(lost)) {
      if (outcome instanceof Outcome.Sent && made.joined() == null) {
        database.write(tx -> {
          outbox.arrivedInVain(tx, made.first(), helper, clock.instant());
          return null;
        });
      }
      then.run();
    } else {
      log.error("{}: the outcome of delivery {} was not understood ({} of {})", made.channel().label(),
          made.first().id().value(), hearing, HEARINGS, cause);
      background.after(DATABASE_PAUSE, () -> record(made, outcome, helper, hearing + 1, then));
    }
  }

  /// Something is wrong with one of them, which mustn't touch the others.
  private void recordEach(Made made, int next, Outcome.Settled outcome, @Nullable String helper, Runnable then) {
    if (next == made.deliveries().size()) {
      then.run();
    } else {
      record(made.only(next), outcome, helper, 1, () -> recordEach(made, next + 1, outcome, helper, then));
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
