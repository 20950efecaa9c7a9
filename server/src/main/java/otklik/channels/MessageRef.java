package otklik.channels;

/// A message in a messenger: its id is unique within its chat only.
public record MessageRef(String chat, String id) {}
