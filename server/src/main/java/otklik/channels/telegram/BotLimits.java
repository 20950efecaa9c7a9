package otklik.channels.telegram;

/// Whether a Bot API server keeps Telegram's limits: one of one's own needn't.
enum BotLimits {
  DEFAULT,
  OFF
}
