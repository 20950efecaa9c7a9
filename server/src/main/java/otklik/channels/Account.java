package otklik.channels;

import otklik.kernel.ChannelId;

/// What a messenger needs to know of a channel.
///
/// @param name      for logs: workspace and channel
/// @param token     secret; never in logs, errors or addresses of ours
/// @param unlimited true when the account talks to a server without limits
public record Account(ChannelId channel, String name, String token, boolean unlimited) {
  @Override
  public String toString() {
    return "Account[" + name + "]";
  }
}
