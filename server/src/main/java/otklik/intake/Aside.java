package otklik.intake;

import static otklik.storage.schema.Tables.CHANNEL;
import static otklik.storage.schema.Tables.INBOX;
import static otklik.storage.schema.Tables.WORKSPACE;

import java.time.Instant;
import java.util.List;
import otklik.kernel.UpdateId;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.Database;

/// Updates that could not be handled: an operator of the installation sees them and lets them be handled again. Works
/// across workspaces, because it serves the installation and shows nothing of what people wrote.
public final class Aside {
  private final Database database;

  public Aside(Database database) {
    this.database = database;
  }

  /// An update that was set aside.
  public record Item(UpdateId id, String workspace, String channel, Instant receivedAt, String error) {}

  public List<Item> all() {
    return database.read(sql -> sql
        .select(INBOX.ID, WORKSPACE.NAME, CHANNEL.NAME, INBOX.RECEIVED_AT, INBOX.ERROR, INBOX.WORKSPACE_ID)
        .hint(AcrossWorkspaces.UPDATES_SET_ASIDE.mark())
        .from(INBOX)
        .join(WORKSPACE).on(WORKSPACE.ID.eq(INBOX.WORKSPACE_ID))
        .join(CHANNEL).on(CHANNEL.WORKSPACE_ID.eq(INBOX.WORKSPACE_ID)).and(CHANNEL.ID.eq(INBOX.CHANNEL_ID))
        .where(INBOX.STATE.eq("aside"))
        .orderBy(INBOX.ID)
        .fetch(row -> new Item(new UpdateId(row.value1()), row.value2(), row.value3(), row.value4(), row.value5())));
  }

  /// Lets an update be handled again; a running server takes it up within seconds. False when there is no such.
  public boolean replay(Item item) {
    return database.writeNow(tx -> tx.sql().update(INBOX)
        .set(INBOX.STATE, "pending")
        .setNull(INBOX.ERROR)
        .setNull(INBOX.HANDLED_AT)
        .where(INBOX.WORKSPACE_ID.in(tx.sql().select(WORKSPACE.ID).from(WORKSPACE).where(WORKSPACE.NAME.eq(item.workspace()))))
        .and(INBOX.ID.eq(item.id().value()))
        .and(INBOX.STATE.eq("aside"))
        .execute() == 1);
  }
}
