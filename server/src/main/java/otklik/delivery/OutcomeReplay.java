package otklik.delivery;

import static org.jooq.impl.DSL.inline;
import static otklik.storage.schema.Tables.DELIVERY;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.kernel.Background;
import otklik.kernel.ChannelId;
import otklik.kernel.DeliveryId;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.Database;
import otklik.storage.Json;
import otklik.storage.Unavailable;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// Tells listeners once more what became of deliveries that they failed on, when somebody asks for that
/// ([DeliveriesAside#replay]). A listener that fails again leaves it as it was: unheard.
@Component
final class OutcomeReplay implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OutcomeReplay.class);
  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final int AT_ONCE = 100;

  private final Channels channels;
  private final Dispatchers dispatchers;
  private final Listeners listeners;
  private final Database database;
  private final Background background;
  private volatile boolean running;

  OutcomeReplay(Channels channels, Dispatchers dispatchers, Listeners listeners, Database database,
      Background background) {
    this.channels = channels;
    this.dispatchers = dispatchers;
    this.listeners = listeners;
    this.database = database;
    this.background = background;
  }

  @Override
  public void start() {
    running = true;
    background.every(PAUSE, () -> {
      if (running) {
        tell();
      }
    });
  }

  /// @param call empty when it was erased meanwhile
  private record Unheard(DeliveryId id, ChannelId channel, String chat, String lane, String call,
      @Nullable String subject, @Nullable String result, @Nullable String error, Instant owedAt) {
    boolean isErased() {
      return call.equals("{}");
    }

    Outcome.Settled outcome() {
      if (error != null) {
        String[] refusal = error.split(": ", 2);
        return Outcome.Refused.because(Refusal.valueOf(refusal[0]), refusal[refusal.length - 1]);
      }
      return new Outcome.Sent(Arrays.stream(Objects.requireNonNullElse(result, "").split(","))
          .filter(one -> !one.isEmpty()).toList());
    }

    String state() {
      return error == null ? "sent" : "refused";
    }

    Delivery delivery(Channel of) {
      Call made = Json.read(call, Call.class);
      return new Delivery(id, of, chat, lane, Priority.WORDS, made,
          subject == null ? null : Subject.read(subject), false, null, owedAt, true, Failures.NONE, null);
    }
  }

  void tell() {
    for (Unheard unheard : asked()) {
      channels.find(unheard.channel()).ifPresent(channel -> tell(channel, unheard));
    }
  }

  private List<Unheard> asked() {
    return database.read(sql -> sql
        .select(DELIVERY.ID, DELIVERY.CHANNEL_ID, DELIVERY.CHAT, DELIVERY.LANE, DELIVERY.CALL, DELIVERY.SUBJECT,
            DELIVERY.RESULT, DELIVERY.ERROR, DELIVERY.CREATED_AT)
        .hint(AcrossWorkspaces.DELIVERIES_TO_TELL_AGAIN.mark())
        .from(DELIVERY)
        .where(DELIVERY.REPLAY_AT.isNotNull())
        .and(DELIVERY.CHANNEL_ID.in(channels.all().stream().map(channel -> channel.id().value()).toList()))
        .orderBy(DELIVERY.WORKSPACE_ID, DELIVERY.ID)
        .limit(AT_ONCE)
        .fetch(row -> new Unheard(new DeliveryId(row.value1()), new ChannelId(row.value2()), row.value3(),
            row.value4(), row.value5(), row.value6(), row.value7(), row.value8(), row.value9())));
  }

  private void tell(Channel channel, Unheard unheard) {
    try {
      database.writeNow(tx -> {
        again(Turn.of(tx, channel), unheard);
        return null;
      });
    } catch (Unavailable outage) {
      throw outage;
    } catch (RuntimeException failure) {
      log.error("{}: the outcome of delivery {} was not understood this time either", channel.label(),
          unheard.id().value(), failure);
      database.writeNow(tx -> tx.sql().update(DELIVERY)
          .setNull(DELIVERY.REPLAY_AT)
          .where(DELIVERY.WORKSPACE_ID.eq(channel.workspace().value()))
          .and(DELIVERY.ID.eq(unheard.id().value()))
          .execute());
    }
  }

  private void again(Turn turn, Unheard unheard) throws Exception {
    Delivery delivery = unheard.isErased() ? null : unheard.delivery(turn.channel());
    // Of an answer only a few words are kept; but a question can be asked anew.
    boolean anew = unheard.error() == null && delivery != null && delivery.call() instanceof Call.Question;
    boolean changed = turn.sql().update(DELIVERY)
        .set(DELIVERY.STATE, anew ? "pending" : unheard.state())
        .setNull(DELIVERY.REPLAY_AT)
        .where(DELIVERY.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(DELIVERY.ID.eq(unheard.id().value()))
        .and(DELIVERY.STATE.eq(inline(DeliveriesAside.UNHEARD)))
        .execute() == 1;
    if (changed && anew) {
      turn.afterCommit(() -> dispatchers.of(turn.channel()).suspect(unheard.lane(), unheard.chat(),
          Priority.WORDS));
    } else if (changed && delivery != null) {
      listeners.tell(turn.tx(), delivery, unheard.outcome());
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// After [DeliveryLifecycle], and before what they need goes.
  @Override
  public int getPhase() {
    return 150;
  }
}
