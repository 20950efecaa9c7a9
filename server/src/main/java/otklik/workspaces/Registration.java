package otklik.workspaces;

import static otklik.storage.schema.Tables.CHANNEL;
import static otklik.storage.schema.Tables.WORKSPACE;

import java.util.ArrayList;
import java.util.List;
import otklik.kernel.ChannelId;
import otklik.kernel.Ids;
import otklik.kernel.WorkspaceId;
import otklik.storage.Database;
import otklik.storage.Tx;

/// Gives the workspaces and channels of the configuration the ids that their rows are kept under. They are known again
/// by their names: whoever renames one begins a new one.
public final class Registration {
  private final Database database;
  private final Ids ids;

  public Registration(Database database, Ids ids) {
    this.database = database;
    this.ids = ids;
  }

  public Channels register(Installation installation) {
    return database.writeNow(tx -> {
      List<Channel> channels = new ArrayList<>();
      for (WorkspaceSettings workspace : installation.workspaces()) {
        WorkspaceId id = workspace(tx, workspace);
        for (ChannelSettings channel : workspace.channels()) {
          channels.add(new Channel(channel(tx, id, channel), id, workspace, channel));
        }
      }
      return new Channels(channels);
    });
  }

  private WorkspaceId workspace(Tx tx, WorkspaceSettings workspace) {
    tx.sql().insertInto(WORKSPACE)
        .set(WORKSPACE.ID, ids.next())
        .set(WORKSPACE.NAME, workspace.name())
        .set(WORKSPACE.CREATED_AT, tx.now())
        .onConflictDoNothing()
        .execute();
    return new WorkspaceId(tx.sql().select(WORKSPACE.ID).from(WORKSPACE)
        .where(WORKSPACE.NAME.eq(workspace.name())).fetchSingle(WORKSPACE.ID));
  }

  private ChannelId channel(Tx tx, WorkspaceId workspace, ChannelSettings channel) {
    tx.sql().insertInto(CHANNEL)
        .set(CHANNEL.ID, ids.next())
        .set(CHANNEL.WORKSPACE_ID, workspace.value())
        .set(CHANNEL.NAME, channel.name())
        .set(CHANNEL.MESSENGER, channel.messenger().name())
        .set(CHANNEL.SCENARIO, channel.scenario())
        .set(CHANNEL.CREATED_AT, tx.now())
        .onConflictDoNothing()
        .execute();
    return new ChannelId(tx.sql().select(CHANNEL.ID).from(CHANNEL)
        .where(CHANNEL.WORKSPACE_ID.eq(workspace.value()))
        .and(CHANNEL.NAME.eq(channel.name()))
        .fetchSingle(CHANNEL.ID));
  }
}
