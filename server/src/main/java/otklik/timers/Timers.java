package otklik.timers;

import static org.jooq.impl.DSL.inline;
import static otklik.storage.MicrosConverter.micros;
import static otklik.storage.schema.Tables.TIMER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.ChannelId;
import otklik.kernel.Ids;
import otklik.kernel.WorkspaceId;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.Database;
import otklik.storage.Statement;
import otklik.storage.Tx;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rows of timers: set, moved, cancelled.
@Component
public final class Timers {
  private static final Statement SET = Statement.of("""
      insert into timer (id, workspace_id, channel_id, kind, subject, about, data, due_at, attempts, state)
      values (?, ?, ?, ?, ?, ?, ?, ?, 0, 'waiting')
      on conflict (workspace_id, channel_id, kind, subject) do update
      set due_at = excluded.due_at, data = excluded.data, attempts = 0, state = 'waiting'
      """);

  private final Database database;
  private final Ids ids;
  private final TimerSignal timerSignal;

  Timers(Database database, Ids ids, TimerSignal timerSignal) {
    this.database = database;
    this.ids = ids;
    this.timerSignal = timerSignal;
  }

  /// Sets a timer, or moves the one that waits for the same subject.
  public void set(Turn turn, String kind, String subject, String data, Instant dueAt) {
    turn.execute(SET, ids.next(), turn.workspace().value(), turn.channel().id().value(), kind, subject, about(subject),
        data,
        micros(dueAt));
    turn.afterCommit(() -> timerSignal.set(dueAt));
  }

  /// By which timers are found whose subjects only begin alike.
  private static String about(String subject) {
    return subject.split("[ /]", 2)[0];
  }

  /// Lets all timers of a kind ring at that moment, if not before.
  public void hasten(Turn turn, String kind, Instant to) {
    turn.sql().update(TIMER)
        .set(TIMER.DUE_AT, to)
        .where(TIMER.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TIMER.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(TIMER.KIND.eq(kind))
        .and(TIMER.STATE.eq("waiting"))
        .and(TIMER.DUE_AT.gt(to))
        .execute();
    turn.afterCommit(() -> timerSignal.set(to));
  }

  /// The one that waits for a subject.
  public Optional<Timer> waiting(ReadTurn turn, String kind, String subject) {
    return turn.sql().select(TIMER.KIND, TIMER.SUBJECT, TIMER.DATA, TIMER.DUE_AT).from(TIMER)
        .where(TIMER.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TIMER.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(TIMER.KIND.eq(kind))
        .and(TIMER.SUBJECT.eq(subject))
        .and(TIMER.STATE.eq("waiting"))
        .fetchOptional(row -> timer(turn.channel(), row));
  }

  public void cancel(Turn turn, String kind, String subject) {
    turn.sql().deleteFrom(TIMER)
        .where(TIMER.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TIMER.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(TIMER.KIND.eq(kind))
        .and(TIMER.SUBJECT.eq(subject))
        .execute();
  }

  /// Takes away every timer of a kind whose subject begins with this and goes on after a slash.
  public List<Timer> takeAbout(Turn turn, String kind, String subject) {
    return turn.sql().deleteFrom(TIMER)
        .where(TIMER.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TIMER.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(TIMER.ABOUT.eq(about(subject)))
        .and(TIMER.KIND.eq(kind))
        .and(TIMER.SUBJECT.startsWith(subject + "/"))
        .returning(TIMER.KIND, TIMER.SUBJECT, TIMER.DATA, TIMER.DUE_AT)
        .fetch(row -> timer(turn.channel(), row));
  }

  /// Cancels every timer whose subject is this, or begins with it and goes on after a space or a slash.
  public void cancelAbout(Turn turn, String subject) {
    turn.sql().deleteFrom(TIMER)
        .where(TIMER.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TIMER.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(TIMER.ABOUT.eq(about(subject)))
        .and(TIMER.SUBJECT.eq(subject).or(TIMER.SUBJECT.startsWith(subject + " "))
            .or(TIMER.SUBJECT.startsWith(subject + "/")))
        .execute();
  }

  /// Timers of all workspaces that are due, oldest first.
  List<Due> due(Instant now, int most) {
    return database.read(sql -> sql
        .select(TIMER.ID, TIMER.WORKSPACE_ID, TIMER.CHANNEL_ID, TIMER.ATTEMPTS, TIMER.DUE_AT)
        .hint(AcrossWorkspaces.DUE_TIMERS.mark())
        .from(TIMER)
        .where(TIMER.STATE.eq("waiting"))
        .and(TIMER.DUE_AT.le(now))
        .orderBy(TIMER.DUE_AT)
        .limit(most)
        .fetch(row -> new Due(row.value1(), new WorkspaceId(row.value2()), new ChannelId(row.value3()),
            row.value4(), row.value5())));
  }

  record Due(long id, WorkspaceId workspace, ChannelId channel, int attempts, Instant at) {}

  /// Takes a due timer away for good; null when somebody moved, cancelled or rang it meanwhile.
  @Nullable Timer take(Tx tx, Due due, Channel channel, Instant now) {
    Record row = tx.sql().deleteFrom(TIMER)
        .where(TIMER.WORKSPACE_ID.eq(due.workspace().value()))
        .and(TIMER.ID.eq(due.id()))
        .and(TIMER.STATE.eq("waiting"))
        .and(TIMER.DUE_AT.le(now))
        .returning(TIMER.KIND, TIMER.SUBJECT, TIMER.DATA, TIMER.DUE_AT)
        .fetchOne();
    return row == null ? null : timer(channel, row);
  }

  private static Timer timer(Channel channel, Record row) {
    return new Timer(channel, row.get(TIMER.KIND), row.get(TIMER.SUBJECT), row.get(TIMER.DATA), row.get(TIMER.DUE_AT));
  }

  /// Lets these wait until their channel is in the configuration again: until then nobody reads them.
  void waitForChannel(Tx tx, WorkspaceId workspace, List<Long> ids) {
    tx.sql().update(TIMER)
        .set(TIMER.STATE, "absent")
        .where(TIMER.WORKSPACE_ID.eq(workspace.value()))
        .and(TIMER.ID.in(ids))
        .and(TIMER.STATE.eq("waiting"))
        .execute();
  }

  /// The channels whose timers wait for them.
  List<ChannelId> absent() {
    return database.read(sql -> sql.selectDistinct(TIMER.CHANNEL_ID)
        .hint(AcrossWorkspaces.CHANNELS_WITH_ABSENT_TIMERS.mark())
        .from(TIMER)
        .where(TIMER.STATE.eq(inline("absent")))
        .fetch(row -> new ChannelId(row.value1())));
  }

  /// The channel is back.
  void goOn(Turn turn) {
    turn.sql().update(TIMER)
        .set(TIMER.STATE, "waiting")
        .where(TIMER.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TIMER.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(TIMER.STATE.eq(inline("absent")))
        .execute();
  }

  /// Lets a timer ring later, or sets it aside; changes nothing when somebody moved it meanwhile.
  void failed(Tx tx, Due due, String error, Instant nextTry, boolean aside) {
    tx.sql().update(TIMER)
        .set(TIMER.ATTEMPTS, due.attempts() + 1)
        .set(TIMER.ERROR, error)
        .set(TIMER.STATE, aside ? "aside" : "waiting")
        .set(TIMER.DUE_AT, aside ? due.at() : nextTry)
        .where(TIMER.WORKSPACE_ID.eq(due.workspace().value()))
        .and(TIMER.ID.eq(due.id()))
        .and(TIMER.STATE.eq("waiting"))
        .and(TIMER.DUE_AT.eq(due.at()))
        .execute();
  }

  /// When the next timer of any workspace is due; null when none waits.
  public @Nullable Instant next() {
    Field<Instant> next = DSL.min(TIMER.DUE_AT);
    return database.read(sql -> sql.select(next)
        .hint(AcrossWorkspaces.NEXT_TIMER.mark())
        .from(TIMER)
        .where(TIMER.STATE.eq("waiting"))
        .fetchOne(next));
  }
}
