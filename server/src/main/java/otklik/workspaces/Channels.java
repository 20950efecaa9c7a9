package otklik.workspaces;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import otklik.kernel.ChannelId;

/// The channels of this installation, by id.
public final class Channels {
  private final Map<ChannelId, Channel> channels = new LinkedHashMap<>();

  public Channels(Collection<Channel> all) {
    all.forEach(channel -> channels.put(channel.id(), channel));
  }

  public Optional<Channel> find(ChannelId id) {
    return Optional.ofNullable(channels.get(id));
  }

  public Collection<Channel> all() {
    return channels.values();
  }
}
