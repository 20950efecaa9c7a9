package otklik.operations;

import static otklik.storage.schema.Tables.INCIDENT;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import otklik.storage.Tx;

/// The rows of what goes on and was told.
final class IncidentRows {
  private IncidentRows() {}

  record Row(ProblemKind kind, long channel, Instant began) {}

  static List<Row> all(DSLContext sql) {
    return sql.select(INCIDENT.KIND, INCIDENT.CHANNEL_ID, INCIDENT.BEGAN_AT).from(INCIDENT)
        .where(INCIDENT.KIND.in(Arrays.stream(ProblemKind.values()).map(ProblemKind::word).toList()))
        .fetch(row -> new Row(ProblemKind.read(row.value1()), row.value2(), row.value3()));
  }

  /// False when it was there.
  static boolean add(Tx tx, Episode episode) {
    return tx.sql().insertInto(INCIDENT)
        .set(INCIDENT.KIND, episode.problem.kind().word())
        .set(INCIDENT.CHANNEL_ID, channel(episode))
        .set(INCIDENT.BEGAN_AT, episode.since)
        .onConflictDoNothing()
        .execute() == 1;
  }

  /// False when it was gone.
  static boolean remove(Tx tx, Episode episode) {
    return remove(tx, episode.problem.kind(), channel(episode));
  }

  static boolean remove(Tx tx, ProblemKind kind, long channel) {
    return tx.sql().deleteFrom(INCIDENT)
        .where(INCIDENT.KIND.eq(kind.word()))
        .and(INCIDENT.CHANNEL_ID.eq(channel))
        .execute() == 1;
  }

  private static long channel(Episode episode) {
    return episode.problem.channel() == null ? 0 : episode.problem.channel().id().value();
  }
}
