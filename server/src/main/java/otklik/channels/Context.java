package otklik.channels;

import org.jspecify.annotations.Nullable;

/// What stands around a message and changes what it means.
///
/// @param forwarded whose words these are; null when they are the author's own
/// @param quote     which part of the answered message is meant; null for all of it
/// @param elsewhere where the answered message stands, when that isn't the same chat
public record Context(@Nullable Origin forwarded, @Nullable Quote quote, @Nullable Origin elsewhere) {
  public static final Context NONE = new Context(null, null, null);
}
