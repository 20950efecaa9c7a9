package otklik.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.channels.Lines;
import otklik.kernel.Background;
import otklik.kernel.ChannelId;
import otklik.kernel.TimeSource;
import otklik.kernel.Together;
import otklik.storage.Cleaning;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// The dispatchers of all channels: begins with what the last run left undone, ends with nothing under way.
@Component
final class Departures implements SmartLifecycle, Waiting, GroupLoads {
  /// At the start everything that waits is taken up, also what a clock that ran ahead wrote.
  private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");
  private static final Duration NET = Duration.ofSeconds(30);
  private static final Logger log = LoggerFactory.getLogger(Departures.class);
  private static final Duration WATCH = Duration.ofSeconds(3);

  private final Channels channels;
  private final Lines lines;
  private final Outbox outbox;
  private final Courier courier;
  private final Watches watches;
  private final Past past;
  private final Background background;
  private final TimeSource time;
  private final Map<ChannelId, Dispatcher> dispatchers = new ConcurrentHashMap<>();
  private volatile boolean running;

  Departures(Channels channels, Lines lines, Outbox outbox, Courier courier, Watches watches, Past past,
      Background background, TimeSource time) {
    this.channels = channels;
    this.lines = lines;
    this.outbox = outbox;
    this.courier = courier;
    this.watches = watches;
    this.past = past;
    this.background = background;
    this.time = time;
  }

  Dispatcher of(Channel channel) {
    return dispatchers.computeIfAbsent(channel.id(),
        id -> new Dispatcher(channel, lines.speaking(id), courier, background, time));
  }

  @Override
  public void start() {
    running = true;
    suspect(EVER);
    past.recall(longest(), id -> channels.find(id).map(this::of));
    channels.all().forEach(channel -> of(channel).start());
    background.every(NET, () -> {
      if (running) {
        lookForLost();
      }
    });
    Cleaning.begin(background, () -> running && past.forget());
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

  @Override
  public int lanes() {
    return dispatchers.values().stream().mapToInt(Dispatcher::lanes).sum();
  }

  @Override
  public List<Backlog> backlogs() {
    return dispatchers.values().stream().map(Dispatcher::backlog).toList();
  }

  @Override
  public List<GroupLoad> all() {
    return dispatchers.values().stream().flatMap(dispatcher -> dispatcher.loads().stream()).toList();
  }

  @Override
  public GroupLoad of(Channel channel, String chat) {
    return of(channel).load(chat);
  }

  private void watch() {
    for (Channel channel : channels.all()) {
      Dispatcher dispatcher = dispatchers.get(channel.id());
      for (GroupLoad load : dispatcher == null ? List.<GroupLoad>of() : dispatcher.changes()) {
        if (load.overloaded()) {
          log.warn("{}: group {} is overloaded: {} operation(s) wait up to {} s, {} % of {} a minute are used",
              channel.label(), load.chat(), load.waiting(), load.delay().toSeconds(), Math.round(100 * load.used()),
              load.perMinute());
        } else {
          log.info("{}: group {} fares well again", channel.label(), load.chat());
        }
        watches.tell(channel, (tx, watch) -> watch.loadChanged(tx, load));
      }
    }
  }

  /// The net below: whatever has waited for a while and was never offered is taken up.
  void lookForLost() {
    suspect(time.instant().minus(NET));
  }

  private void suspect(Instant before) {
    outbox.waiting(before).forEach(lane -> channels.find(lane.channel())
        .ifPresent(channel -> of(channel).waits(lane)));
  }

  @Override
  public void stop() {
    running = false;
    Together.each(dispatchers.values(), Dispatcher::stop);
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
