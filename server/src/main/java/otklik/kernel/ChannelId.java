package otklik.kernel;

/// One messenger account of a workspace.
public record ChannelId(long value) {}
