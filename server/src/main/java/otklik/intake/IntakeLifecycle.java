package otklik.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.channels.Lines;
import otklik.kernel.Background;
import otklik.kernel.ChannelId;
import otklik.kernel.Ids;
import otklik.kernel.TimeSource;
import otklik.kernel.Together;
import otklik.storage.Cleaning;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// Opens the doors when everything behind them stands, and closes them before anything behind them goes.
@Component
final class IntakeLifecycle implements SmartLifecycle, IntakeStatus {
  private static final Duration NET = Duration.ofSeconds(5);
  private static final Duration KEPT = Duration.ofDays(3);

  private final Channels channels;
  private final Lines lines;
  private final Intake intake;
  private final Inbox inbox;
  private final Conversations conversations;
  private final Background background;
  private final TimeSource clock;
  private final MemoryWatch memory;
  private final Arrivals arrivals;
  /// Those that aren't in the configuration any more: what came in for them waits until they are again.
  private final Set<ChannelId> unknown = ConcurrentHashMap.newKeySet();
  /// Where the net goes on next time; null for the beginning.
  private volatile @Nullable Conversation lookedUpTo;
  private volatile boolean running;

  IntakeLifecycle(Channels channels, Lines lines, Intake intake, Inbox inbox, Conversations conversations,
      Background background, TimeSource clock, MemoryWatch memory) {
    this.channels = channels;
    this.lines = lines;
    this.intake = intake;
    this.inbox = inbox;
    this.conversations = conversations;
    this.background = background;
    this.clock = clock;
    this.memory = memory;
    this.arrivals = new Arrivals(channels.all(), clock, memory);
  }

  @Override
  public void start() {
    running = true;
    channels.all().forEach(conversations::catchUp);
    arrivals.begin();
    memory.begin();
    for (Channel channel : channels.all()) {
      lines.of(channel.id()).receive(arrivals.noting(channel, intake.door(channel)));
    }
    background.every(NET, this::lookForLost);
    Cleaning.begin(background, () -> running && inbox.forget(clock.instant().minus(KEPT)));
  }

  /// The net below: what was kept and never offered, a part each time. What was left on disk for want of room isn't lost.
  private void lookForLost() {
    if (running) {
      Set<ChannelId> others = new HashSet<>(conversations.leftOut());
      others.addAll(unknown);
      List<Conversation> some = inbox.waiting(clock.instant().minus(NET), others, lookedUpTo);
      lookedUpTo = some.size() < Inbox.MOST_SUSPECTED ? null : some.getLast();
      for (Conversation waiting : some) {
        if (channels.find(waiting.channel()).isPresent()) {
          conversations.suspect(waiting);
        } else {
          unknown.add(waiting.channel());
        }
      }
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
  public boolean isShortOfMemory() {
    return memory.isShort();
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
