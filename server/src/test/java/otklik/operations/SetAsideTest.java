package otklik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.workspaces.Channel;
import otklik.workspaces.TestChannels;

@ParameterizedClass
@EachDatabase
class SetAsideTest {
  private static final long TICKET = 1_980_000_000_000_000_001L;
  private static final Instant NOW = Instant.parse("2030-01-02T10:00:00Z");
  /// A day and an hour before.
  private static final long THEN = NOW.minusSeconds(25 * 3600).getEpochSecond() * 1_000_000;

  @Parameter
  TestDatabases databases;

  private final List<String> said = new ArrayList<>();
  private Address address;
  private Database database;
  private Channel channel;

  @BeforeEach
  void begin() {
    address = databases.ready();
    database = TestDatabases.open(address);
    channel = TestChannels.in(database, address, "acme").all().iterator().next();
    insert("ticket", "id, number, person_id, chat, state, created_at, updated_at", TICKET, 42L, 1L, "7", "open", 0L, 0L);
    insert("inbox", "id, external_id, conversation, raw, state, attempts, error, received_at", 11L, "x", "7",
        "{\"text\": \"what Olena wrote\"}", "aside", 3, "IllegalStateException: a fault", THEN);
    insert("timer", "id, kind, subject, data, due_at, attempts, state, error", 12L, "helpdesk.mark",
        Long.toString(TICKET), "", THEN, 5, "aside", "IllegalStateException: of a timer");
    insert("delivery", "id, chat, lane, priority, call, subject, state, attempts, result, created_at, done_at", 13L, "7",
        "7", 0, "{\"text\": \"what Olena reads\"}", "relay.copy:" + TICKET, "unheard", 0, "99", THEN, THEN);
    insert("delivery", "id, chat, lane, priority, call, subject, state, attempts, error, created_at, done_at", 14L, "7",
        "7", 0, "{\"text\": \"what Olena reads\"}", "relay.copy:1", "aside", 9, "no answer for 20 min", THEN, THEN);
  }

  private void insert(String table, String columns, Object... values) {
    database.writeNow(tx -> tx.sql().execute("insert into " + table + " (workspace_id, channel_id, " + columns
        + ") values (" + channel.workspace().value() + ", " + channel.id().value() + ", ?" + ", ?".repeat(values.length - 1)
        + ")", values));
  }

  @AfterEach
  void end() {
    database.close();
  }

  private int type(String... arguments) {
    said.clear();
    return SetAside.command(TestChannels.installation(address, "acme"), List.of(arguments), () -> NOW, said::add);
  }

  @Test
  void everything_that_was_set_aside_is_listed_with_its_age_what_for_and_why_and_nothing_that_people_wrote() {
    assertThat(type()).isZero();
    assertThat(said).containsExactly(
        "update 11  acme/desk  1 d  what came in  IllegalStateException: a fault",
        "timer 12  acme/desk  #0042  1 d  helpdesk.mark  IllegalStateException: of a timer",
        "delivery 13  acme/desk  #0042  1 d  relay.copy  was made; who waited for its outcome failed on that",
        "delivery 14  acme/desk  1 d  relay.copy  no answer for 20 min",
        "Set aside: updates 1, timers 1, deliveries 2.");
  }

  @Test
  void one_of_them_is_replayed_whatever_it_is() {
    assertThat(type("replay", "12")).isZero();
    assertThat(said).containsExactly("To be done again: timers 1");
    assertThat(type("replay", "12")).isEqualTo(1);
    assertThat(type()).isZero();
    assertThat(said).last().isEqualTo("Set aside: updates 1, timers 0, deliveries 2.");
  }

  @Test
  void all_of_them_are_replayed() {
    assertThat(type("replay", "all")).isZero();
    assertThat(said).containsExactly("To be done again: updates 1", "To be done again: timers 1",
        "To be done again: deliveries 2");
    assertThat(states("inbox")).containsExactly("pending");
    assertThat(states("timer")).containsExactly("waiting");
    assertThat(states("delivery")).containsExactly("unheard", "pending");
  }

  private List<String> states(String table) {
    return database.read(sql -> sql.fetch("select state from " + table + " where workspace_id = ? order by id",
        channel.workspace().value()).map(row -> row.get(0, String.class)));
  }

  @Test
  void nothing_but_what_was_set_aside_is_read_for_the_numbers() {
    if (databases == TestDatabases.SQLITE) {
      for (String state : List.of("inbox where state = 'aside'", "timer where state = 'aside'",
          "delivery where state = 'aside'", "delivery where state = 'unheard'",
          "delivery where replay_at is not null", "timer where state = 'absent'")) {
        String plan = database.read(sql -> sql.fetch("explain query plan select /* across workspaces: next timer */ id from "
            + state + " limit 1000").toString());
        assertThat(plan).contains("USING").contains("INDEX " + state.split(" ")[0] + "_");
      }
    }
  }

  @Test
  void a_mistyped_command_is_explained() {
    assertThat(type("replay", "everything")).isEqualTo(2);
    assertThat(type("list")).isEqualTo(2);
  }
}
