package otklik.notices;

import java.util.Map;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.workspaces.Channel;

/// What a scenario puts up for all to see. One bean for each scenario that does; asked at each start.
public interface Posting {
  String scenario();

  /// The menus of commands that the messenger offers while somebody types. Each under a name of its own, which is
  /// stored.
  Map<String, Call> menus(Channel channel);

  /// What is pinned in groups, by the group.
  default Map<Place, String> guides(Channel channel) {
    return Map.of();
  }
}
