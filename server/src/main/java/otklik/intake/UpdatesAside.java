package otklik.intake;

import static org.jooq.impl.DSL.inline;
import static otklik.storage.schema.Tables.CHANNEL;
import static otklik.storage.schema.Tables.INBOX;
import static otklik.storage.schema.Tables.WORKSPACE;

import java.time.Instant;
import java.util.List;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import otklik.kernel.DeadLetter;
import otklik.kernel.DeadLetters;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.Database;

/// Updates that could not be handled.
public final class UpdatesAside implements DeadLetters {
  private final Database database;

  public UpdatesAside(Database database) {
    this.database = database;
  }

  @Override
  public String kind() {
    return "update";
  }

  @Override
  public String kinds() {
    return "updates";
  }

  @Override
  public List<DeadLetter> list() {
    return database.read(sql -> sql
        .select(INBOX.ID, WORKSPACE.NAME, CHANNEL.NAME, INBOX.RECEIVED_AT, INBOX.ERROR, INBOX.WORKSPACE_ID)
        .hint(AcrossWorkspaces.UPDATES_SET_ASIDE.mark())
        .from(INBOX)
        .join(WORKSPACE).on(WORKSPACE.ID.eq(INBOX.WORKSPACE_ID))
        .join(CHANNEL).on(CHANNEL.WORKSPACE_ID.eq(INBOX.WORKSPACE_ID)).and(CHANNEL.ID.eq(INBOX.CHANNEL_ID))
        .where(INBOX.STATE.eq(inline("aside")))
        .orderBy(INBOX.ID)
        .limit(MOST)
        .fetch(row -> new DeadLetter(kind(), row.value1(), row.value2(), row.value3(), row.value4(),
            "what came in", List.of(), String.valueOf(row.value5()))));
  }

  @Override
  public int count() {
    return database.read(sql -> sql.fetchCount(sql.select(INBOX.ID)
        .hint(AcrossWorkspaces.UPDATES_SET_ASIDE.mark())
        .from(INBOX)
        .where(INBOX.STATE.eq(inline("aside")))
        .limit(inline(MOST))));
  }

  @Override
  public int replay(@Nullable Long id, Instant now) {
    return database.writeNow(tx -> tx.sql().update(INBOX)
        .set(INBOX.STATE, "pending")
        .setNull(INBOX.ERROR)
        .setNull(INBOX.HANDLED_AT)
        .where(INBOX.WORKSPACE_ID.in(tx.sql().select(WORKSPACE.ID).from(WORKSPACE)))
        .and(INBOX.STATE.eq(inline("aside")))
        .and(id == null ? DSL.noCondition() : INBOX.ID.eq(id))
        .execute());
  }
}
