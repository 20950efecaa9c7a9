package otklik.channels;

import org.jspecify.annotations.Nullable;

/// Who did something in a messenger, as the messenger describes them at that moment. Every text is hostile input.
///
/// @param id         the messenger's id of the account; for an anonymous author, of the chat they speak as
/// @param name       shown name, may be empty
/// @param username   without the leading @
/// @param language   an IETF tag, present only where the messenger tells it
/// @param human      false for bots, for anonymous administrators and for channels that speak in a group:
///                   nobody of those may act as an operator
public record Author(
    String id, String name, @Nullable String username, @Nullable String language, boolean human) {}
