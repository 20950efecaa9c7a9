package otklik.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.channels.Received;
import otklik.kernel.Eventually;
import otklik.kernel.UpdateId;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;

/// However much waits, only so much of it is in memory, and all of it is handled.
@ParameterizedClass
@EachDatabase
class CapacityTest {
  /// What a channel may hold at least, however little memory there is.
  private static final int LEAST = 200;
  private static final int CONVERSATIONS = 500;
  private static final Duration NET = Duration.ofSeconds(6);

  @Parameter
  TestDatabases databases;

  private static Office small(TestDatabases databases) {
    return small(Office.closed(databases));
  }

  private static Office small(Office office) {
    office.heap.most = 1;
    return office;
  }

  private static void receives(Office office, int times) {
    List<Received> all = new ArrayList<>();
    for (int i = 1; i <= times; i++) {
      for (int conversation = 0; conversation < CONVERSATIONS; conversation++) {
        String text = "c" + conversation + " " + i;
        all.add(Office.said(text, text));
      }
    }
    office.receives(all.toArray(Received[]::new));
  }

  @Test
  void what_does_not_fit_waits_on_disk_and_is_handled_in_its_order() {
    try (Office office = small(databases)) {
      office.start();
      CountDownLatch go = new CountDownLatch(1);
      AtomicInteger most = new AtomicInteger();
      office.handling = (tx, text) -> {
        go.await();
        most.accumulateAndGet(office.inMemory(), Math::max);
      };
      receives(office, 3);
      int held = office.inMemory();
      go.countDown();
      assertThat(held).isBetween(1, LEAST);
      office.handles(3 * CONVERSATIONS);
      assertThat(most.get()).isLessThan(2 * LEAST);
      for (int conversation = 0; conversation < CONVERSATIONS; conversation++) {
        assertThat(office.handledOf("c" + conversation)).isEqualTo(Office.numbered("c" + conversation, 3));
      }
    }
  }

  @Test
  void what_was_left_on_disk_is_handled_before_what_comes_when_there_is_room_again() {
    try (Office office = small(Office.standing(databases))) {
      office.start();
      office.early = text -> text.startsWith("c");
      for (int conversation = 0; conversation < LEAST; conversation++) {
        office.receives("c" + conversation + " 1");
      }
      office.receives("late 1");
      office.early = text -> text.startsWith("c") && !text.equals("c0 1");
      Eventually.becomesTrue(() -> office.handled.contains("c0 1"), () -> office.handled, office.time);
      office.receives("late 2");
      Eventually.becomesTrue(() -> office.handledOf("late").size() == 2, () -> office.handled, office.time);
      assertThat(office.handledOf("late")).isEqualTo(Office.numbered("late", 2));
      assertThat(office.handled).as("there was room for one").hasSize(3);
    }
  }

  @Test
  void after_a_start_what_waits_longest_is_taken_up_first() {
    try (Office office = small(databases)) {
      receives(office, 1);
      office.handling = (tx, text) -> assertThat(office.inMemory()).isLessThan(2 * LEAST);
      office.restart();
      office.handles(CONVERSATIONS);
      assertThat(office.handled.subList(0, LEAST / 2)).allMatch(
          text -> Integer.parseInt(text.substring(1, text.indexOf(' '))) < 2 * LEAST);
    }
  }

  @Test
  void updates_of_a_channel_that_is_not_configured_keep_nobody_from_what_is_lost() {
    try (Office office = small(databases)) {
      office.start();
      office.database.writeNow(tx -> tx.sql().execute("""
          insert into inbox (id, workspace_id, channel_id, external_id, conversation, raw, state, attempts, received_at)
          with recursive n(i) as (select 1 union all select i + 1 from n where i < 1500)
          select i, 1, 1, 'x' || i, 'x' || i, '{}', 'pending', 0, 0 from n
          """));
      office.database.writeNow(tx -> {
        office.inbox.add(Turn.of(tx, office.channel), new UpdateId(2_000), Office.said("a 1", "a 1"), true);
        return null;
      });
      Eventually.becomesTrue(() -> {
        office.time.advance(NET);
        return office.handled.size() == 1;
      }, () -> office.handled);
      assertThat(office.states()).containsEntry("handled", 1);
    }
  }
}
