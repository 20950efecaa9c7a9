package otklik.channels;

import org.jspecify.annotations.Nullable;

/// A file that lies with a messenger.
///
/// @param id   what the messenger wants to hear to send it again; in Telegram valid for one bot only
/// @param size in bytes, where the messenger tells it
public record FileRef(String id, @Nullable Long size, @Nullable String name, @Nullable String mime) {}
