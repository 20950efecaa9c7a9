package otklik.intake;

import static org.jooq.impl.DSL.inline;
import static otklik.storage.MicrosConverter.micros;
import static otklik.storage.schema.Tables.INBOX;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import otklik.channels.Line;
import otklik.channels.Lines;
import otklik.channels.Received;
import otklik.kernel.ChannelId;
import otklik.kernel.UpdateId;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.Cleaning;
import otklik.storage.Database;
import otklik.storage.Statement;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rows of the inbox.
final class Inbox {
  private static final Statement ADD = Statement.of("""
      insert into inbox (id, workspace_id, channel_id, external_id, conversation, raw, state, attempts, received_at,
                         handled_at)
      values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
      """);
  /// What the net below takes up at once.
  static final int MOST_SUSPECTED = 1_000;
  /// So many, the last of them repeated where there are fewer: one statement, prepared once.
  private static final int LOOKED_UP_AT_ONCE = 20;
  private static final Statement KNOWN = Statement.of("""
      select external_id from inbox where workspace_id = ? and channel_id = ? and external_id in (%s)
      """.formatted("?" + ", ?".repeat(LOOKED_UP_AT_ONCE - 1)));
  /// That it was here stays known, so that it isn't taken in once more; of what it said, and whose it was, nothing. So
  /// there is nothing to erase when somebody is to be forgotten.
  static final Statement HANDLED = Statement.changingOneRow("""
      update inbox set state = 'handled', raw = '{}', conversation = '', handled_at = ?
      where workspace_id = ? and id = ? and state = 'pending'
      """);

  private final Database database;
  private final Lines lines;

  Inbox(Database database, Lines lines) {
    this.database = database;
    this.lines = lines;
  }

  /// Which of these updates are here already.
  Set<String> known(Turn turn, List<Received> updates) throws SQLException {
    turn.flush();
    Set<String> known = new HashSet<>();
    for (int from = 0; from < updates.size(); from += LOOKED_UP_AT_ONCE) {
      Object[] binds = new Object[2 + LOOKED_UP_AT_ONCE];
      binds[0] = turn.workspace().value();
      binds[1] = turn.channel().id().value();
      for (int i = 0; i < LOOKED_UP_AT_ONCE; i++) {
        binds[2 + i] = updates.get(Math.min(from + i, updates.size() - 1)).externalId();
      }
      known.addAll(turn.all(KNOWN, row -> row.getString(1), binds));
    }
    return known;
  }

  void add(Turn turn, UpdateId id, Received update, boolean pending) throws SQLException {
    turn.defer(ADD, id.value(), turn.workspace().value(), turn.channel().id().value(), update.externalId(),
        pending ? update.conversation() : "", pending ? update.raw() : "{}", pending ? "pending" : "handled",
        micros(turn.now()), pending ? null : micros(turn.now()));
  }

  void handled(Turn turn, Update update) throws SQLException {
    turn.defer(HANDLED, micros(turn.now()), turn.workspace().value(), update.id().value());
  }

  void setAside(Turn turn, Update update, int attempts, String error) {
    turn.sql().update(INBOX)
        .set(INBOX.STATE, "aside")
        .set(INBOX.ATTEMPTS, attempts)
        .set(INBOX.ERROR, error)
        .set(INBOX.HANDLED_AT, turn.now())
        .where(INBOX.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(INBOX.ID.eq(update.id().value()))
        .and(INBOX.STATE.eq("pending"))
        .execute();
  }

  /// The oldest updates of a conversation that wait.
  List<Update> pending(Channel channel, String conversation, int most) {
    Line line = lines.of(channel.id());
    return database.read(sql -> sql.select(INBOX.ID, INBOX.RAW).from(INBOX)
        .where(INBOX.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(INBOX.CHANNEL_ID.eq(channel.id().value()))
        .and(INBOX.CONVERSATION.eq(conversation))
        .and(INBOX.STATE.eq("pending"))
        .orderBy(INBOX.ID)
        .limit(most)
        .fetch(row -> new Update(new UpdateId(row.value1()), channel, conversation, line.read(row.value2()))));
  }

  /// Conversations in which something has waited since before that moment, of all channels but these,
  /// [#MOST_SUSPECTED] at most.
  ///
  /// @param behind only those behind this one; null for the first ones
  List<Conversation> waiting(Instant before, Collection<ChannelId> but, @Nullable Conversation behind) {
    return database.read(sql -> sql.selectDistinct(INBOX.CHANNEL_ID, INBOX.CONVERSATION)
        .hint(AcrossWorkspaces.WAITING_UPDATES.mark())
        .from(INBOX)
        .where(INBOX.STATE.eq("pending"))
        .and(INBOX.RECEIVED_AT.le(before))
        .and(but.isEmpty() ? DSL.noCondition() : INBOX.CHANNEL_ID.notIn(but.stream().map(ChannelId::value).toList()))
        .and(behind == null ? DSL.noCondition()
            : DSL.row(INBOX.CHANNEL_ID, INBOX.CONVERSATION).gt(behind.channel().value(), behind.key()))
        .orderBy(INBOX.CHANNEL_ID, INBOX.CONVERSATION)
        .limit(MOST_SUSPECTED)
        .fetch(row -> new Conversation(new ChannelId(row.value1()), row.value2())));
  }

  /// The conversations of a channel that have waited longest.
  List<Conversation> waiting(Channel channel, int most) {
    return database.read(sql -> sql.select(INBOX.CONVERSATION).from(INBOX)
        .where(INBOX.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(INBOX.CHANNEL_ID.eq(channel.id().value()))
        .and(INBOX.STATE.eq(inline("pending")))
        .groupBy(INBOX.CONVERSATION)
        .orderBy(DSL.min(INBOX.ID))
        .limit(most)
        .fetch(row -> new Conversation(channel.id(), row.value1())));
  }

  /// Forgets a part of the updates that were handled long ago; true when more may be left. What was set aside stays, but
  /// gives its messenger's id free: Telegram begins its ids anew after a week of silence, possibly below the old ones
  /// (Bot API, Update.update_id).
  boolean forget(Instant before) {
    Map<Long, List<Long>> handled = longDone(INBOX.STATE.eq(inline("handled")), before);
    Map<Long, List<Long>> aside = longDone(INBOX.STATE.eq(inline("aside")).and(INBOX.EXTERNAL_ID.isNotNull()), before);
    if (handled.isEmpty() && aside.isEmpty()) {
      return false;
    }
    return database.writeNow(tx -> {
      tx.flush();
      int gone = 0;
      for (var workspace : handled.entrySet()) {
        gone += tx.sql().deleteFrom(INBOX).where(among(workspace)).and(INBOX.STATE.eq("handled")).execute();
      }
      int free = 0;
      for (var workspace : aside.entrySet()) {
        free += tx.sql().update(INBOX).setNull(INBOX.EXTERNAL_ID)
            .where(among(workspace)).and(INBOX.STATE.eq("aside")).execute();
      }
      return Math.max(gone, free);
    }) == Cleaning.ROWS_AT_ONCE;
  }

  private Map<Long, List<Long>> longDone(Condition which, Instant before) {
    return database.read(sql -> sql.select(INBOX.WORKSPACE_ID, INBOX.ID)
        .hint(AcrossWorkspaces.LONG_HANDLED_UPDATES.mark())
        .from(INBOX)
        .where(which)
        .and(INBOX.HANDLED_AT.lt(before))
        .orderBy(INBOX.HANDLED_AT)
        .limit(Cleaning.ROWS_AT_ONCE)
        .fetchGroups(INBOX.WORKSPACE_ID, INBOX.ID));
  }

  private static Condition among(Map.Entry<Long, List<Long>> workspace) {
    return INBOX.WORKSPACE_ID.eq(workspace.getKey()).and(INBOX.ID.in(workspace.getValue()));
  }
}
