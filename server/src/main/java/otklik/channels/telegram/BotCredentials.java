package otklik.channels.telegram;

import otklik.channels.Credentials;

/// @param token     a part of Telegram's addresses
/// @param unlimited true when the bot talks to a server without limits
record BotCredentials(String token, boolean unlimited) implements Credentials {
  @Override
  public String toString() {
    return "BotCredentials[hidden]";
  }
}
