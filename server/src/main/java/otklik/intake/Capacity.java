package otklik.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.kernel.ChannelId;
import otklik.kernel.Heap;
import otklik.kernel.RowLimit;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// How much of what waits to be handled is in memory, for each channel. Guarded by [Conversations].
@Component
final class Capacity {
  /// When less than this share is taken, it is looked for more.
  private static final double AGAIN = 0.5;

  private final Channels channels;
  private final Heap heap;
  private final Map<ChannelId, Of> all = new HashMap<>();

  Capacity(Channels channels, Heap heap) {
    this.channels = channels;
    this.heap = heap;
  }

  /// That of one channel.
  static final class Of {
    final RowLimit limit;
    private boolean leftOut;
    private boolean looking;

    Of(RowLimit limit) {
      this.limit = limit;
    }

    /// More waits on disk than is known of here.
    void leaveOut() {
      leftOut = true;
    }

    /// Whether something may wait on disk of which nothing is known here: it was left there, or what is there is being
    /// read.
    boolean mayHide() {
      return leftOut || looking;
    }

    /// Whether to look for what was left out. Says so once until [#looked].
    boolean mayLook() {
      boolean now = !looking && leftOut && !limit.isTaken(AGAIN);
      looking |= now;
      return now;
    }

    /// What is on disk is about to be read: what has no room from now on is left out anew.
    void look() {
      looking = true;
      leftOut = false;
    }

    /// @param all whether that was all there is on disk
    void looked(boolean all) {
      looking = false;
      leftOut |= !all;
    }
  }

  Of of(ChannelId channel) {
    return all.computeIfAbsent(channel, _ -> new Of(RowLimit.share(heap, channels.all().size())));
  }

  /// The channels of which something is left out.
  List<ChannelId> leftOut() {
    return all.entrySet().stream().filter(one -> one.getValue().leftOut).map(Map.Entry::getKey).toList();
  }

  int held() {
    return all.values().stream().mapToInt(one -> one.limit.held()).sum();
  }

  /// Empty for a channel that isn't in the configuration any more.
  Optional<Channel> channel(ChannelId id) {
    return channels.find(id);
  }
}
