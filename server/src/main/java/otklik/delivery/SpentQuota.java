package otklik.delivery;

import static org.jooq.impl.DSL.inline;
import static otklik.storage.schema.Tables.DELIVERY;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record8;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.ChannelId;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.Cleaning;
import otklik.storage.Database;

/// What was done before this run. A messenger goes on counting what it granted then, so the budgets begin with that.
/// Known are the calls whose outcome is durable, and the openings of topics that were begun. Of the other calls that
/// were in the air when a run was killed nothing is known but that they are still owed. What was learned of a rate is
/// learned anew.
@Component
final class SpentQuota {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int ROWS_AT_ONCE = 500;
  private static final Condition DONE = DELIVERY.STATE.ne(inline("pending"));
  private static final Condition GRANTED =
      DELIVERY.STATE.in(inline("sent"), inline("unheard")).and(DELIVERY.ERROR.isNull())
          .or(DELIVERY.STATE.eq(inline("dropped")).and(DELIVERY.STARTED_AT.isNotNull()));

  private final Database database;
  private final InstantSource clock;

  SpentQuota(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Tells the dispatchers what their messengers still count, the oldest first.
  ///
  /// @param longest     so long they count
  /// @param dispatchers empty for a channel that is no more
  void recall(Duration longest, Function<ChannelId, Optional<Dispatcher>> dispatchers) {
    if (!longest.isZero()) {
      database.read(sql -> {
        sql.transaction(one ->
            new Recollection(one.dsl(), longest, clock.instant(), dispatchers, new HashSet<>()).tell());
        return null;
      });
    }
  }

  /// Tells row by row, so that however much was done it needs no memory; PostgreSQL's driver does that in transactions
  /// only.
  ///
  /// @param joined those told together, by the first of them: they were one call
  private record Recollection(DSLContext sql, Duration longest, Instant now,
      Function<ChannelId, Optional<Dispatcher>> dispatchers, Set<Long> joined) {
    void tell() {
      tell(DONE.and(GRANTED).and(DELIVERY.DONE_AT.between(now.minus(longest), now)));
      Instant newest = newest();
      if (newest != null && newest.isAfter(now)) {
        tell(DONE.and(GRANTED).and(DELIVERY.DONE_AT.gt(now)).and(DELIVERY.DONE_AT.ge(newest.minus(longest))));
      }
      tell(DELIVERY.STATE.eq(inline("pending"))
          .and(DELIVERY.LANE.startsWith(inline(LaneName.OPENING)))
          .and(DELIVERY.STARTED_AT.ge(now.minus(longest))));
    }

    /// The clock may have gone back since. Then it can't be known how long ago something was that seems yet to come:
    /// it counts as now; but what was done long before the last of it is over.
    private @Nullable Instant newest() {
      return sql.select(DELIVERY.DONE_AT)
          .hint(AcrossWorkspaces.GRANTED_LATELY.mark())
          .from(DELIVERY)
          .where(DONE)
          .orderBy(DELIVERY.DONE_AT.desc())
          .limit(inline(1))
          .fetchOne(DELIVERY.DONE_AT);
    }

    private void tell(Condition which) {
      var found = sql.select(DELIVERY.CHANNEL_ID, DELIVERY.CHAT, DELIVERY.LANE, DELIVERY.CALL, DELIVERY.RESULT,
              DELIVERY.ACCOUNT, DELIVERY.JOINED_INTO, DELIVERY.DONE_AT)
          .hint(AcrossWorkspaces.GRANTED_LATELY.mark())
          .from(DELIVERY)
          .where(which)
          .orderBy(DELIVERY.DONE_AT)
          .fetchSize(ROWS_AT_ONCE);
      try (Cursor<Record8<Long, String, String, String, String, String, Long, Instant>> rows = found.fetchLazy()) {
        rows.forEach(this::tell);
      }
    }

    private void tell(Record8<Long, String, String, String, String, String, Long, Instant> row) {
      Long first = row.value7();
      if (first == null || joined.add(first)) {
        dispatchers.apply(new ChannelId(row.value1())).ifPresent(dispatcher -> dispatcher.count(
            new GrantedCall(row.value2(), row.value3(), row.value4(), made(row.value5()), by(row)), ago(row.value8())));
      }
    }

    private static int made(@Nullable String result) {
      return result == null || result.isEmpty() ? 0 : result.split(",").length;
    }

    /// What has no end may have ended just now, and it isn't known who made it.
    private static GrantedCall.By by(Record8<?, ?, ?, ?, ?, String, ?, Instant> row) {
      return row.value8() == null ? new GrantedCall.By.Anyone() : new GrantedCall.By.Known(row.value6());
    }

    private Duration ago(@Nullable Instant done) {
      return done == null || done.isAfter(now) ? Duration.ZERO : Duration.between(done, now);
    }
  }

  /// Forgets a part of what was done long ago; true when more may be left.
  boolean forget() {
    Instant before = clock.instant().minus(KEPT);
    Map<Long, List<Long>> old = database.read(sql -> sql.select(DELIVERY.WORKSPACE_ID, DELIVERY.ID)
        .hint(AcrossWorkspaces.LONG_DONE_DELIVERIES.mark())
        .from(DELIVERY)
        .where(DONE)
        .and(DELIVERY.DONE_AT.lt(before))
        .orderBy(DELIVERY.DONE_AT)
        .limit(Cleaning.ROWS_AT_ONCE)
        .fetchGroups(DELIVERY.WORKSPACE_ID, DELIVERY.ID));
    if (old.isEmpty()) {
      return false;
    }
    return database.writeNow(tx -> {
      tx.flush();
      int gone = 0;
      for (var workspace : old.entrySet()) {
        gone += tx.sql().deleteFrom(DELIVERY)
            .where(DELIVERY.WORKSPACE_ID.eq(workspace.getKey()))
            .and(DELIVERY.ID.in(workspace.getValue()))
            .execute();
      }
      return gone;
    }) == Cleaning.ROWS_AT_ONCE;
  }
}
