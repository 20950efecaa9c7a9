package otklik.console.web;

import java.time.ZoneId;
import otklik.console.accounts.ConsoleRole;
import otklik.people.Actor;
import otklik.workspaces.Workspace;

/// Somebody in a workspace.
public record WorkspaceVisit(SignedIn by, Workspace workspace, ConsoleRole role) {
  public ZoneId zone() {
    return workspace.settings().zone();
  }

  /// As whom they give commands.
  public Actor actor() {
    return new Actor.ConsoleUser(by.account().name(), null, role.granted());
  }
}
