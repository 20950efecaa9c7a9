package otklik.operations;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import otklik.channels.Lines;
import otklik.intake.IntakeStatus;
import otklik.standing.Trouble;
import otklik.standing.Troubles;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// Whether the messengers that are asked for updates answer. A token that isn't accepted is a trouble that people must
/// mend and that is told as such.
@Component
final class PollingCheck implements HealthCheck {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Channels channels;
  private final Lines lines;
  private final IntakeStatus intakeStatus;
  private final Troubles troubles;

  PollingCheck(Channels channels, Lines lines, IntakeStatus intakeStatus, Troubles troubles) {
    this.channels = channels;
    this.lines = lines;
    this.intakeStatus = intakeStatus;
    this.troubles = troubles;
  }

  @Override
  public List<Problem> look() {
    return polled().filter(channel -> intakeStatus.askedInVain(channel).compareTo(LONG) >= 0)
        .filter(channel -> !troubles.goesOn(channel, Trouble.Kind.REVOKED, ""))
        .map(channel -> new Problem(ProblemKind.POLLING, channel)).toList();
  }

  Stream<Channel> polled() {
    return channels.all().stream().filter(channel -> lines.of(channel.id()).isPolling());
  }

  Duration sinceAnswer(Channel channel) {
    return intakeStatus.sinceAnswer(channel);
  }
}
