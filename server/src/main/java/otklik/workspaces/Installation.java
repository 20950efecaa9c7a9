package otklik.workspaces;

import java.util.List;

/// All that an installation was told at its start.
public record Installation(List<WorkspaceSettings> workspaces, ServerSettings server) {}
