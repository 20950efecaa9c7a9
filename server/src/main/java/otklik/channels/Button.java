package otklik.channels;

/// A button under a message.
///
/// @param data comes back when it is pressed; 1–64 bytes of UTF-8 (Telegram's limit, the tightest of the messengers)
public record Button(String text, String data) {}
