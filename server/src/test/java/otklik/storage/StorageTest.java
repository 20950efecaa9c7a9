package otklik.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

@ParameterizedClass
@EachDatabase
class StorageTest {
  private static final Statement ADD =
      Statement.of("insert into workspace (id, name, created_at) values (?, ?, 0)");
  private static final Statement RENAME =
      Statement.changingOneRow("update workspace set name = ? where id = ? and name = ?");

  @Parameter
  TestDatabases databases;

  private Address address;
  private Database database;

  @BeforeEach
  void open() {
    address = databases.fresh();
    database = TestDatabases.open(address);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void what_was_written_is_read_by_others_and_after_a_restart() {
    database.writeNow(tx -> add(tx, 1, "one"));
    assertThat(names()).containsExactly("one");
    database.close();
    database = TestDatabases.open(address);
    assertThat(names()).containsExactly("one");
  }

  @Test
  void works_that_wait_together_share_a_commit_and_all_are_kept() {
    List<CompletableFuture<Void>> works = whileTheWriterIsBusy(() -> IntStream.rangeClosed(1, 1000)
        .mapToObj(id -> database.<Void>write(tx -> add(tx, id, "n" + id))).toList());
    works.forEach(CompletableFuture::join);
    assertThat(names()).hasSize(1000);
  }

  @Test
  void a_work_that_fails_takes_nobody_with_it_and_leaves_nothing_behind() {
    List<CompletableFuture<Void>> works = whileTheWriterIsBusy(() -> IntStream.rangeClosed(1, 20)
        .mapToObj(id -> database.<Void>write(tx -> {
          add(tx, id, "deferred " + id);
          tx.sql().execute("insert into workspace (id, name, created_at) values (?, ?, 0)", 100 + id, "direct " + id);
          if (id % 5 == 0) {
            throw new IllegalStateException("work " + id);
          }
          return null;
        })).toList());
    for (int id = 1; id <= 20; id++) {
      CompletableFuture<Void> work = works.get(id - 1);
      if (id % 5 == 0) {
        assertThatThrownBy(work::join).hasRootCauseMessage("work " + id);
      } else {
        work.join();
      }
    }
    assertThat(names()).hasSize(32).doesNotContain("deferred 5", "direct 5", "deferred 20", "direct 20");
  }

  @Test
  void a_statement_that_the_database_refuses_takes_nobody_with_it() {
    List<CompletableFuture<Void>> works = whileTheWriterIsBusy(() -> IntStream.rangeClosed(1, 9)
        .mapToObj(id -> database.<Void>write(tx -> add(tx, id, id == 5 ? "name 4" : "name " + id))).toList());
    works.stream().filter(work -> work != works.get(4)).forEach(CompletableFuture::join);
    assertThatThrownBy(works.get(4)::join).hasMessageContaining("name");
    assertThat(names()).hasSize(8);
  }

  @Test
  void who_changes_a_row_second_is_told_and_alone_undone() {
    database.writeNow(tx -> add(tx, 1, "free"));
    List<CompletableFuture<Void>> works = whileTheWriterIsBusy(() -> IntStream.rangeClosed(2, 5)
        .mapToObj(id -> database.<Void>write(tx -> {
          add(tx, id, "taker " + id);
          tx.defer(RENAME, "taken", 1L, "free");
          return null;
        })).toList());
    works.getFirst().join();
    works.subList(1, 4).forEach(loser -> assertThatThrownBy(loser::join).cause()
        .isInstanceOfSatisfying(StaleRow.class, lost -> {
          assertThat(lost.isBecauseOf(RENAME)).isTrue();
          assertThat(lost.isBecauseOf(ADD)).isFalse();
        }));
    assertThat(names()).containsExactly("taken", "taker 2");
  }

  @Test
  void what_was_deferred_is_visible_after_a_flush() {
    database.writeNow(tx -> {
      add(tx, 1, "one");
      tx.flush();
      assertThat(tx.sql().fetchCount(DSL.table("workspace"))).isEqualTo(1);
      assertThat(tx.first(Statement.of("select name from workspace where id = ?"), row -> row.getString(1), 1L))
          .contains("one");
      return null;
    });
  }

  @Test
  void nobody_else_sees_a_work_before_its_commit() {
    database.writeNow(tx -> {
      add(tx, 1, "one");
      tx.flush();
      assertThat(names()).isEmpty();
      return null;
    });
    assertThat(names()).containsExactly("one");
  }

  @Test
  void what_waits_for_the_commit_finds_everything_durable_and_runs_in_order_and_once() {
    List<String> heard = new CopyOnWriteArrayList<>();
    List<CompletableFuture<Void>> works = whileTheWriterIsBusy(() -> IntStream.rangeClosed(1, 5)
        .mapToObj(id -> database.<Void>write(tx -> {
          add(tx, id, "n" + id);
          tx.afterCommit(() -> heard.add(id + " of " + names().size()));
          if (id == 3) {
            throw new IllegalStateException("fails after it asked to be told");
          }
          return null;
        })).toList());
    works.forEach(work -> work.handle((done, failure) -> null).join());
    assertThat(heard).hasSize(4).noneMatch(one -> one.startsWith("3"));
    assertThat(heard).isSortedAccordingTo((one, other) -> one.charAt(0) - other.charAt(0));
  }

  @Test
  void an_action_after_the_commit_that_throws_harms_nobody() {
    database.writeNow(tx -> {
      add(tx, 1, "one");
      tx.afterCommit(() -> {
        throw new IllegalStateException("in an action after the commit");
      });
      return null;
    });
    database.writeNow(tx -> add(tx, 2, "two"));
    assertThat(names()).containsExactly("one", "two");
  }

  @Test
  void an_error_in_an_action_after_the_commit_harms_nobody_either() {
    List<CompletableFuture<Void>> works = whileTheWriterIsBusy(() -> IntStream.rangeClosed(1, 3)
        .mapToObj(id -> database.<Void>write(tx -> {
          tx.afterCommit(() -> {
            throw new StackOverflowError("in an action after the commit");
          });
          return add(tx, id, "n" + id);
        })).toList());
    works.forEach(CompletableFuture::join);
    database.writeNow(tx -> add(tx, 4, "n4"));
    assertThat(names()).hasSize(4);
  }

  @Test
  void an_error_that_a_work_throws_is_that_works_alone() {
    List<CompletableFuture<Void>> works = whileTheWriterIsBusy(() -> IntStream.rangeClosed(1, 3)
        .mapToObj(id -> database.<Void>write(tx -> {
          if (id == 2) {
            throw new StackOverflowError("of work 2");
          }
          return add(tx, id, "n" + id);
        })).toList());
    assertThatThrownBy(works.get(1)::join).hasRootCauseInstanceOf(StackOverflowError.class);
    works.get(0).join();
    works.get(2).join();
    assertThat(names()).containsExactly("n1", "n3");
  }

  @Test
  void the_greatest_id_of_all_tables_is_known() {
    assertThat(database.greatestId()).as("rows that stand from the beginning").isLessThan(5);
    database.writeNow(tx -> {
      add(tx, 5, "one");
      return tx.sql().execute("""
          insert into csat (id, workspace_id, ticket_id, score, comment, created_at) values (7, 1, 1, 'good', null, 0)
          """);
    });
    assertThat(database.greatestId()).isEqualTo(7);
  }

  @Test
  void closing_finishes_what_was_enqueued_and_refuses_what_comes_later() {
    CountDownLatch busy = new CountDownLatch(1);
    database.write(tx -> {
      busy.await();
      return null;
    });
    List<CompletableFuture<Void>> works = new ArrayList<>();
    for (int id = 1; id <= 600; id++) {
      int number = id;
      works.add(database.write(tx -> add(tx, number, "n" + number)));
    }
    Thread closing = Thread.ofVirtual().start(database::close);
    busy.countDown();
    works.forEach(CompletableFuture::join);
    assertThat(closing).satisfies(Thread::join);
    assertThatThrownBy(() -> database.writeNow(tx -> add(tx, 601, "late"))).isInstanceOf(Unavailable.class);
    database = TestDatabases.open(address);
    assertThat(names()).hasSize(600);
  }

  @Test
  void every_work_is_answered_however_the_closing_falls_between() throws Exception {
    AtomicInteger begun = new AtomicInteger();
    List<CompletableFuture<Void>> works = new CopyOnWriteArrayList<>();
    List<Thread> writers = IntStream.range(0, 4).mapToObj(one -> Thread.ofVirtual().start(() -> {
      while (works.stream().noneMatch(CompletableFuture::isCompletedExceptionally)) {
        int id = begun.incrementAndGet();
        works.add(database.write(tx -> add(tx, id, "n" + id)));
        Thread.yield();
      }
    })).toList();
    while (works.size() < 100) {
      Thread.onSpinWait();
    }
    database.close();
    for (Thread writer : writers) {
      writer.join();
    }
    long kept = works.stream().map(work -> work.handle((done, failure) -> failure == null).join())
        .filter(done -> done).count();
    database = TestDatabases.open(address);
    assertThat(names()).hasSize((int) kept);
  }

  @Test
  void two_programs_write_to_one_database_in_turns() {
    try (Database other = TestDatabases.open(address)) {
      database.writeNow(tx -> add(tx, 1, "one"));
      other.writeNow(tx -> add(tx, 2, "two"));
      database.writeNow(tx -> add(tx, 3, "three"));
      assertThat(names()).containsExactly("one", "two", "three");
    }
  }

  private <T> T whileTheWriterIsBusy(Supplier<T> enqueue) {
    CountDownLatch free = new CountDownLatch(1);
    CompletableFuture<Void> busy = database.write(tx -> {
      free.await();
      return null;
    });
    T works = enqueue.get();
    free.countDown();
    busy.join();
    return works;
  }

  private static Void add(Tx tx, long id, String name) throws Exception {
    tx.defer(ADD, id, name);
    return null;
  }

  private List<String> names() {
    return database.read(sql -> sql.fetchValues("select name from workspace order by id").stream()
        .map(String.class::cast).toList());
  }
}
