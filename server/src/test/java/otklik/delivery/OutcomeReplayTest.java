package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.channels.Limits;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;

/// An outcome on which its listener failed is kept, seen, and told again when somebody asks for that.
@ParameterizedClass
@EachDatabase
class OutcomeReplayTest {
  private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");

  @Parameter
  TestDatabases databases;

  private static PostOffice unheard(PostOffice office) {
    office.listening = (tx, done) -> {
      throw new IllegalStateException("a listener with a fault");
    };
    office.says("7", "one");
    office.becomesTrue(() -> office.states().equals(List.of("unheard")), office::states);
    return office;
  }

  @Test
  void it_is_listed_and_counted_and_told_again_with_what_the_messenger_said() {
    try (PostOffice office = unheard(PostOffice.open(databases, Limits.NONE))) {
      DeliveriesAside aside = new DeliveriesAside(office.database);
      assertThat(aside.count()).isEqualTo(1);
      assertThat(aside.list()).singleElement().satisfies(letter -> {
        assertThat(letter.workspace()).isEqualTo("acme");
        assertThat(letter.what()).isEqualTo("test");
        assertThat(letter.about()).containsExactly(1L);
        assertThat(letter.why()).doesNotContain("one");
      });
      office.listening = (tx, done) -> {};
      office.outcomeReplay.tell();
      assertThat(office.heard).as("nobody asked for it").isEmpty();
      assertThat(aside.replay(aside.list().getFirst().id(), NOW)).isEqualTo(1);
      office.restart();
      office.outcomeReplay.tell();
      office.outcomeReplay.tell();
      assertThat(office.heard).singleElement().satisfies(done -> {
        assertThat(done.subject()).isEqualTo(new Subject("test", 1));
        assertThat(done.outcome()).isInstanceOfSatisfying(Outcome.Sent.class,
            sent -> assertThat(sent.ids()).hasSize(1));
        assertThat(FakeLine.text(done.call())).isEqualTo("one");
      });
      assertThat(office.states()).containsExactly("sent");
      assertThat(new DeliveriesAside(office.database).count()).isZero();
      assertThat(office.line.texts()).as("the call isn't made again").containsExactly("one");
    }
  }

  /// Only PostgreSQL has a connection that can break.
  @Test
  void a_listener_that_breaks_the_connection_each_time_is_given_up_and_everybody_else_is_told() {
    try (PostOffice office = PostOffice.open(TestDatabases.POSTGRES, Limits.NONE)) {
      office.listening = (tx, done) -> {
        if (FakeLine.text(done.call()).equals("one")) {
          tx.sql().fetch("select pg_terminate_backend(pg_backend_pid())");
        }
      };
      office.says("7", "one");
      office.says("7", "two");
      int others = 0;
      while (!office.states().contains("unheard")) {
        office.says("8", "other");
        int heard = ++others;
        office.becomesTrue(() -> office.heard.stream()
            .filter(done -> FakeLine.text(done.call()).equals("other")).count() == heard, office::states);
      }
      office.settles();
      assertThat(office.line.texts()).filteredOn(text -> !text.equals("other")).containsExactly("one", "two");
    }
  }

  @Test
  void a_refusal_is_told_again_as_one() {
    try (PostOffice office = PostOffice.open(databases, Limits.NONE)) {
      office.line.answers("7", Outcome.Refused.because(Refusal.PERSON_UNREACHABLE, "Forbidden: bot was blocked"));
      unheard(office);
      office.listening = (tx, done) -> {};
      new DeliveriesAside(office.database).replay(null, NOW);
      office.outcomeReplay.tell();
      assertThat(office.heard).singleElement().extracting(SettledDelivery::outcome)
          .isEqualTo(Outcome.Refused.because(Refusal.PERSON_UNREACHABLE, "Forbidden: bot was blocked"));
      assertThat(office.states()).containsExactly("refused");
    }
  }

  @Test
  void a_listener_that_fails_again_leaves_it_as_it_was() {
    try (PostOffice office = unheard(PostOffice.open(databases, Limits.NONE))) {
      DeliveriesAside aside = new DeliveriesAside(office.database);
      aside.replay(null, NOW);
      office.outcomeReplay.tell();
      assertThat(aside.count()).isEqualTo(1);
      office.listening = (tx, done) -> {};
      office.outcomeReplay.tell();
      assertThat(office.heard).as("it isn't repeated by itself").isEmpty();
      aside.replay(null, NOW);
      office.outcomeReplay.tell();
      assertThat(office.heard).hasSize(1);
    }
  }

  @Test
  void what_was_erased_meanwhile_is_told_to_nobody_and_listed_no_more() {
    try (PostOffice office = unheard(PostOffice.open(databases, Limits.NONE))) {
      office.database.writeNow(tx -> tx.sql().execute("update delivery set call = '{}' where workspace_id = ?",
          office.channel.workspace().value()));
      office.listening = (tx, done) -> {};
      DeliveriesAside aside = new DeliveriesAside(office.database);
      aside.replay(null, NOW);
      office.outcomeReplay.tell();
      assertThat(office.heard).isEmpty();
      assertThat(aside.count()).isZero();
    }
  }

  @Test
  void what_was_given_up_waits_again_when_it_is_replayed() {
    try (PostOffice office = PostOffice.closed(databases, Limits.NONE)) {
      office.says("7", "given up");
      office.database.writeNow(tx -> tx.sql().execute(
          "update delivery set state = 'aside', error = 'no answer', done_at = 1 where workspace_id = ?",
          office.channel.workspace().value()));
      DeliveriesAside aside = new DeliveriesAside(office.database);
      assertThat(aside.list()).singleElement().satisfies(letter -> assertThat(letter.why()).isEqualTo("no answer"));
      assertThat(aside.replay(null, NOW)).isEqualTo(1);
      office.restart();
      office.settles();
      assertThat(office.line.texts()).containsExactly("given up");
    }
  }
}
