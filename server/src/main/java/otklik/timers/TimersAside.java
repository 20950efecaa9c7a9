package otklik.timers;

import static org.jooq.impl.DSL.inline;
import static otklik.storage.schema.Tables.CHANNEL;
import static otklik.storage.schema.Tables.TIMER;
import static otklik.storage.schema.Tables.WORKSPACE;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import otklik.kernel.DeadLetter;
import otklik.kernel.DeadLetters;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.Database;

/// Timers whose handler failed each time.
public final class TimersAside implements DeadLetters {
  /// Ids of ours have so many digits, those of messengers fewer.
  private static final Pattern ID = Pattern.compile("(?<!\\d)\\d{17,19}(?!\\d)");

  private final Database database;

  public TimersAside(Database database) {
    this.database = database;
  }

  @Override
  public String kind() {
    return "timer";
  }

  @Override
  public String kinds() {
    return "timers";
  }

  @Override
  public List<DeadLetter> list() {
    return database.read(sql -> sql
        .select(TIMER.ID, WORKSPACE.NAME, CHANNEL.NAME, TIMER.DUE_AT, TIMER.KIND, TIMER.SUBJECT, TIMER.DATA,
            TIMER.ERROR, TIMER.WORKSPACE_ID)
        .hint(AcrossWorkspaces.TIMERS_SET_ASIDE.mark())
        .from(TIMER)
        .join(WORKSPACE).on(WORKSPACE.ID.eq(TIMER.WORKSPACE_ID))
        .join(CHANNEL).on(CHANNEL.WORKSPACE_ID.eq(TIMER.WORKSPACE_ID)).and(CHANNEL.ID.eq(TIMER.CHANNEL_ID))
        .where(TIMER.STATE.eq(inline("aside")))
        .orderBy(TIMER.ID)
        .limit(MOST)
        .fetch(row -> new DeadLetter(kind(), row.value1(), row.value2(), row.value3(), row.value4(), row.value5(),
            ids(row.value6() + " " + row.value7()), String.valueOf(row.value8()))));
  }

  private static List<Long> ids(String words) {
    return ID.matcher(words).results().map(one -> Long.valueOf(one.group())).toList();
  }

  @Override
  public int count() {
    return database.read(sql -> sql.fetchCount(sql.select(TIMER.ID)
        .hint(AcrossWorkspaces.TIMERS_SET_ASIDE.mark())
        .from(TIMER)
        .where(TIMER.STATE.eq(inline("aside")))
        .limit(inline(MOST))));
  }

  @Override
  public int replay(@Nullable Long id, Instant now) {
    return database.writeNow(tx -> tx.sql().update(TIMER)
        .set(TIMER.STATE, "waiting")
        .set(TIMER.ATTEMPTS, 0)
        .setNull(TIMER.ERROR)
        .where(TIMER.WORKSPACE_ID.in(tx.sql().select(WORKSPACE.ID).from(WORKSPACE)))
        .and(TIMER.STATE.eq(inline("aside")))
        .and(id == null ? DSL.noCondition() : TIMER.ID.eq(id))
        .execute());
  }
}
