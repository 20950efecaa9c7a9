package otklik.channels;

import org.jspecify.annotations.Nullable;

/// A stretch of formatted text. Offset and length count UTF-16 code units, as Java strings and Telegram do.
///
/// @param type   the messenger-neutral name, which is Telegram's: bold, italic, code, pre, text_link, spoiler …
/// @param detail what the type needs besides: the address of a text_link, the language of a pre, the id of a
///               text_mention or custom_emoji
public record Span(String type, int offset, int length, @Nullable String detail) {}
