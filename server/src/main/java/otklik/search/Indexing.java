package otklik.search;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.kernel.Background;
import otklik.kernel.ChannelId;
import otklik.kernel.TicketId;
import otklik.storage.Database;
import otklik.storage.ReadTx;
import otklik.turns.ReadTurn;
import otklik.workspaces.Channels;

/// Brings the index up to date, some tickets at a time: reads on a reader, writes what changed in one short transaction.
/// Where it stands is a row, so after a crash it goes on there; after the update that brought the index it begins with the
/// oldest message.
@Component
final class Indexing implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Indexing.class);
  private static final int MESSAGES_AT_ONCE = 1_000;
  private static final int TICKETS_AT_ONCE = 100;
  private static final TicketId NONE = new TicketId(0);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  /// While much waits: the writer is everybody's.
  private static final Duration SHORT_PAUSE = Duration.ofMillis(20);

  private final Map<String, Searchable> searchables;
  private final Entries entries;
  private final NewMessages messages;
  private final Channels channels;
  private final Database database;
  private final Background background;
  private volatile boolean running;
  /// The ticket that was marked and taken last, until the end is reached and it begins anew: what can't be read now stands
  /// in nobody's way.
  private TicketId behind = NONE;

  Indexing(List<Searchable> searchables, Entries entries, NewMessages messages, Channels channels, Database database,
      Background background) {
    this.searchables = searchables.stream().collect(Collectors.toMap(Searchable::scenario, Function.identity()));
    this.entries = entries;
    this.messages = messages;
    this.channels = channels;
    this.database = database;
    this.background = background;
  }

  /// What is to be written, how far it goes, and which messages belong to channels that aren't configured now.
  private record Batch(List<Entries.Fresh> fresh, long progress, List<NewMessages.Written> unknown, TicketId behind,
      boolean isLast) {}

  @Override
  public void start() {
    running = true;
    background.after(PAUSE, this::round);
  }

  private void round() {
    if (!running) {
      return;
    }
    boolean more = false;
    try {
      more = step();
    } catch (RuntimeException failure) {
      log.warn("the index for searches is not up to date, is tried again", failure);
    }
    background.after(more ? SHORT_PAUSE : PAUSE, this::round);
  }

  /// False when nothing more waits.
  boolean step() {
    Batch batch = database.read(LONGEST, this::read).join();
    if (!batch.fresh().isEmpty() || !batch.isLast()) {
      database.writeNow(tx -> {
        entries.put(tx, batch.fresh(), batch.progress());
        for (NewMessages.Written message : batch.unknown()) {
          entries.mark(tx, message.workspace(), message.channel(), message.ticket());
        }
        return null;
      });
    }
    behind = batch.behind();
    return !batch.isLast();
  }

  private Batch read(ReadTx tx) throws Exception {
    Map<TicketId, Entries.Fresh> fresh = new LinkedHashMap<>();
    List<Entries.Marked> marked = entries.marked(tx, behind, TICKETS_AT_ONCE);
    for (Entries.Marked one : marked) {
      read(turn(tx, one.channel()), fresh, one.ticket(), one.mark());
    }
    List<NewMessages.Written> unknown = new ArrayList<>();
    long begin = entries.progress(tx);
    long progress = begin;
    for (NewMessages.Written message : messages.after(tx, begin, MESSAGES_AT_ONCE)) {
      if (fresh.size() >= TICKETS_AT_ONCE) {
        break;
      }
      ReadTurn turn = turn(tx, message.channel());
      if (message.ticket() != null && turn == null) {
        unknown.add(message);
      } else if (message.ticket() != null && !fresh.containsKey(message.ticket()) && isNews(turn, message)) {
        read(turn, fresh, message.ticket(), null);
      }
      progress = message.id();
    }
    boolean markedMore = marked.size() == TICKETS_AT_ONCE;
    return new Batch(new ArrayList<>(fresh.values()), progress, unknown,
        markedMore ? marked.getLast().ticket() : NONE, progress == begin && !markedMore);
  }

  private @Nullable ReadTurn turn(ReadTx tx, ChannelId channel) {
    return channels.find(channel).map(known -> ReadTurn.of(tx, known)).orElse(null);
  }

  private boolean isNews(ReadTurn turn, NewMessages.Written message) throws SQLException {
    return entries.newestMessage(turn, message.ticket()).filter(newest -> newest >= message.id()).isEmpty();
  }

  private void read(@Nullable ReadTurn turn, Map<TicketId, Entries.Fresh> fresh, TicketId ticket, @Nullable Long mark)
      throws Exception {
    Searchable searchable = turn == null ? null : searchables.get(turn.channel().scenario());
    if (searchable == null) {
      return;
    }
    Optional<Entries.Entry> entry = mark == null ? entries.find(turn, ticket) : Optional.empty();
    Optional<Entries.Fresh> more = entry.isEmpty() ? Optional.empty()
        : withWhatIsNew(turn, searchable, ticket, entry.get());
    if (more.isPresent()) {
      fresh.put(ticket, more.get());
      return;
    }
    Optional<Searchable.Findable> findable = searchable.findable(turn, ticket, 0);
    fresh.put(ticket, new Entries.Fresh(turn.channel(), ticket, findable.orElse(null),
        findable.map(found -> Terms.of(found).stored(turn.channel().id())).orElse(""), mark));
  }

  /// Where nothing but a new message has come, what was said before needn't be read again: a long conversation would cost
  /// more with each message. Empty where that isn't all.
  private static Optional<Entries.Fresh> withWhatIsNew(ReadTurn turn, Searchable searchable, TicketId ticket,
      Entries.Entry entry) throws Exception {
    return searchable.findable(turn, ticket, entry.newest())
        .filter(found -> Entries.hash(found) == entry.names())
        .map(found -> new Entries.Fresh(turn.channel(), ticket, found,
            Terms.together(entry.terms(), Terms.of(found).stored(turn.channel().id())), null));
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
