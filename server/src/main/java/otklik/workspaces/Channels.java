package otklik.workspaces;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import otklik.kernel.ChannelId;
import otklik.kernel.WorkspaceId;

/// The channels of this installation, by id.
public final class Channels {
  private final Map<ChannelId, Channel> channels = new LinkedHashMap<>();
  private final Map<WorkspaceId, Workspace> workspaces = new LinkedHashMap<>();

  public Channels(Collection<Channel> all) {
    for (Channel channel : all) {
      channels.put(channel.id(), channel);
      workspaces.putIfAbsent(channel.workspace(), new Workspace(channel.workspace(), channel.home()));
    }
  }

  public Optional<Channel> find(ChannelId id) {
    return Optional.ofNullable(channels.get(id));
  }

  public Collection<Channel> all() {
    return channels.values();
  }

  /// Those that have a channel, in the configuration's order.
  public Collection<Workspace> workspaces() {
    return workspaces.values();
  }
}
