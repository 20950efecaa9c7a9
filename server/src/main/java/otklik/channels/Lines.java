package otklik.channels;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import otklik.kernel.ChannelId;

/// The open line of each channel, and those of the helpers that only speak for it.
public final class Lines {
  private final Map<ChannelId, Line> lines = new ConcurrentHashMap<>();
  private final Map<ChannelId, List<Line>> helpers = new ConcurrentHashMap<>();

  public void add(ChannelId channel, Line line) {
    lines.put(channel, line);
  }

  public void addHelper(ChannelId channel, Line line) {
    helpers.computeIfAbsent(channel, id -> new CopyOnWriteArrayList<>()).add(line);
  }

  /// Those that may speak for a channel: its own line first.
  public List<Line> speaking(ChannelId channel) {
    List<Line> all = new ArrayList<>(List.of(of(channel)));
    all.addAll(helpers.getOrDefault(channel, List.of()));
    return List.copyOf(all);
  }

  /// Whether that account is one of the channel's own.
  public boolean isOurs(ChannelId channel, String account) {
    return speaking(channel).stream().anyMatch(line -> line.self().equals(account));
  }

  public Line of(ChannelId channel) {
    return find(channel).orElseThrow(() -> new IllegalArgumentException("no line for channel " + channel.value()));
  }

  public Optional<Line> find(ChannelId channel) {
    return Optional.ofNullable(lines.get(channel));
  }

  public Collection<ChannelId> channels() {
    return lines.keySet();
  }
}
