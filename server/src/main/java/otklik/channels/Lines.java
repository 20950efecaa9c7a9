package otklik.channels;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import otklik.kernel.ChannelId;

/// The open line of each channel.
public final class Lines {
  private final Map<ChannelId, Line> lines = new ConcurrentHashMap<>();

  public void add(ChannelId channel, Line line) {
    lines.put(channel, line);
  }

  public Line of(ChannelId channel) {
    Line line = lines.get(channel);
    if (line == null) {
      throw new IllegalArgumentException("no line for channel " + channel.value());
    }
    return line;
  }

  public Collection<ChannelId> channels() {
    return lines.keySet();
  }
}
