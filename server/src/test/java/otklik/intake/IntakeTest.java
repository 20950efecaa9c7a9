package otklik.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.channels.Incoming;
import otklik.channels.Lines;
import otklik.channels.Received;
import otklik.kernel.Eventually;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.Plans;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;

@ParameterizedClass
@EachDatabase
class IntakeTest {
  @Parameter
  TestDatabases databases;

  @Test
  void the_same_update_twice_changes_nothing() {
    try (Office office = Office.open(databases)) {
      office.receives("a 1", "a 1");
      office.receives(Office.said("a 1", "a 1"), Office.said("a 2", "a 2"), Office.said("a 2", "a 2"));
      office.handles(2);
      office.restart();
      office.receives("a 1", "a 2", "a 3");
      office.handles(3);
      assertThat(office.handled).containsExactly("a 1", "a 2", "a 3");
      assertThat(office.states()).containsOnlyKeys("handled").containsEntry("handled", 3);
    }
  }

  @Test
  void the_same_update_through_two_doors_at_once_changes_nothing() throws Exception {
    try (Office office = Office.open(databases)) {
      CountDownLatch go = new CountDownLatch(1);
      List<Thread> doors = IntStream.range(0, 4).mapToObj(door -> Thread.ofVirtual().start(() -> {
        try {
          go.await();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
        Office.numbered("a", 50).forEach(office::receives);
      })).toList();
      go.countDown();
      for (Thread door : doors) {
        door.join();
      }
      office.handles(50);
      assertThat(office.handled).isEqualTo(Office.numbered("a", 50));
      assertThat(office.states()).containsEntry("handled", 50);
    }
  }

  @Test
  void conversations_keep_their_order_under_load_and_random_failures() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    try (Office office = Office.open(databases)) {
      Set<String> failed = ConcurrentHashMap.newKeySet();
      office.handling = (tx, text) -> {
        if (text.hashCode() % 17 == 0 && failed.add(text)) {
          throw new IllegalStateException("once");
        }
      };
      int[] next = new int[20];
      for (int i = 0; i < 1000; i++) {
        int conversation = random.nextInt(20);
        office.receives("c" + conversation + " " + ++next[conversation]);
      }
      office.handles(1000);
      for (int conversation = 0; conversation < 20; conversation++) {
        assertThat(office.handledOf("c" + conversation)).as("seed %d", seed)
            .isEqualTo(Office.numbered("c" + conversation, next[conversation]));
      }
    }
  }

  @Test
  void poison_is_set_aside_and_its_own_conversation_goes_on_and_others_never_waited() {
    try (Office office = Office.open(databases)) {
      office.handling = (tx, text) -> {
        if (text.equals("a 2")) {
          throw new IllegalStateException("poison");
        }
      };
      office.receives("b 1", "b 2", "b 3", "a 1", "a 2", "a 3");
      office.handles(5);
      assertThat(office.handledOf("a")).containsExactly("a 1", "a 3");
      assertThat(office.apologies).containsExactly("a 2");
      assertThat(new UpdatesAside(office.database).list()).singleElement().satisfies(item -> {
        assertThat(item.workspace()).isEqualTo("acme");
        assertThat(item.channel()).isEqualTo("desk");
        assertThat(item.why()).contains("poison");
      });
    }
  }

  @Tag("slow")
  @Test
  void an_update_whose_statement_never_ends_is_set_aside_and_everybody_else_is_served() {
    try (Office office = Office.hasty(databases)) {
      AtomicInteger attempts = new AtomicInteger();
      office.handling = (tx, text) -> {
        if (text.equals("a 1")) {
          attempts.incrementAndGet();
          databases.never(tx);
        }
      };
      office.receives("a 1", "b 1", "b 2", "a 2", "b 3");
      office.handles(4);
      assertThat(office.handledOf("b")).containsExactly("b 1", "b 2", "b 3");
      assertThat(office.handledOf("a")).containsExactly("a 2");
      assertThat(office.apologies).containsExactly("a 1");
      assertThat(attempts).hasValueLessThanOrEqualTo(4); // the first shares its commit, and is repeated alone
    }
  }

  /// Only PostgreSQL has a connection that can break.
  @Tag("slow")
  @Test
  void an_update_that_breaks_the_connection_each_time_is_set_aside_and_everybody_else_is_served() {
    try (Office office = Office.open(TestDatabases.POSTGRES)) {
      office.handling = (tx, text) -> {
        if (text.equals("a 1")) {
          tx.sql().fetch("select pg_terminate_backend(pg_backend_pid())");
        }
      };
      office.receives("a 1", "a 2");
      for (int other = 1; office.apologies.isEmpty(); other++) {
        office.receives("b " + other);
        office.handles(other);
      }
      Eventually.becomesTrue(() -> office.handledOf("a").size() == 1, () -> office.handled);
      assertThat(office.handledOf("a")).containsExactly("a 2");
      assertThat(new UpdatesAside(office.database).count()).isEqualTo(1);
    }
  }

  @Test
  void what_comes_too_early_is_handled_once_it_can_be_in_its_order() {
    try (Office office = Office.open(databases)) {
      AtomicInteger looks = new AtomicInteger();
      office.early = text -> text.equals("a 2") && looks.incrementAndGet() < 3;
      office.receives("a 1", "a 2", "a 3");
      office.handles(3);
      assertThat(office.handled).containsExactly("a 1", "a 2", "a 3");
      assertThat(looks).hasValueGreaterThanOrEqualTo(3);
      assertThat(office.states()).containsOnlyKeys("handled");
    }
  }

  @Tag("slow")
  @Test
  void nothing_is_waited_for_for_ever() {
    try (Office office = Office.open(databases)) {
      office.early = text -> text.equals("a 1");
      office.receives("a 1", "a 2");
      office.handles(2);
      assertThat(office.handled).containsExactly("a 1", "a 2");
      assertThat(office.apologies).isEmpty();
    }
  }

  @Test
  void nothing_of_a_failed_attempt_is_kept() {
    try (Office office = Office.open(databases)) {
      List<String> attempts = new CopyOnWriteArrayList<>();
      office.handling = (tx, text) -> {
        tx.sql().execute("insert into client (id, workspace_id, channel_id, name) values (?, ?, ?, ?)",
            attempts.size() + 1L, office.channel.workspace().value(), office.channel.id().value(),
            "attempt " + attempts.size());
        attempts.add(text);
        if (attempts.size() < 3) {
          throw new IllegalStateException("not yet");
        }
      };
      office.receives("a 1");
      office.handles(1);
      List<String> kept = office.database.read(sql -> sql.fetch("select name from clients")
          .map(row -> row.get(0, String.class)));
      assertThat(kept).containsExactly("attempt 2");
    }
  }

  @Test
  void what_was_set_aside_is_handled_when_it_is_replayed() {
    try (Office office = Office.open(databases)) {
      office.handling = (tx, text) -> {
        throw new IllegalStateException("a fault that will be mended");
      };
      office.receives("a 1");
      UpdatesAside aside = new UpdatesAside(office.database);
      Eventually.becomesTrue(() -> aside.list().size() == 1, office::states);
      office.handling = (tx, text) -> {};
      long id = aside.list().getFirst().id();
      assertThat(aside.count()).isEqualTo(1);
      assertThat(aside.replay(id, office.time.instant())).isEqualTo(1);
      assertThat(aside.replay(id, office.time.instant())).isZero();
      office.time.advance(Duration.ofMinutes(1));
      office.handles(1);
      assertThat(aside.list()).isEmpty();
      assertThat(aside.count()).isZero();
    }
  }

  @Test
  void what_was_received_before_a_crash_is_handled_after_it_before_what_comes_later() {
    try (Office office = Office.closed(databases)) {
      office.handling = (tx, text) -> {
        throw new IllegalStateException("this run handles nothing");
      };
      List<String> waiting = Office.numbered("a", 130);
      office.receives(waiting.stream().map(text -> Office.said(text, text)).toArray(Received[]::new));
      office.handling = (tx, text) -> {};
      office.restart();
      Office.numbered("a", 140).subList(130, 140).forEach(office::receives);
      office.handles(140 - setAside(office));
      assertThat(office.handled).isEqualTo(Office.numbered("a", 140).subList(setAside(office), 140));
    }
  }

  private static int setAside(Office office) {
    return office.states().getOrDefault("aside", 0);
  }

  @Test
  void more_than_fits_into_memory_keeps_its_order_while_more_comes() {
    try (Office office = Office.open(databases)) {
      CountDownLatch free = new CountDownLatch(1);
      office.handling = (tx, text) -> {
        if (text.equals("a 1")) {
          free.await();
        }
      };
      List<String> all = Office.numbered("a", 400);
      Thread sender = Thread.ofVirtual().start(() -> {
        office.receives("a 1");
        office.receives(all.subList(1, 300).stream().map(text -> Office.said(text, text)).toArray(Received[]::new));
        all.subList(300, 400).forEach(office::receives);
      });
      free.countDown();
      assertThat(sender).satisfies(Thread::join);
      office.handles(400);
      assertThat(office.handled).isEqualTo(all);
    }
  }

  @Test
  void what_means_nothing_is_kept_and_asks_nobody() {
    try (Office office = Office.open(databases)) {
      office.receives(new Received("x 1", "x", "{}", new Incoming.NotUnderstood("of tomorrow")));
      office.receives("a 1");
      office.handles(1);
      assertThat(office.handled).containsExactly("a 1");
      assertThat(office.states()).containsEntry("handled", 2);
    }
  }

  @Test
  void of_what_was_handled_nothing_is_kept_but_that_it_was_here() {
    try (Office office = Office.open(databases)) {
      office.receives("a 1", "b 1");
      office.handles(2);
      assertThat(office.rows("external_id || raw || conversation")).containsExactly("a 1{}", "b 1{}");
    }
  }

  @Test
  void what_was_set_aside_keeps_all_until_its_conversation_is_to_be_forgotten() {
    try (Office office = Office.open(databases)) {
      office.handling = (tx, text) -> {
        throw new IllegalStateException("poison");
      };
      office.receives("a 1", "b 1");
      Eventually.becomesTrue(() -> office.states().equals(Map.of("aside", 2)), office::states);
      office.database.writeNow(tx -> {
        new RawUpdates().erase(Turn.of(tx, office.channel), List.of("a"));
        return null;
      });
      assertThat(office.rows("state || raw || conversation")).containsExactly("handled{}", "asideb 1b");
    }
  }

  @Test
  void what_an_earlier_version_kept_of_a_conversation_is_erased_in_parts() {
    try (Office office = Office.open(databases)) {
      office.receives("a 1", "a 2", "a 3", "b 1");
      office.handles(4);
      office.database.writeNow(tx -> tx.sql().execute(
          "update inbox set raw = external_id, conversation = substr(external_id, 1, 1) where workspace_id = ?",
          office.channel.workspace().value()));
      List<Integer> parts = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        parts.add(office.database.writeNow(tx -> new RawUpdates().eraseWords(Turn.of(tx, office.channel), "a", 2)));
      }
      assertThat(parts).containsExactly(2, 1, 0);
      assertThat(office.rows("raw")).containsExactly("{}", "{}", "{}", "b 1");
    }
  }

  @Test
  void what_was_handled_long_ago_is_forgotten_in_parts_for_all_workspaces_at_once() {
    try (Office office = Office.open(databases)) {
      office.receives("a 1");
      office.handles(1);
      office.database.writeNow(tx -> tx.sql().execute("""
          insert into inbox (id, workspace_id, channel_id, external_id, conversation, raw, state, attempts, received_at,
                             handled_at)
          with recursive n(i) as (select 1 union all select i + 1 from n where i < 700)
          select i, case when i % 2 = 0 then cast(? as bigint) else -1 end, -1, cast(i as varchar(20)), 'c', 'words',
                 case when i = 698 then 'pending' when i = 700 then 'aside' else 'handled' end, 0, 1, 1
          from n
          """, office.channel.workspace().value()));
      Instant before = office.time.instant().minus(Duration.ofDays(3));
      assertThat(List.of(office.inbox.forget(before), office.inbox.forget(before), office.inbox.forget(before)))
          .containsExactly(true, false, false);
      assertThat(office.rows("state || ' ' || coalesce(external_id, 'none')"))
          .containsExactly("pending 698", "aside none", "handled a 1");
    }
  }

  @Test
  void whatever_is_forgotten_of_updates_is_found_by_an_index() throws Exception {
    Office office = Office.closed(databases);
    try (Plans plans = new Plans(office.address); Database watched = plans.watched()) {
      plans.execute("""
          insert into inbox (id, workspace_id, channel_id, external_id, conversation, raw, state, attempts, received_at,
                             handled_at)
          with recursive n(i) as (select 1 union all select i + 1 from n where i < 30000)
          select i, %d, %d, cast(i as varchar(20)), case when i %% 100 = 0 then cast(i as varchar(20)) else '' end, '{}',
                 case when i %% 50 = 0 then 'pending' when i %% 70 = 0 then 'aside' else 'handled' end, 0, i, i
          from n
          """.formatted(office.channel.workspace().value(), office.channel.id().value()));
      plans.execute("analyze");
      watched.writeNow(tx -> {
        new RawUpdates().erase(Turn.of(tx, office.channel), List.of("7", "user:7"));
        new RawUpdates().eraseWords(Turn.of(tx, office.channel), List.of("7"));
        return new RawUpdates().eraseWords(Turn.of(tx, office.channel), "7", 500);
      });
      assertThat(new Inbox(watched, new Lines()).forget(office.time.instant())).isTrue();
      assertThat(plans.seen()).hasSize(7).allSatisfy(plan -> assertThat(plan).doesNotContainPattern(
          "SCAN inbox|Seq Scan|INDEX \\w+ \\((workspace_id=\\? AND )?channel_id=\\?\\)"));
    } finally {
      office.close();
    }
  }
}
