package otklik.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.kernel.Eventually;
import otklik.storage.EachDatabase;
import otklik.storage.ReadTx;
import otklik.storage.TestDatabases;
import otklik.storage.Tx;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;

/// Commands that only show something: texts that end in a question mark.
@ParameterizedClass
@EachDatabase
class QueryTest {
  /// Days of counting, on either database.
  private static final String ENDLESS = """
      with recursive n (i) as (select 1 union all select i + 1 from n where i < 100000000000) select count(*) from n
      """;

  @Parameter
  TestDatabases databases;

  @FunctionalInterface
  private interface Asked {
    String read(ReadTx tx) throws Exception;
  }

  private static void asks(Office office, Duration longest, Asked asked) {
    office.query = text -> !text.endsWith("?") ? null : new Query() {
      @Override
      public Duration longest() {
        return longest;
      }

      @Override
      public Answer read(ReadTurn turn) throws Exception {
        String read = asked.read(turn.tx());
        return said -> said(office, said.tx(), text + " " + read);
      }

      @Override
      public Answer tookTooLong() {
        return turn -> said(office, turn.tx(), text + " too long");
      }
    };
  }

  private static void said(Office office, Tx tx, String answer) {
    tx.afterCommit(() -> office.handled.add(answer));
  }

  private static long handled(Office office, ReadTx tx) {
    return tx.sql().fetchSingle("select count(*) from inbox where workspace_id = ? and state = 'handled'",
        office.channel.workspace().value()).get(0, Long.class);
  }

  @Test
  void a_query_sees_all_that_came_before_it_and_is_answered_in_its_turn() {
    try (Office office = Office.open(databases)) {
      asks(office, Query.LONGEST, tx -> "after " + handled(office, tx));
      office.receives("a 1", "a 2", "a ?", "a 3", "a 4?");
      office.handles(5);
      assertThat(office.handled).containsExactly("a 1", "a 2", "a ? after 2", "a 3", "a 4? after 4");
      assertThat(office.states()).containsOnlyKeys("handled");
    }
  }

  @Test
  void one_that_takes_too_long_says_so_and_meanwhile_others_are_served() {
    try (Office office = Office.open(databases)) {
      CountDownLatch served = new CountDownLatch(1);
      asks(office, Duration.ofSeconds(1), tx -> {
        served.await();
        return String.valueOf(tx.sql().fetchValue(ENDLESS));
      });
      office.receives("a ?", "a 1");
      office.receives("b 1", "c 1");
      Eventually.becomesTrue(() -> office.handled.containsAll(List.of("b 1", "c 1")), () -> office.handled);
      served.countDown();
      office.handles(4);
      assertThat(office.handledOf("a")).containsExactly("a ? too long", "a 1");
    }
  }

  @Test
  void one_that_was_read_but_not_answered_before_the_end_is_answered_after_the_next_start_once() {
    try (Office office = Office.closed(databases)) {
      asks(office, Query.LONGEST, tx -> "read");
      office.receives("a ?");
      office.restart();
      office.handles(1);
      office.restart();
      office.receives("a 1");
      office.handles(2);
      assertThat(office.handled).containsExactly("a ? read", "a 1");
    }
  }

  @Test
  void an_answer_that_does_not_hold_any_more_is_read_anew() {
    try (Office office = Office.open(databases)) {
      AtomicInteger readings = new AtomicInteger();
      office.query = text -> new Query() {
        @Override
        public Answer read(ReadTurn turn) {
          int reading = readings.incrementAndGet();
          return new Answer() {
            @Override
            public boolean holds(Turn turn) {
              return reading == 3;
            }

            @Override
            public void handle(Turn turn) {
              said(office, turn.tx(), "reading " + reading);
            }
          };
        }

        @Override
        public Answer tookTooLong() {
          throw new AssertionError("in no time");
        }
      };
      office.receives("a ?");
      office.handles(1);
      assertThat(office.handled).isEqualTo(List.of("reading 3"));
    }
  }

  @Test
  void one_that_fails_is_set_aside_with_an_apology_and_its_conversation_goes_on() {
    try (Office office = Office.open(databases)) {
      AtomicInteger tries = new AtomicInteger();
      asks(office, Query.LONGEST, tx -> {
        tries.incrementAndGet();
        throw new IllegalStateException("of the reading");
      });
      office.receives("a ?", "a 1");
      office.handles(1);
      Eventually.becomesTrue(() -> office.states().containsKey("aside"), office::states);
      assertThat(office.apologies).containsExactly("a ?");
      assertThat(office.handled).containsExactly("a 1");
      assertThat(tries).hasValue(3);
    }
  }
}
