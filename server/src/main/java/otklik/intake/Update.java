package otklik.intake;

import otklik.channels.Incoming;
import otklik.kernel.UpdateId;
import otklik.workspaces.Channel;

/// A row of the inbox that waits to be handled.
record Update(UpdateId id, Channel channel, String conversation, Incoming incoming) {
  Conversation conversationKey() {
    return new Conversation(channel.id(), conversation);
  }
}
