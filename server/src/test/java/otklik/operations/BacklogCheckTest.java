package otklik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import otklik.delivery.Backlog;
import otklik.delivery.BacklogGauge;
import otklik.intake.IntakeStatus;
import otklik.kernel.TestTime;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.TestDatabases;
import otklik.workspaces.Channel;
import otklik.workspaces.TestChannels;

/// What has waited too long, and what may wait.
class BacklogCheckTest {
  private static final Duration LONG = Duration.ofSeconds(61);
  private static final Duration SHORT = Duration.ofSeconds(50);

  private final TestTime time = new TestTime();
  private Database database;
  private Channel channel;
  private @Nullable Instant oldest;
  private Duration waiting = Duration.ZERO;
  private Duration failing = Duration.ZERO;
  private BacklogCheck check;

  @BeforeEach
  void begin() {
    Address address = TestDatabases.SQLITE.ready();
    database = TestDatabases.open(address, time);
    channel = TestChannels.in(database, address, "acme").all().iterator().next();
    check = new BacklogCheck(intakeStatus, deliveries, time);
  }

  @AfterEach
  void end() {
    database.close();
  }

  private final IntakeStatus intakeStatus = new IntakeStatus() {
    @Override
    public boolean areOpen() {
      return true;
    }

    @Override
    public Duration sinceAnswer(Channel of) {
      return Duration.ZERO;
    }

    @Override
    public Duration askedInVain(Channel of) {
      return Duration.ZERO;
    }

    @Override
    public boolean isShortOfMemory() {
      return false;
    }

    @Override
    public Instant lastKept(Channel of) {
      return Instant.EPOCH;
    }

    @Override
    public Optional<Instant> oldestWaiting() {
      return Optional.ofNullable(oldest);
    }
  };

  private final BacklogGauge deliveries = new BacklogGauge() {
    @Override
    public int lanes() {
      return 1;
    }

    @Override
    public List<Backlog> backlogs() {
      return List.of(new Backlog(channel, waiting, failing));
    }
  };

  @Test
  void an_update_that_waits_for_more_than_a_minute() {
    oldest = time.instant().minus(SHORT);
    assertThat(check.look()).isEmpty();
    oldest = time.instant().minus(LONG);
    assertThat(check.look()).containsExactly(Problem.of(ProblemKind.UPDATES));
    assertThat(check.oldestUpdate()).isGreaterThanOrEqualTo(LONG);
  }

  @Test
  void a_delivery_that_is_tried_in_vain_for_more_than_a_minute() {
    failing = SHORT;
    assertThat(check.look()).isEmpty();
    failing = LONG;
    assertThat(check.look()).containsExactly(new Problem(ProblemKind.DELIVERIES, channel));
    assertThat(check.failingDelivery()).isEqualTo(LONG);
  }

  @Test
  void a_delivery_that_waits_for_room_or_for_people_may_wait() {
    waiting = LONG.multipliedBy(60);
    assertThat(check.look()).isEmpty();
    assertThat(check.oldestDelivery()).isEqualTo(waiting);
  }

  @Test
  void every_kind_has_words_for_its_beginning_its_end_and_for_afterwards() {
    for (ProblemKind kind : ProblemKind.values()) {
      assertThat(new Problem(kind, channel).words()).isNotBlank().doesNotContain("{");
      assertThat(ProblemKind.read(kind.word())).isEqualTo(kind);
    }
  }
}
