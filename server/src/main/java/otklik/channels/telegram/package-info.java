/// Telegram's Bot API as a messenger: reads updates of every kind, makes calls, tells apart what can go wrong.
///
/// Promises: an update is confirmed to Telegram only after the door kept it; no JSON object makes reading fail; no call
/// is repeated behind the caller's back; the bot's token, which is a part of Telegram's addresses, appears in no text.
/// Refuses: to wait for limits (delivery does), to cut texts that are too long, to know what a message is for.
///
/// "Bot API 10.1" in comments is the official specification, "server source" is the public tdlib/telegram-bot-api.
@NullMarked
package otklik.channels.telegram;

import org.jspecify.annotations.NullMarked;
