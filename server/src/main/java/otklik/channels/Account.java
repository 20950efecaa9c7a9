package otklik.channels;

import otklik.kernel.ChannelId;

/// What a messenger needs to know of a channel.
///
/// @param name        for logs: workspace and channel
/// @param credentials secret; never in logs, errors or addresses of ours
public record Account(ChannelId channel, String name, Credentials credentials) {
  /// As the type that the messenger made.
  public <T extends Credentials> T credentials(Class<T> type) {
    return type.cast(credentials);
  }

  @Override
  public String toString() {
    return "Account[" + name + "]";
  }
}
