package otklik.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Fact;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.kernel.Background;
import otklik.storage.Database;
import otklik.storage.Unavailable;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Makes one call and says what follows from what became of it. The next delivery of the lane waits until that is
/// durable, so that after a crash only calls that were in the air can be made twice.
@Component
final class Courier {
  private static final Logger log = LoggerFactory.getLogger(Courier.class);
  private static final Duration DATABASE_PAUSE = Duration.ofSeconds(1);
  private static final Duration SLOWED = Duration.ofSeconds(1);

  private final Outbox outbox;
  private final OutcomeRecorder recorder;
  private final Addressing addressing;
  private final GroupLoadListeners groupLoadListeners;
  private final RecoverableFailures recoverableFailures;
  private final Database database;
  private final Background background;

  Courier(Outbox outbox, OutcomeRecorder recorder, Addressing addressing, GroupLoadListeners groupLoadListeners,
      RecoverableFailures recoverableFailures, Database database, Background background) {
    this.outbox = outbox;
    this.recorder = recorder;
    this.addressing = addressing;
    this.groupLoadListeners = groupLoadListeners;
    this.recoverableFailures = recoverableFailures;
    this.database = database;
    this.background = background;
  }

  /// @param rows how many at most
  void load(Dispatcher dispatcher, Channel channel, Lane lane, int rows) {
    List<Delivery> found;
    try {
      found = outbox.pending(channel, lane.key, rows);
    } catch (RuntimeException | StackOverflowError failure) {
      log.error("{}: waiting deliveries can't be read, is tried again", channel.label(), failure);
      background.after(DATABASE_PAUSE, () -> load(dispatcher, channel, lane, rows));
      return;
    }
    dispatcher.loaded(lane, found);
  }

  void catchUp(Dispatcher dispatcher, Channel channel, List<String> butIn, int most) {
    List<Outbox.WaitingLane> waiting;
    try {
      waiting = outbox.waiting(channel, butIn, most);
    } catch (RuntimeException failure) {
      log.error("{}: waiting deliveries can't be read, is tried again", channel.label(), failure);
      background.after(DATABASE_PAUSE, () -> catchUp(dispatcher, channel, butIn, most));
      return;
    }
    dispatcher.found(waiting, most);
  }

  void carry(Dispatcher dispatcher, Lane lane, MadeCall made) {
    Settlement settlement = settlement(lane, made);
    dispatcher.ended(lane, made.parcel(), made.sender());
    dispatcher.settle(lane, made, settlement);
  }

  OutcomeRecorder recorder() {
    return recorder;
  }

  /// Whatever is thrown, something follows.
  private Settlement settlement(Lane lane, MadeCall made) {
    Outcome outcome = null;
    try {
      Optional<RecoverableFailures.Waits> ahead = recoverableFailures.ahead(made.channel(), made.first().call());
      if (ahead.isPresent()) {
        return new Settlement.Held(ahead.get());
      }
      if (waitsForEcho(lane, made.first())) {
        log.warn("{}: delivery {} was under way when the program ended", made.channel().label(), made.first().id().value());
        return new Settlement.NotMade();
      }
      if (!isOpenedMeanwhile(lane, made.first())) {
        if (!made.first().failures().allow(made.first().call())) {
          return new Settlement.Final(
              Outcome.Refused.because(Refusal.UNCONFIRMED, made.first().failures().told()));
        }
        if (made.first().failures().spareLast(made.first().call()) && !answers(made.sender())) {
          return new Settlement.NotMade();
        }
        outcome = make(lane, made);
      } else {
        outcome = new Outcome.Sent(List.of());
      }
      return settlement(made, outcome);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Settlement.Failed("interrupted", true);
    } catch (Unavailable e) {
      return outcome == null ? new Settlement.NotMade() : afterFault(made, outcome, e);
    } catch (RuntimeException | StackOverflowError e) {
      return outcome == null ? fault(made, e) : afterFault(made, outcome, e);
    } catch (Error e) {
      log.error("{}: delivery {}", made.channel().label(), made.first().id().value(), e);
      return outcome instanceof Outcome.Settled settled ? new Settlement.Final(settled)
          : new Settlement.Failed("a fault of ours: " + e.getClass().getSimpleName(), true);
    }
  }

  /// An earlier run began to open the topic. That isn't counted: however often a program ends here, the person needs one.
  private static boolean waitsForEcho(Lane lane, Delivery delivery) {
    return delivery.call() instanceof Call.OpenTopic && delivery.started() && lane.failures == 0;
  }

  /// The messenger tells of a topic that it opened by an update, too.
  private boolean isOpenedMeanwhile(Lane lane, Delivery delivery) {
    return delivery.call() instanceof Call.OpenTopic && lane.failures > 0 && !outbox.isPending(delivery);
  }

  /// Somebody who isn't answered at all is told so by the messenger's silence: then the last call is kept.
  private static boolean answers(SendingAccount sender) throws InterruptedException {
    return switch (sender.line.inspection().self()) {
      case Fact.Known<?> _, Fact.Refused<?> _ -> true;
      case Fact.OutOfReach<?> _ -> false;
    };
  }

  private Outcome make(Lane lane, MadeCall made) throws InterruptedException {
    Delivery delivery = made.first();
    if (delivery.call() instanceof Call.OpenTopic) {
      database.writeNow(tx -> {
        outbox.started(tx, delivery);
        return null;
      });
    }
    Call call = addressing.complete(delivery.channel(), made.parcel().call());
    if (call == null) {
      return Outcome.Refused.because(Refusal.MESSAGE_GONE, "the message was never made");
    }
    return made.sender().line.call(call);
  }

  /// To make it again would end the same way: it waits for whoever can look into it.
  private static Settlement fault(MadeCall made, Throwable fault) {
    log.error("{}: delivery {} failed inside", made.channel().label(), made.first().id().value(), fault);
    return made.parcel().isJoined() ? new Settlement.Apart()
        : new Settlement.Final(Outcome.Refused.because(Refusal.KEEPS_FAILING,
            "a fault of ours: " + fault.getClass().getSimpleName()));
  }

  /// What the messenger said counts, though something that should have followed did not.
  private static Settlement afterFault(MadeCall made, Outcome outcome, Throwable fault) {
    log.error("{}: what became of delivery {} could not be weighed", made.channel().label(),
        made.first().id().value(), fault);
    return switch (outcome) {
      case Outcome.Settled settled -> new Settlement.Final(settled);
      case Outcome.Later _ -> new Settlement.Failed("asked to wait", false);
      case Outcome.Down(var why) -> new Settlement.Failed(why, false);
      case Outcome.Unknown(var why) -> new Settlement.Failed(why, true);
    };
  }

  private Settlement settlement(MadeCall made, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Sent sent -> {
        if (sent.astray()) {
          recoverableFailures.strayed(made.channel(), made.first().call());
        }
        yield passed(made, sent);
      }
      case Outcome.Answered answered -> passed(made, answered);
      case Outcome.Refused refused -> refused(made, refused);
      case Outcome.Later later -> {
        log.warn("{}: asked to wait {} s", made.channel().label(), later.after().toSeconds());
        yield new Settlement.Throttled(later.after(), later.after().compareTo(SLOWED) < 0 ? later.after() : SLOWED);
      }
      case Outcome.Down(var why) -> new Settlement.Failed(why, false);
      case Outcome.Unknown(var why) -> new Settlement.Failed(why, true);
    };
  }

  private Settlement passed(MadeCall made, Outcome.Settled outcome) {
    if (!made.byHelper()) {
      recoverableFailures.passed(made.channel(), made.first().call());
    }
    return new Settlement.Final(outcome);
  }

  private Settlement refused(MadeCall made, Outcome.Refused refused) {
    if (made.byHelper() && made.first().by() == null) {
      return standIn(refused);
    }
    Channel channel = made.channel();
    Optional<RecoverableFailures.Waits> waits = made.byHelper() ? Optional.empty()
        : recoverableFailures.met(channel, made.first().call(), refused);
    if (waits.isPresent()) {
      return new Settlement.Held(waits.get());
    }
    if (refused.why() == Refusal.CHAT_MOVED && refused.movedTo() != null) {
      return new Settlement.Moved(refused.movedTo());
    }
    if (made.parcel().isJoined() && refused.why() == Refusal.NOT_ACCEPTED) {
      log.warn("{}: texts were refused together, are told one by one: {}", channel.label(), refused.detail());
      return new Settlement.Apart();
    }
    log.info("{}: delivery {} was refused: {}", channel.label(), made.first().id().value(), refused.detail());
    return new Settlement.Final(refused);
  }

  /// What a helper was refused the channel's own account tries, whose answer counts. A helper that can't speak in the
  /// group is left alone for a while.
  private static Settlement standIn(Outcome.Refused refused) {
    return new Settlement.StandIn(switch (refused.why()) {
      case CHANNEL_REVOKED, CHAT_GONE, NO_RIGHTS -> true;
      case PERSON_UNREACHABLE, CHAT_MOVED, TOPIC_GONE, TOPIC_CLOSED, MESSAGE_GONE, MESSAGE_FIXED, TOO_LATE, BAD_FILE,
          NO_VOICE, NOT_ACCEPTED, UNCONFIRMED, KEEPS_FAILING -> false;
    }, refused.detail());
  }

  /// The group lives on under another id; what follows does so whether or not that could be noted.
  void moved(MadeCall made, String to, Runnable then) {
    database.write(tx -> {
      addressing.moved(Turn.of(tx, made.channel()), made.first().call().place().chat(), to);
      return null;
    }).whenComplete((done, failure) -> then.run());
  }

  void tellOfHelper(MadeCall made, Lane lane, String detail) {
    Channel channel = made.channel();
    String helper = made.sender().id();
    log.error("{}: helper {} can't speak in {} and is left alone for {} min: {}", channel.label(), helper,
        lane.chat.id, Dispatcher.HELPER_PAUSE.toMinutes(), detail);
    groupLoadListeners.tell(channel, (turn, watch) -> watch.helperSetAside(turn, lane.chat.id, helper, detail));
  }

  void findMaker(Dispatcher dispatcher, Lane lane, Delivery delivery) {
    String account;
    try {
      account = outbox.makerOf(delivery.channel(), delivery.chat(),
          Objects.requireNonNull(SendingAccounts.changed(delivery.call())));
    } catch (RuntimeException failure) {
      log.error("{}: who wrote a message can't be read, is tried again", delivery.channel().label(), failure);
      background.after(DATABASE_PAUSE, () -> findMaker(dispatcher, lane, delivery));
      return;
    }
    @Nullable SendingAccount maker = account == null ? null : dispatcher.senders().named(account);
    dispatcher.assign(lane, Parcel.of(delivery), maker == null ? dispatcher.senders().own() : maker);
  }
}
