package otklik.delivery;

import java.util.List;
import otklik.workspaces.Channel;

/// How the groups fare at this moment.
public interface GroupLoads {
  /// Of all groups with limits in which something was said since the start.
  List<GroupLoad> all();

  GroupLoad of(Channel channel, String chat);
}
