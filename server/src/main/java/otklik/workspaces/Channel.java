package otklik.workspaces;

import java.time.ZoneId;
import otklik.kernel.ChannelId;
import otklik.kernel.Language;
import otklik.kernel.WorkspaceId;

/// A messenger account of a workspace, as everything behind the door knows it: without its secrets.
public record Channel(
    ChannelId id,
    WorkspaceId workspace,
    String workspaceName,
    String name,
    String messenger,
    String scenario,
    ZoneId zone,
    Language language) {

  /// For logs.
  public String label() {
    return workspaceName + "/" + name;
  }
}
