package otklik.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.channels.Lines;
import otklik.kernel.Background;
import otklik.kernel.Ids;
import otklik.kernel.TimeSource;
import otklik.kernel.Together;
import otklik.storage.Cleaning;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// Opens the doors when everything behind them stands, and closes them before anything behind them goes.
@Component
final class Reception implements SmartLifecycle, Doors {
  /// At the start everything that waits is taken up, also what a clock that ran ahead wrote.
  private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");
  private static final Duration NET = Duration.ofSeconds(5);
  private static final Duration KEPT = Duration.ofDays(3);

  private final Channels channels;
  private final Lines lines;
  private final Intake intake;
  private final Inbox inbox;
  private final Conversations conversations;
  private final Background background;
  private final TimeSource clock;
  private final Arrivals arrivals;
  private volatile boolean running;

  Reception(Channels channels, Lines lines, Intake intake, Inbox inbox, Conversations conversations,
      Background background, TimeSource clock) {
    this.channels = channels;
    this.lines = lines;
    this.intake = intake;
    this.inbox = inbox;
    this.conversations = conversations;
    this.background = background;
    this.clock = clock;
    this.arrivals = new Arrivals(channels.all(), clock);
  }

  @Override
  public void start() {
    running = true;
    catchUp(EVER);
    arrivals.begin();
    for (Channel channel : channels.all()) {
      lines.of(channel.id()).receive(arrivals.noting(channel, intake.door(channel)));
    }
    background.every(NET, () -> catchUp(clock.instant().minus(NET)));
    Cleaning.begin(background, () -> running && inbox.forget(clock.instant().minus(KEPT)));
  }

  private void catchUp(Instant before) {
    if (running) {
      inbox.waiting(before).forEach(conversations::suspect);
    }
  }

  @Override
  public void stop() {
    running = false;
    Together.each(channels.all(), channel -> lines.of(channel.id()).close());
    conversations.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public boolean areOpen() {
    return running;
  }

  @Override
  public Duration sinceAnswer(Channel channel) {
    return arrivals.sinceAnswer(channel);
  }

  @Override
  public Duration askedInVain(Channel channel) {
    return arrivals.askedInVain(channel);
  }

  @Override
  public Instant lastKept(Channel channel) {
    return arrivals.lastKept(channel);
  }

  @Override
  public Optional<Instant> oldestWaiting() {
    return conversations.oldest().map(update -> Ids.madeAt(update.value()));
  }

  /// Last to start and first to stop of the rails.
  @Override
  public int getPhase() {
    return 300;
  }
}
