package otklik.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

@ParameterizedClass
@EachDatabase
class TimeLimitTest {
  private static final Statement ADD =
      Statement.of("insert into workspace (id, name, created_at) values (?, ?, 0)");

  @Parameter
  TestDatabases databases;

  private final AtomicInteger tries = new AtomicInteger();
  /// When the clock stands, until the endless statement begins; 0 where it goes on.
  private volatile long standing;
  private Address address;
  private Database database;

  @BeforeEach
  void open() {
    address = databases.fresh();
    database = TestDatabases.openHasty(address, this::nanoTime, InstantSource.system());
    database.writeNow(tx -> null);
    database.writeNow(tx -> null); // what a start writes is done, and what follows from that
  }

  private long nanoTime() {
    return standing != 0 && tries.get() == 0 ? standing : System.nanoTime();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_statement_that_takes_too_long_is_its_works_failure_and_no_outage() {
    assertThatThrownBy(() -> database.writeNow(this::endless)).isNotInstanceOf(Unavailable.class);
    assertThat(tries).hasValue(1);
    database.writeNow(tx -> add(tx, 1));
    assertThat(ids()).containsExactly(1L);
  }

  @Tag("slow")
  @Test
  void those_that_shared_its_commit_run_once_more_each_on_its_own_and_pass() throws InterruptedException {
    standing = System.nanoTime(); // however slow the machine is, it pays to gather them
    AtomicInteger others = new AtomicInteger();
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    database.write(tx -> {
      busy.countDown();
      free.await();
      return null;
    });
    busy.await(); // what comes now waits together for the next commit
    CompletableFuture<Void> before = database.write(tx -> counted(tx, others, 1));
    CompletableFuture<Void> endless = database.write(this::endless);
    CompletableFuture<Void> behind = database.write(tx -> counted(tx, others, 2));
    free.countDown();
    before.join();
    behind.join();
    assertThatThrownBy(endless::join).cause().isNotInstanceOf(Unavailable.class);
    assertThat(tries).hasValue(2);
    assertThat(others).hasValueLessThanOrEqualTo(4);
    assertThat(ids()).containsExactly(1L, 2L);
  }

  @Test
  void what_is_written_alone_is_repeated_by_nobodys_failure() {
    AtomicInteger others = new AtomicInteger();
    CountDownLatch free = new CountDownLatch(1);
    database.write(tx -> {
      free.await();
      return null;
    });
    List<CompletableFuture<Void>> works = List.of(database.write(tx -> counted(tx, others, 1)),
        database.writeAlone(this::endless), database.write(tx -> counted(tx, others, 2)));
    free.countDown();
    works.get(0).join();
    works.get(2).join();
    assertThatThrownBy(works.get(1)::join).cause().isNotInstanceOf(Unavailable.class);
    assertThat(tries).hasValue(1);
    assertThat(others).hasValue(2);
  }

  @Tag("slow")
  @Test
  void a_lock_that_somebody_else_keeps_is_an_outage_and_no_works_failure() throws Exception {
    database.writeNow(tx -> add(tx, 1));
    try (Connection other = DriverManager.getConnection(address.url()); var statement = other.createStatement()) {
      if (databases == TestDatabases.SQLITE) {
        statement.execute("begin immediate");
      } else {
        other.setAutoCommit(false);
        statement.execute("update workspace set name = 'held' where id = 1");
      }
      assertThatThrownBy(() -> database.writeNow(tx -> tx.sql().execute("update workspace set name = 'x' where id = 1")))
          .isInstanceOf(Unavailable.class);
    }
  }

  private Void endless(Tx tx) {
    tries.incrementAndGet();
    databases.never(tx);
    return null;
  }

  private static Void counted(Tx tx, AtomicInteger runs, long id) throws Exception {
    runs.incrementAndGet();
    return add(tx, id);
  }

  private static Void add(Tx tx, long id) throws Exception {
    tx.defer(ADD, id, "n" + id);
    return null;
  }

  private List<Long> ids() {
    return database.read(sql -> sql.fetch("select id from workspace order by id").map(row -> row.get(0, Long.class)));
  }
}
