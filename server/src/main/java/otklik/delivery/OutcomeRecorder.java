package otklik.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Outcome;
import otklik.kernel.Background;
import otklik.storage.Database;
import otklik.storage.Outages;
import otklik.storage.StaleRow;
import otklik.storage.Tx;
import otklik.storage.Unavailable;
import otklik.storage.Work;

/// Makes durable what became of calls, and tells listeners in the same transaction. Whatever goes wrong is tried again:
/// what is to follow follows once, and only then.
@Component
final class OutcomeRecorder {
  private static final Logger log = LoggerFactory.getLogger(OutcomeRecorder.class);
  private static final Duration DATABASE_PAUSE = Duration.ofSeconds(1);
  private static final int HEARINGS = 3;

  private final Outbox outbox;
  private final Listeners listeners;
  private final Database database;
  private final Background background;

  OutcomeRecorder(Outbox outbox, Listeners listeners, Database database, Background background) {
    this.outbox = outbox;
    this.listeners = listeners;
    this.database = database;
    this.background = background;
  }

  void settled(MadeCall made, Outcome.Settled outcome, Runnable then) {
    settled(made, outcome, 1, new Outages(), then);
  }

  /// How often they failed; that must be known before the next call, also to the next run.
  void failed(List<Delivery> deliveries, Runnable then) {
    write(() -> database.write(tx -> {
      for (Delivery delivery : deliveries) {
        outbox.failed(tx, delivery);
      }
      return null;
    }), failure -> {
      if (failure == null) {
        then.run();
      } else {
        background.after(DATABASE_PAUSE, () -> failed(deliveries, then));
      }
    });
  }

  /// @param outages those that the record of it met
  private void settled(MadeCall made, Outcome.Settled outcome, int hearing, Outages outages, Runnable then) {
    Work<Void> work = tx -> {
      List<Delivery> awaited = new ArrayList<>(made.deliveries().size());
      for (Delivery delivery : made.deliveries()) {
        if (outbox.settled(tx, delivery, outcome, made.joined(), made.helper())) {
          awaited.add(delivery);
        } else {
          arrivedInVain(tx, made, outcome);
        }
      }
      for (Delivery delivery : awaited) {
        if (hearing <= HEARINGS) {
          listeners.tell(tx, delivery, outcome);
        } else {
          outbox.unheard(tx, delivery);
        }
      }
      return null;
    };
    write(() -> hearing == 1 ? database.write(work) : database.writeAlone(work),
        failure -> recorded(made, outcome, hearing, outages, then, failure));
  }

  private interface End {
    void came(@Nullable Throwable failure);
  }

  /// A database that doesn't even take the work is one that failed.
  private static void write(Supplier<CompletableFuture<Void>> work, End end) {
    CompletableFuture<Void> written;
    try {
      written = work.get();
    } catch (RuntimeException failure) {
      end.came(failure);
      return;
    }
    written.whenComplete((done, failure) ->
        end.came(failure instanceof CompletionException ? failure.getCause() : failure));
  }

  private void recorded(MadeCall made, Outcome.Settled outcome, int hearing, Outages outages, Runnable then,
      @Nullable Throwable cause) {
    if (cause instanceof Unavailable outage && !outages.areOfTheWork(outage)) {
      background.after(DATABASE_PAUSE, () -> settled(made, outcome, hearing, outages, then));
    } else if (cause != null && made.deliveries().size() > 1) {
      each(made, 0, outcome, then);
    } else if (cause == null) {
      then.run();
    } else if (cause instanceof StaleRow lost && Outbox.isDone(lost)) {
      database.write(tx -> {
        arrivedInVain(tx, made, outcome);
        return null;
      });
      then.run();
    } else {
      log.error("{}: the outcome of delivery {} was not understood ({} of {})", made.channel().label(),
          made.first().id().value(), hearing, HEARINGS, cause);
      background.after(pause(hearing), () -> settled(made, outcome, hearing + 1, outages, then));
    }
  }

  /// What can't even be recorded without being heard is a fault that somebody must mend: until then it is tried rarely.
  private static Duration pause(int hearing) {
    return DATABASE_PAUSE.multipliedBy(1L << Math.clamp(hearing - HEARINGS, 0, 6));
  }

  private void arrivedInVain(Tx tx, MadeCall made, Outcome.Settled outcome) {
    if (outcome instanceof Outcome.Sent && made.joined() == null) {
      outbox.arrivedInVain(tx, made.first(), made.helper());
    }
  }

  /// Something is wrong with one of them, which mustn't touch the others.
  private void each(MadeCall made, int next, Outcome.Settled outcome, Runnable then) {
    if (next == made.deliveries().size()) {
      then.run();
    } else {
      settled(made.only(next), outcome, 1, new Outages(), () -> each(made, next + 1, outcome, then));
    }
  }
}
