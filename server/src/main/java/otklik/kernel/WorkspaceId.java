package otklik.kernel;

/// One customer of the installation.
public record WorkspaceId(long value) {}
