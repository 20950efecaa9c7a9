package otklik.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.channels.Fact;
import otklik.channels.Inspection;
import otklik.channels.Inspection.PushCause;
import otklik.channels.Lines;
import otklik.intake.IntakeStatus;
import otklik.kernel.Background;
import otklik.kernel.ChannelId;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// Whether the messengers that push updates get rid of them. Only they know what failed to reach us, so they are asked,
/// one after another: however many channels there are, one question is in the air.
@Component
final class WebhookCheck implements HealthCheck, SmartLifecycle {
  private static final Duration ROUND = Duration.ofSeconds(10);

  private final Channels channels;
  private final Lines lines;
  private final IntakeStatus intakeStatus;
  private final Background background;
  private final Map<ChannelId, Inspection.Reception> known = new ConcurrentHashMap<>();
  private volatile boolean running;

  WebhookCheck(Channels channels, Lines lines, IntakeStatus intakeStatus, Background background) {
    this.channels = channels;
    this.lines = lines;
    this.intakeStatus = intakeStatus;
    this.background = background;
  }

  @Override
  public void start() {
    running = true;
    if (pushed().findAny().isPresent()) {
      background.every(ROUND, this::ask);
    }
  }

  private void ask() {
    try {
      for (Channel channel : pushed().toList()) {
        if (!running) {
          return;
        }
        switch (lines.of(channel.id()).inspection().reception()) {
          case Fact.Known<Inspection.Reception>(var reception) -> known.put(channel.id(), reception);
          case Fact.Refused<Inspection.Reception> _ -> known.remove(channel.id());
          case Fact.OutOfReach<Inspection.Reception> _ -> {
            // What was known stays true until more is.
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public List<Problem> look() {
    return pushed().filter(this::fails)
        .map(channel -> new Problem(ProblemKind.WEBHOOK, channel, cause(known.get(channel.id())))).toList();
  }

  private static String cause(Inspection.@Nullable Reception reception) {
    if (reception != null && !reception.ours()) {
      return "foreign";
    }
    return (reception == null || reception.failure() == null ? PushCause.OTHER : reception.failure().cause()).name()
        .toLowerCase(Locale.ROOT);
  }

  /// The messenger's clock counts seconds.
  private boolean fails(Channel channel) {
    Inspection.Reception reception = known.get(channel.id());
    if (reception == null) {
      return false;
    }
    Instant lastKept = intakeStatus.lastKept(channel).truncatedTo(ChronoUnit.SECONDS);
    boolean failedSince = reception.failure() != null && !reception.failure().at().isBefore(lastKept);
    boolean refused = failedSince && !intakeStatus.isShortOfMemory();
    return !reception.ours() || reception.waiting() > 0 && refused;
  }

  Stream<Channel> pushed() {
    return channels.all().stream().filter(channel -> !lines.of(channel.id()).isPolling());
  }

  /// As the messenger said last; empty before it said anything.
  Optional<Inspection.Reception> reception(Channel channel) {
    return Optional.ofNullable(known.get(channel.id()));
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// After the lines have begun to receive.
  @Override
  public int getPhase() {
    return 350;
  }
}
