package otklik.relay;

import otklik.channels.Content;
import otklik.workspaces.Channel;

/// What a message is that can't be carried over, in words for those who work here.
public final class Kinds {
  private Kinds() {}

  public static String of(Channel channel, Content.Unsupported content) {
    String key = "kind." + content.kind();
    return channel.text(
        channel.texts().has(channel.language(), key) ? key : "kind.unsupported");
  }
}
