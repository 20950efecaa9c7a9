package otklik.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.channels.Lines;
import otklik.kernel.Background;
import otklik.kernel.ChannelId;
import otklik.storage.Database;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// The dispatchers of all channels: begins with what the last run left undone, ends with nothing under way.
@Component
final class Departures implements SmartLifecycle, Waiting {
  /// At the start everything that waits is taken up, also what a clock that ran ahead wrote.
  private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");
  private static final Duration NET = Duration.ofSeconds(30);
  private static final Duration CLEANING = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(30);

  private final Channels channels;
  private final Lines lines;
  private final Outbox outbox;
  private final Courier courier;
  private final Database database;
  private final Background background;
  private final InstantSource clock;
  private final Map<ChannelId, Dispatcher> dispatchers = new ConcurrentHashMap<>();
  private volatile boolean running;

  Departures(Channels channels, Lines lines, Outbox outbox, Courier courier, Database database,
      Background background, InstantSource clock) {
    this.channels = channels;
    this.lines = lines;
    this.outbox = outbox;
    this.courier = courier;
    this.database = database;
    this.background = background;
    this.clock = clock;
  }

  Dispatcher of(Channel channel) {
    return dispatchers.computeIfAbsent(channel.id(),
        id -> new Dispatcher(channel, lines.of(id), courier, background));
  }

  @Override
  public void start() {
    running = true;
    suspect(EVER);
    channels.all().forEach(channel -> of(channel).start());
    background.every(NET, () -> {
      if (running) {
        suspect(clock.instant().minus(NET));
      }
    });
    background.every(CLEANING, this::forget);
  }

  @Override
  public int lanes() {
    return dispatchers.values().stream().mapToInt(Dispatcher::lanes).sum();
  }

  private void suspect(Instant before) {
    outbox.waiting(before).forEach(lane -> channels.find(lane.channel())
        .ifPresent(channel -> of(channel).suspect(lane.lane(), lane.chat())));
  }

  private void forget() {
    Instant before = clock.instant().minus(KEPT);
    for (Channel channel : channels.all()) {
      database.writeNow(tx -> {
        outbox.forget(tx, channel, before);
        return null;
      });
    }
  }

  @Override
  public void stop() {
    running = false;
    dispatchers.values().parallelStream().forEach(Dispatcher::stop);
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
