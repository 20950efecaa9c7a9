package otklik.notices;

import java.util.Map;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.workspaces.Channel;

/// What stands for all to see in a channel; asked at each start.
public interface Posting {
  /// The menus of commands that the messenger offers while somebody types. Each under a name of its own, which is
  /// stored.
  Map<String, Call> menus(Channel channel);

  /// What is pinned in groups, by the group.
  default Map<Place, String> guides(Channel channel) {
    return Map.of();
  }
}
