package otklik.workspaces;

import otklik.kernel.WorkspaceId;

/// One customer of the installation.
public record Workspace(WorkspaceId id, WorkspaceSettings settings) {
  public String name() {
    return settings.name();
  }
}
