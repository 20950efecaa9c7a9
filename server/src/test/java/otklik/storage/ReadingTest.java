package otklik.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

@ParameterizedClass
@EachDatabase
class ReadingTest {
  /// Days of counting, on either database.
  private static final String ENDLESS = """
      with recursive n (i) as (select 1 union all select i + 1 from n where i < 100000000000) select count(*) from n
      """;
  private static final Statement COUNT = Statement.of("select count(*) from workspace");
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofMinutes(5);

  @Parameter
  TestDatabases databases;

  private Database database;

  @BeforeEach
  void open() {
    database = TestDatabases.open(databases.fresh());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_statement_that_takes_too_long_is_ended_and_its_connection_serves_the_next() {
    List<CompletableFuture<Object>> endless = IntStream.range(0, 8)
        .mapToObj(one -> database.read(SHORT, tx -> tx.sql().fetchValue(ENDLESS))).toList();
    endless.forEach(one -> assertThatThrownBy(one::join).hasCauseInstanceOf(TookTooLong.class));
    assertThat(IntStream.range(0, 8).mapToObj(one -> database.read(LONG, ReadingTest::count)).map(CompletableFuture::join))
        .containsOnly(0L);
  }

  @Test
  void a_reading_of_many_quick_statements_ends_in_time_too() {
    assertThatThrownBy(() -> database.read(SHORT, tx -> {
      while (true) {
        tx.sql().fetchValue("select 1");
      }
    }).join()).hasCauseInstanceOf(TookTooLong.class);
  }

  @Test
  void while_long_readings_fill_their_threads_others_read_and_write_and_who_waits_for_them_is_told_in_time() {
    CountDownLatch free = new CountDownLatch(1);
    List<CompletableFuture<Object>> busy = IntStream.range(0, 2).mapToObj(one -> database.read(LONG, tx -> {
      count(tx);
      free.await();
      return null;
    })).toList();
    CompletableFuture<Long> waiting = database.read(Duration.ofNanos(1), ReadingTest::count);
    database.writeNow(tx -> tx.sql().execute("insert into workspace (id, name, created_at) values (1, 'one', 0)"));
    assertThat(database.<Object>read(sql -> sql.fetchValue("select name from workspace"))).isEqualTo("one");
    assertThat(database.answers()).isTrue();
    free.countDown();
    busy.forEach(CompletableFuture::join);
    assertThatThrownBy(waiting::join).hasCauseInstanceOf(TookTooLong.class);
  }

  @Test
  void a_reading_sees_what_was_committed_before_it_and_nothing_that_comes_between() {
    database.writeNow(tx -> tx.sql().execute("insert into workspace (id, name, created_at) values (1, 'one', 0)"));
    CountDownLatch read = new CountDownLatch(1);
    CountDownLatch written = new CountDownLatch(1);
    CompletableFuture<List<Long>> reading = database.read(LONG, tx -> {
      long first = count(tx);
      read.countDown();
      written.await();
      return List.of(first, tx.sql().fetchSingle("select count(*) from workspace").get(0, Long.class));
    });
    assertThat(read).satisfies(CountDownLatch::await);
    database.writeNow(tx -> tx.sql().execute("insert into workspace (id, name, created_at) values (2, 'two', 0)"));
    written.countDown();
    assertThat(reading.join()).containsExactly(1L, 1L);
    assertThat(database.read(LONG, ReadingTest::count).join()).isEqualTo(2);
  }

  @Test
  void a_reader_refuses_to_write() {
    assertThatThrownBy(() -> database.read(LONG, tx ->
        tx.sql().execute("insert into workspace (id, name, created_at) values (1, 'one', 0)")).join())
        .hasStackTraceContaining("read").cause().isNotInstanceOf(Unavailable.class);
    assertThat(database.read(LONG, ReadingTest::count).join()).isZero();
    assertThat(database.<Object>read(sql -> sql.fetchValue("select count(*) from workspace")).toString()).isEqualTo("0");
  }

  @Test
  void what_a_reading_throws_is_told_to_whoever_asked() {
    assertThatThrownBy(() -> database.read(LONG, tx -> {
      throw new IllegalStateException("of the reading");
    }).join()).hasRootCauseMessage("of the reading");
    assertThatThrownBy(() -> database.read(LONG, tx -> tx.sql().fetchValue("select nothing from nowhere")).join())
        .hasMessageContaining("nowhere");
  }

  @Test
  void after_the_end_nothing_is_read() {
    database.close();
    assertThatThrownBy(() -> database.read(LONG, ReadingTest::count).join()).hasCauseInstanceOf(Unavailable.class);
    open();
  }

  private static long count(ReadTx tx) throws Exception {
    return tx.first(COUNT, row -> row.getLong(1)).orElseThrow();
  }
}
