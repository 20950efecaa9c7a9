package otklik.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.TestChannels;

class RateLimitLogTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Person NANA = new Person(new PersonId(1), "1", "Nana", null, "ru", true);
  private static final Person VERA = new Person(new PersonId(2), "2", "Vera", null, "ru", true);

  private enum Kind implements RateLimitLog.Kind {
    HEARD,
    TOLD
  }

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));
  private final RateLimitLog log = new RateLimitLog(new Ids(InstantSource.system()));

  private void after(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  @ParameterizedTest
  @EachDatabase
  void whoever_goes_on_for_hours_leaves_no_more_rows_than_a_limit_counts(TestDatabases databases) {
    Address address = databases.ready();
    try (Database database = TestDatabases.open(address, now::get)) {
      Channel channel = TestChannels.in(database, address, "acme").all().iterator().next();
      notes(database, channel, VERA, Kind.HEARD);
      notes(database, channel, NANA, Kind.TOLD);
      for (int i = 0; i < 100; i++) {
        after(Duration.ofSeconds(20));
        notes(database, channel, NANA, Kind.HEARD);
      }
      assertThat(rows(database, channel)).isEqualTo(3 + 2);
      assertThat(count(database, channel, NANA)).isEqualTo(3);
      assertThat(count(database, channel, VERA)).isZero();
      after(Duration.ofDays(1));
      notes(database, channel, NANA, Kind.HEARD);
      assertThat(rows(database, channel)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EachDatabase
  void of_what_goes_on_the_latest_is_remembered(TestDatabases databases) {
    Address address = databases.ready();
    try (Database database = TestDatabases.open(address, now::get)) {
      Channel channel = TestChannels.in(database, address, "acme").all().iterator().next();
      for (int i = 0; i < 3; i++) {
        renews(database, channel);
        after(Duration.ofSeconds(1));
      }
      assertThat(rows(database, channel)).isEqualTo(1);
      assertThat(count(database, channel, NANA)).isEqualTo(1);
    }
  }

  private void renews(Database database, Channel channel) {
    database.writeNow(tx -> {
      log.renew(Turn.of(tx, channel), NANA, Kind.HEARD);
      return null;
    });
  }

  private void notes(Database database, Channel channel, Person person, Kind kind) {
    database.writeNow(tx -> {
      log.note(Turn.of(tx, channel), person, kind, MINUTE);
      return null;
    });
  }

  private int count(Database database, Channel channel, Person person) {
    return database.writeNow(tx -> log.count(Turn.of(tx, channel), person, Kind.HEARD, MINUTE));
  }

  private static int rows(Database database, Channel channel) {
    return database.read(sql -> sql.fetchSingle("select count(*) from doorstep where workspace_id = ?",
        channel.workspace().value()).get(0, Integer.class));
  }
}
