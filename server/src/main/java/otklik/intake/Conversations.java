package otklik.intake;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.kernel.Background;
import otklik.kernel.ChannelId;
import otklik.kernel.TimeSource;
import otklik.kernel.UpdateId;
import otklik.kernel.Window;
import otklik.storage.Database;
import otklik.storage.FailureReason;
import otklik.storage.Outages;
import otklik.storage.Reading;
import otklik.storage.StaleRow;
import otklik.storage.TookTooLong;
import otklik.storage.Unavailable;
import otklik.storage.Work;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Hands updates to scenarios: those of one conversation strictly one after another, those of different ones without
/// waiting for each other. Of each channel so many updates are in memory at most; the rest waits on disk.
@Component
final class Conversations {
  private static final Logger log = LoggerFactory.getLogger(Conversations.class);
  private static final int IN_MEMORY_EACH = 50;
  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_RETRY = Duration.ofMillis(200);
  /// So often it is looked whether something can be understood by now, each time after twice as long.
  private static final int LOOKS = 7;
  private static final Duration FIRST_LOOK = Duration.ofMillis(20);
  private static final Duration OUTAGE_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(30);

  private final Database database;
  private final Inbox inbox;
  private final Capacity capacity;
  private final Scenarios scenarios;
  private final Background background;
  private final TimeSource time;
  private final Map<Conversation, Talk> talks = new HashMap<>();
  private boolean stopped;

  Conversations(Database database, Inbox inbox, Capacity capacity, Scenarios scenarios, Background background,
      TimeSource time) {
    this.database = database;
    this.inbox = inbox;
    this.capacity = capacity;
    this.scenarios = scenarios;
    this.background = background;
    this.time = time;
  }

  private static final class Talk {
    final Conversation conversation;
    final Capacity.Of capacity;
    final Window<Update> window;
    boolean busy;
    int failures;
    int looks;
    Outages outages = new Outages();

    Talk(Conversation conversation, Capacity.Of capacity) {
      this.conversation = conversation;
      this.capacity = capacity;
      this.window = new Window<>(IN_MEMORY_EACH, update -> update.id().value(), capacity.limit);
    }
  }

  boolean concerns(Channel channel, Incoming incoming) {
    return scenarios.of(channel).concerns(channel, incoming);
  }

  /// An update that has just become durable.
  synchronized void offer(Update update) {
    Talk talk = talk(update.conversationKey());
    if (talk != null) {
      talk.window.offer(update);
      proceed(talk);
    }
  }

  /// There may be updates on disk that were never offered: after a start, and as the net below.
  synchronized void suspect(Conversation conversation) {
    Talk talk = talk(conversation);
    if (talk != null) {
      talk.window.suspectMore();
      proceed(talk);
    }
  }

  /// The conversations of a channel that wait longest are taken up as far as there is room, and the others when there is
  /// room again.
  void catchUp(Channel channel) {
    int most = look(channel);
    List<Conversation> waiting;
    try {
      waiting = inbox.waiting(channel, most);
    } catch (RuntimeException failure) {
      log.error("{}: waiting updates can't be read, is tried again", channel.label(), failure);
      background.after(OUTAGE_RETRY, () -> catchUp(channel));
      return;
    }
    synchronized (this) {
      waiting.forEach(this::suspect);
      Capacity.Of room = capacity.of(channel.id());
      room.looked(waiting.size() < most);
      lookAgain(room, channel.id());
    }
  }

  /// How many there may be.
  private synchronized int look(Channel channel) {
    Capacity.Of room = capacity.of(channel.id());
    room.look();
    return room.limit.most();
  }

  /// The channels of which updates wait on disk only.
  synchronized List<ChannelId> leftOut() {
    return capacity.leftOut();
  }

  /// How many updates that wait are here.
  synchronized int inMemory() {
    return capacity.held();
  }

  /// Opened where there was none. What was left on disk goes first.
  ///
  /// @return null when there is no room for one more
  private @Nullable Talk talk(Conversation conversation) {
    Talk open = talks.get(conversation);
    if (open != null) {
      return open;
    }
    Capacity.Of room = capacity.of(conversation.channel());
    if (room.limit.isFull()) {
      room.leaveOut();
      return null;
    }
    Talk talk = new Talk(conversation, room);
    if (room.mayHide()) {
      talk.window.suspectMore();
    }
    talks.put(conversation, talk);
    return talk;
  }

  private void ended(Talk talk) {
    talks.remove(talk.conversation);
    lookAgain(talk.capacity, talk.conversation.channel());
  }

  private void lookAgain(Capacity.Of room, ChannelId id) {
    if (room.mayLook()) {
      capacity.channel(id).ifPresent(channel -> background.run(() -> catchUp(channel)));
    }
  }

  /// The update that was kept first of those that aren't handled yet.
  synchronized Optional<UpdateId> oldest() {
    return talks.values().stream().map(talk -> talk.window.oldest()).filter(Objects::nonNull).map(Update::id)
        .min(Comparator.comparing(UpdateId::value));
  }

  /// Begins nothing new; returns when what was begun is finished, or the database doesn't answer: then it is handled
  /// after the next start.
  synchronized void stop() {
    stopped = true;
    long began = time.nanos();
    while (talks.values().stream().anyMatch(talk -> talk.busy)
        && time.nanos() - began < LONGEST_DRAIN.toNanos()) {
      try {
        wait(1_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void proceed(Talk talk) {
    if (talk.busy || stopped) {
      return;
    }
    if (talk.window.mustLoad()) {
      talk.busy = true;
      int rows = talk.window.beginLoading();
      background.run(() -> load(talk, rows));
      return;
    }
    Update update = talk.window.take();
    if (update == null) {
      ended(talk);
      return;
    }
    talk.busy = true;
    handle(talk, update);
  }

  private void load(Talk talk, int rows) {
    List<Update> found;
    try {
      found = capacity.channel(talk.conversation.channel())
          .map(channel -> inbox.pending(channel, talk.conversation.key(), rows))
          .orElse(List.of());
    } catch (RuntimeException | StackOverflowError failure) {
      log.error("waiting updates can't be read, is tried again", failure);
      background.after(OUTAGE_RETRY, () -> load(talk, rows));
      return;
    }
    synchronized (this) {
      talk.window.loaded(found);
      rest(talk);
    }
  }

  /// What is only to be read is read first, before and outside of the transaction that answers.
  private void handle(Talk talk, Update update) {
    Query query;
    try {
      query = scenarios.of(update.channel()).query(update.channel(), update.incoming()).orElse(null);
    } catch (RuntimeException | StackOverflowError failure) {
      handled(talk, update, failure);
      return;
    }
    if (query == null) {
      write(talk, update, null);
      return;
    }
    Reading<Query.Answer> reading = tx -> query.read(ReadTurn.of(tx, update.channel()));
    database.read(query.longest(), reading).whenComplete((answer, failure) -> {
      if (failure == null) {
        write(talk, update, answer);
      } else if (cause(failure) instanceof TookTooLong) {
        log.warn("{}: what update {} asks for took too long to read", update.channel().label(), update.id().value());
        write(talk, update, query.tookTooLong());
      } else {
        handled(talk, update, failure);
      }
    });
  }

  private void write(Talk talk, Update update, Query.@Nullable Answer answer) {
    Scenario scenario = scenarios.of(update.channel());
    boolean triedBefore = talk.failures > 0;
    boolean mayWait = talk.looks < LOOKS;
    Work<Boolean> work = tx -> {
      Turn turn = Turn.of(tx, update.channel());
      if (mayWait && scenario.isEarly(turn, update.incoming())) {
        return false;
      }
      if (answer != null && !answer.holds(turn)) {
        if (mayWait) {
          return false;
        }
        throw new IllegalStateException("what was read didn't hold, however often it was read");
      }
      inbox.handled(turn, update);
      if (!triedBefore || !scenario.knows(turn, update.incoming())) {
        if (answer == null) {
          scenario.handle(turn, update.incoming());
        } else {
          answer.handle(turn);
        }
      }
      return true;
    };
    // What failed may fail again, and takes long over it: then at least nobody else has to run twice.
    (triedBefore ? database.writeAlone(work) : database.write(work)).whenComplete((done, failure) -> {
      if (failure == null && !done) {
        background.after(FIRST_LOOK.multipliedBy(1L << talk.looks++), () -> handle(talk, update));
      } else {
        handled(talk, update, failure);
      }
    });
  }

  private void handled(Talk talk, Update update, @Nullable Throwable failure) {
    Throwable cause = failure == null ? null : cause(failure);
    if (cause == null || (cause instanceof StaleRow lost && lost.isBecauseOf(Inbox.HANDLED))) {
      finish(talk);
    } else if (cause instanceof Unavailable outage && !talk.outages.areOfTheWork(outage)) {
      log.error("{}: {}; update {} waits", update.channel().label(), cause.getMessage(), update.id().value());
      background.after(OUTAGE_RETRY, () -> handle(talk, update));
    } else if (++talk.failures < ATTEMPTS) {
      log.warn("{}: update {} failed, is tried again", update.channel().label(), update.id().value(), cause);
      background.after(FIRST_RETRY.multipliedBy(talk.failures * (long) talk.failures), () -> handle(talk, update));
    } else {
      log.error("{}: update {} is set aside", update.channel().label(), update.id().value(), cause);
      setAside(talk, update, FailureReason.of(cause), true);
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
  }

  private void setAside(Talk talk, Update update, String error, boolean apologise) {
    CompletableFuture<@Nullable Void> written = database.write(tx -> {
      Turn turn = Turn.of(tx, update.channel());
      inbox.setAside(turn, update, ATTEMPTS, error);
      if (apologise) {
        scenarios.of(update.channel()).apologise(turn, update.incoming());
      }
      return null;
    });
    written.whenComplete((done, failure) -> {
      if (failure == null) {
        finish(talk);
      } else if (apologise) {
        setAside(talk, update, error, false);
      } else {
        log.error("update {} could not be set aside yet", update.id().value(), failure);
        background.after(OUTAGE_RETRY, () -> setAside(talk, update, error, false));
      }
    });
  }

  private synchronized void finish(Talk talk) {
    talk.failures = 0;
    talk.looks = 0;
    talk.outages = new Outages();
    talk.window.done();
    rest(talk);
  }

  private void rest(Talk talk) {
    talk.busy = false;
    notifyAll();
    proceed(talk);
  }
}
