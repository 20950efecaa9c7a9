package otklik.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.kernel.Eventually;
import otklik.kernel.Ids;
import otklik.kernel.TestTime;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;
import otklik.workspaces.TestChannels;

@ParameterizedClass
@EachDatabase
class TimerSchedulerTest {
  private static final Instant TEN = Instant.parse("2030-01-01T10:00:00Z");

  @Parameter
  TestDatabases databases;

  private final TestTime time = new TestTime(TEN);
  private final List<String> rung = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean mended;
  private final TimerHandler handler = new TimerHandler() {
    @Override
    public Set<String> kinds() {
      return Set.of("test");
    }

    @Override
    public void ring(Turn turn, Timer timer) {
      if (timer.data().equals("fails") && !mended) {
        failures.incrementAndGet();
        throw new IllegalStateException("an alarm with a fault");
      }
      if (timer.data().equals("sets another")) {
        timers.set(turn, "test", "another", "x", time.instant());
      }
      turn.afterCommit(() -> rung.add(timer.subject()));
    }
  };

  private Address address;
  private Database database;
  private Channel channel;
  private Channel other;
  private Timers timers;
  private TimerScheduler timerScheduler;

  @BeforeEach
  void begin() {
    address = databases.ready();
    build();
  }

  private void build() {
    build("acme", "other");
  }

  private void build(String... workspaces) {
    database = TestDatabases.open(address, time);
    Channels channels = TestChannels.in(database, address, workspaces);
    channel = named(channels, workspaces[0]);
    other = channels.all().stream().filter(one -> !one.id().equals(channel.id())).findFirst().orElse(channel);
    TimerSignal timerSignal = new TimerSignal(time);
    timers = new Timers(database, new Ids(InstantSource.system()), timerSignal);
    timerScheduler = new TimerScheduler(timers, timerSignal, channels, database, time, List.of(handler));
  }

  private static Channel named(Channels channels, String workspace) {
    return channels.all().stream().filter(one -> one.label().startsWith(workspace + "/")).findFirst().orElseThrow();
  }

  /// The program ends and begins again with these workspaces in its configuration.
  private void restart(String... workspaces) {
    end();
    build(workspaces);
    timerScheduler.start();
  }

  @AfterEach
  void end() {
    if (timerScheduler.isRunning()) {
      timerScheduler.stop();
    }
    database.close();
  }

  @Test
  void a_timer_rings_once_when_its_time_has_come() {
    timerScheduler.start();
    set("soon", "", TEN.plusSeconds(60));
    set("now", "", TEN);
    rings("now");
    time.goTo(TEN.plusSeconds(60));
    rings("now", "soon");
    set("last", "", TEN);
    rings("now", "soon", "last");
    assertThat(waiting()).isZero();
  }

  @Test
  void what_was_due_while_nobody_was_there_rings_late_and_once() {
    set("missed", "", TEN.plusSeconds(1));
    database.close();
    time.goTo(TEN.plusSeconds(86_400));
    build();
    timerScheduler.start();
    rings("missed");
    timerScheduler.stop();
    database.close();
    build();
    timerScheduler.start();
    set("after", "", TEN);
    rings("missed", "after");
  }

  @Test
  void a_timer_that_is_moved_rings_at_its_new_time_only() {
    set("moved", "", TEN.plusSeconds(10));
    set("moved", "", TEN.plusSeconds(100));
    set("probe", "", TEN.plusSeconds(20));
    time.goTo(TEN.plusSeconds(50));
    timerScheduler.start();
    rings("probe");
    time.goTo(TEN.plusSeconds(100));
    rings("probe", "moved");
  }

  @Test
  void a_timer_that_is_cancelled_never_rings() {
    set("cancelled", "", TEN);
    database.writeNow(tx -> {
      timers.cancel(Turn.of(tx, channel), "test", "cancelled");
      return null;
    });
    set("probe", "", TEN);
    timerScheduler.start();
    rings("probe");
    assertThat(waiting()).isZero();
  }

  @Test
  void a_failing_alarm_is_tried_again_later_then_set_aside_and_holds_nobody() {
    set("bad", "fails", TEN);
    set("good", "", TEN.plusSeconds(1));
    time.goTo(TEN.plusSeconds(1));
    timerScheduler.start();
    rings("good");
    while (state("bad").equals("waiting")) {
      time.advance(Duration.ofSeconds(60));
    }
    assertThat(state("bad")).isEqualTo("aside");
    assertThat(failures).hasValueGreaterThanOrEqualTo(5); // one in a shared commit is repeated alone
    set("bad", "", time.instant());
    rings("good", "bad");
  }

  @Test
  void two_passes_at_once_ring_once() {
    set("once", "", TEN);
    List<Timers.Due> first = timers.due(TEN, 10);
    List<Timers.Due> second = timers.due(TEN, 10);
    assertThat(first).isEqualTo(second).hasSize(1);
    assertThat(database.<Timer>writeNow(tx -> timers.take(tx, first.getFirst(), channel, TEN))).isNotNull();
    assertThat(database.<Timer>writeNow(tx -> timers.take(tx, second.getFirst(), channel, TEN))).isNull();
  }

  @Test
  void a_timer_that_is_moved_while_its_alarm_fails_keeps_its_new_time() {
    set("moved", "", TEN);
    Timers.Due due = timers.due(TEN, 10).getFirst();
    set("moved", "", TEN.plusSeconds(100));
    database.writeNow(tx -> {
      timers.failed(tx, due, "a fault", TEN.plusSeconds(1), false);
      return null;
    });
    assertThat(timers.next()).isEqualTo(TEN.plusSeconds(100));
  }

  @Test
  void an_alarm_may_set_another_timer() {
    set("first", "sets another", TEN);
    timerScheduler.start();
    rings("first", "another");
  }

  @Test
  void many_timers_of_one_moment_all_ring() {
    database.writeNow(tx -> {
      for (int i = 0; i < 450; i++) {
        timers.set(Turn.of(tx, channel), "test", "t" + i, "", TEN);
      }
      return null;
    });
    timerScheduler.start();
    Eventually.becomesTrue(() -> rung.size() == 450, rung::size);
    assertThat(rung).doesNotHaveDuplicates();
  }

  @Test
  void timers_of_a_channel_that_is_taken_out_of_the_configuration_wait_for_it_and_hold_nobody() {
    database.writeNow(tx -> {
      for (int i = 0; i < 1_000; i++) {
        timers.set(Turn.of(tx, other), "test", "absent" + i, "", TEN);
      }
      return null;
    });
    time.goTo(TEN.plusSeconds(60));
    restart("acme");
    set("present", "", TEN.plusSeconds(30));
    rings("present");
    for (int hours = 1; hours < 10; hours++) {
      time.goTo(TEN.plusSeconds(3_600L * hours));
      set("present" + hours, "", time.instant());
      int soFar = 1 + hours;
      Eventually.becomesTrue(() -> rung.size() == soFar, () -> rung);
    }
    assertThat(timers.due(time.instant(), 10)).as("what is read again and again").isEmpty();
    assertThat(timers.next()).isNull();
    assertThat(new TimersAside(database).count()).isZero();
    restart("acme", "other");
    Eventually.becomesTrue(() -> rung.size() == 1_010, rung::size);
    assertThat(rung).doesNotHaveDuplicates();
  }

  @Test
  void two_that_answer_to_one_kind_are_refused_at_the_start() {
    assertThatThrownBy(() -> new TimerScheduler(timers, new TimerSignal(time),
        TestChannels.in(database, address, "acme"),
        database, time, List.of(handler, handler))).hasMessageContaining("test");
  }

  @Test
  void what_was_set_aside_is_listed_and_rings_when_it_is_replayed() {
    set("1234567890123456789 7", "fails", TEN);
    timerScheduler.start();
    TimersAside aside = new TimersAside(database);
    while (aside.count() == 0) {
      time.advance(Duration.ofSeconds(60));
    }
    assertThat(aside.list()).singleElement().satisfies(letter -> {
      assertThat(letter.workspace()).isEqualTo("acme");
      assertThat(letter.channel()).isEqualTo("desk");
      assertThat(letter.what()).isEqualTo("test");
      assertThat(letter.about()).containsExactly(1234567890123456789L);
      assertThat(letter.why()).contains("an alarm with a fault");
    });
    mended = true;
    assertThat(aside.replay(aside.list().getFirst().id() + 1, time.instant())).isZero();
    assertThat(aside.replay(null, time.instant())).isEqualTo(1);
    assertThat(aside.count()).isZero();
    rings("1234567890123456789 7");
  }

  private void set(String subject, String data, Instant dueAt) {
    database.writeNow(tx -> {
      timers.set(Turn.of(tx, channel), "test", subject, data, dueAt);
      return null;
    });
  }

  private void rings(String... subjects) {
    Eventually.becomesTrue(() -> rung.size() >= subjects.length, () -> rung);
    assertThat(rung).containsExactly(subjects);
  }

  private int waiting() {
    return database.read(sql -> sql.fetch("select id from timer where workspace_id = ?",
        channel.workspace().value()).size());
  }

  private String state(String subject) {
    return database.read(sql -> sql.fetch("select state from timer where workspace_id = ? and subject = ?",
        channel.workspace().value(), subject).getFirst().get(0, String.class));
  }
}
