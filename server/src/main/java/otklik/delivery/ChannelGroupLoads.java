package otklik.delivery;

import java.util.ArrayList;
import java.util.List;
import otklik.kernel.TimeSource;
import otklik.workspaces.Channel;

/// How the groups of one channel fare that are granted little. Guarded by its [Dispatcher].
final class ChannelGroupLoads {
  private final Channel channel;
  private final Chats chats;
  private final Lanes lanes;
  private final TimeSource time;

  ChannelGroupLoads(Channel channel, Chats chats, Lanes lanes, TimeSource time) {
    this.channel = channel;
    this.chats = chats;
    this.lanes = lanes;
    this.time = time;
  }

  List<GroupLoad> all() {
    return chats.all().stream().filter(Chat::isThrifty).map(this::of).toList();
  }

  GroupLoad of(Chat chat) {
    return LoadEstimator.of(channel, chat, lanes.in(chat), time.instant(), time.nanos());
  }

  /// Groups that have become overloaded since the last time, or fare well again.
  List<GroupLoad> changes() {
    List<GroupLoad> changed = new ArrayList<>();
    for (GroupLoad load : all()) {
      Chat chat = chats.of(load.chat());
      if (load.overloaded() != chat.overloaded) {
        chat.overloaded = load.overloaded();
        changed.add(load);
      }
    }
    return changed;
  }
}
