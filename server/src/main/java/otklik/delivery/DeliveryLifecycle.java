package otklik.delivery;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.channels.Lines;
import otklik.kernel.Background;
import otklik.kernel.ChannelId;
import otklik.kernel.Heap;
import otklik.kernel.RowLimit;
import otklik.kernel.TimeSource;
import otklik.kernel.Together;
import otklik.storage.Cleaning;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// The dispatchers of all channels: begins with what the last run left undone, ends with nothing under way.
@Component
final class DeliveryLifecycle implements SmartLifecycle {
  private static final Duration NET = Duration.ofSeconds(30);
  private static final Logger log = LoggerFactory.getLogger(DeliveryLifecycle.class);
  private static final Duration WATCH = Duration.ofSeconds(3);

  private final Channels channels;
  private final Lines lines;
  private final Outbox outbox;
  private final Dispatchers dispatchers;
  private final GroupLoadListeners groupLoadListeners;
  private final SpentQuota spentQuota;
  private final Background background;
  private final TimeSource time;
  /// Those that aren't in the configuration any more: what is owed there waits until they are again.
  private final Set<ChannelId> unknown = ConcurrentHashMap.newKeySet();
  /// Where the net goes on next time; null for the beginning.
  private volatile Outbox.@Nullable WaitingLane lookedUpTo;
  private volatile boolean running;

  DeliveryLifecycle(Channels channels, Lines lines, Outbox outbox, Courier courier, Dispatchers dispatchers,
      GroupLoadListeners groupLoadListeners, SpentQuota spentQuota, Background background, TimeSource time, Heap heap) {
    this.channels = channels;
    this.lines = lines;
    this.outbox = outbox;
    this.dispatchers = dispatchers;
    this.groupLoadListeners = groupLoadListeners;
    this.spentQuota = spentQuota;
    this.background = background;
    this.time = time;
    channels.all().forEach(channel -> dispatchers.put(channel, new Dispatcher(channel, lines.speaking(channel.id()),
        RowLimit.share(heap, channels.all().size()), courier, background, time)));
  }

  @Override
  public void start() {
    running = true;
    channels.all().forEach(channel -> dispatchers.of(channel).catchUp());
    spentQuota.recall(longest(), id -> channels.find(id).map(dispatchers::of));
    channels.all().forEach(channel -> dispatchers.of(channel).start());
    background.every(NET, () -> {
      if (running) {
        lookForLost();
      }
    });
    Cleaning.begin(background, () -> running && spentQuota.forget());
    background.every(WATCH, () -> {
      if (running) {
        watch();
      }
    });
  }

  /// How far back any messenger counts.
  private Duration longest() {
    return channels.all().stream().flatMap(channel -> lines.speaking(channel.id()).stream())
        .map(line -> line.limits().longest()).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  private void watch() {
    for (Channel channel : channels.all()) {
      for (GroupLoad load : dispatchers.of(channel).changes()) {
        if (load.overloaded()) {
          log.warn("{}: group {} is overloaded: {} operation(s) wait up to {} s, {} % of {} a minute are used",
              channel.label(), load.chat(), load.waiting(), load.delay().toSeconds(), Math.round(100 * load.used()),
              load.perMinute());
        } else {
          log.info("{}: group {} fares well again", channel.label(), load.chat());
        }
        groupLoadListeners.tell(channel, (turn, watch) -> watch.loadChanged(turn, load));
      }
    }
  }

  /// The net below: whatever has waited for a while and was never offered is taken up, a part each time, so that lanes
  /// which wait for hours don't hide those behind them. What was left on disk for want of room isn't lost.
  void lookForLost() {
    Set<ChannelId> others = new HashSet<>(unknown);
    dispatchers.each((channel, dispatcher) -> {
      if (dispatcher.hasLeftOut()) {
        others.add(channel);
      }
    });
    List<Outbox.WaitingLane> waiting = outbox.waiting(time.instant().minus(NET), others, lookedUpTo);
    lookedUpTo = waiting.size() < Outbox.MOST_SUSPECTED ? null : waiting.getLast();
    for (Outbox.WaitingLane lane : waiting) {
      channels.find(lane.channel()).ifPresentOrElse(channel -> dispatchers.of(channel).waits(lane),
          () -> unknown.add(lane.channel()));
    }
  }

  @Override
  public void stop() {
    running = false;
    Together.each(dispatchers.each(), Dispatcher::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 100;
  }
}
