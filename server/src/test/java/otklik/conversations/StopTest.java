package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.slf4j.LoggerFactory;
import otklik.kernel.Background;
import otklik.kernel.Complaints;
import otklik.kernel.Eventually;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;

/// The program ends in good order: nobody is left working with what is closed already, and nobody complains.
@Isolated("hears whatever is logged")
@ParameterizedClass(name = "{0}")
@EachDatabase
@Tag("slow")
class StopTest {
  private static final int DESKS = 12;
  private static final int STOPS = 4;
  private static final int LINES = 30;

  @Parameter TestDatabases database;
  @TempDir Path folder;
  private Stage stage;

  @BeforeEach
  void begin() {
    stage = new Stage(database.ready(), folder, false, DESKS, Map.of());
  }

  @AfterEach
  void end() {
    stage.close();
  }

  @Test
  void a_stop_in_the_middle_of_work_is_quiet_and_repeats_and_loses_nothing() throws Exception {
    Desk desk = stage.newDesk();
    Client olena = desk.person("Olena").bound("ACME-1").opensTicket("Другое", "Проверяем остановку");
    Room room = desk.topic("#0001");
    room.card();
    stage.playground.latency(Duration.ofMillis(10));
    List<String> written = new ArrayList<>();

    for (int stop = 1; stop <= STOPS; stop++) {
      assertThat(stage.get("/health/ready")).contains("\"ready\"");
      assertThat(stage.get("/metrics")).contains("otklik_deliveries_lanes_waiting");
      Background background = stage.bean(Background.class);
      Database rows = stage.bean(Database.class);
      background.every(Duration.ofNanos(1), () -> read(rows));
      background.every(Duration.ofNanos(1), () -> rows.writeNow(tx -> tx.sql().selectOne().execute()));
      FutureTask<Integer> lastRead = new FutureTask<>(() -> read(rows));
      CountDownLatch mayRead = new CountDownLatch(1);
      background.run(() -> readOnce(mayRead, lastRead));
      for (int line = 1; line <= LINES; line++) {
        String text = "строка " + stop + "." + line;
        olena.writes(text);
        written.add(text);
      }
      room.shows("строка " + stop + ".1");

      assertThat(complaintsOfStopping(mayRead)).isEmpty();
      assertThat(lastRead.get()).isEqualTo(1);
      stage.begin();
    }
    desk.settles();
    assertThat(room.texts()).isEqualTo(written);
  }

  /// However many wait for an answer at once: their answers come while the program waits for them.
  @Test
  void what_is_answered_during_a_stop_is_not_said_again() {
    List<Desk> desks = Stream.generate(stage::newDesk).limit(DESKS).toList();
    List<Client> people = desks.stream().map(desk -> desk.person("Olena")).toList();
    stage.playground.latency(Duration.ofSeconds(1));
    people.forEach(person -> person.starts(""));
    people.forEach(person -> person.sees("нужен код"));
    stage.stop();
    stage.playground.latency(Duration.ZERO);
    stage.begin();
    desks.forEach(Desk::settles);
    for (Client person : people) {
      assertThat(person.texts().stream().filter(text -> text.contains("нужен код"))).hasSize(1);
    }
  }

  private static int read(Database rows) {
    return rows.read(sql -> sql.selectOne().fetchSingle().value1());
  }

  private static void readOnce(CountDownLatch mayRead, FutureTask<Integer> read) {
    try {
      mayRead.await();
      read.run();
    } catch (InterruptedException e) {
      read.cancel(false);
    }
  }

  /// One task of the program's still wants to read when everything else has been stopped: the program waits for it.
  private List<String> complaintsOfStopping(CountDownLatch mayRead) throws Exception {
    try (Complaints complaints = new Complaints()) {
      FutureTask<Void> stopping = new FutureTask<>(stage::stop, null);
      Thread stopper = Thread.ofPlatform().start(stopping);
      Eventually.becomesTrue(() -> !stopper.isAlive() || isIn(stopper, Background.class),
          () -> Arrays.toString(stopper.getStackTrace()));
      mayRead.countDown();
      stopping.get();
      LoggerFactory.getLogger(StopTest.class).warn("a complaint would be heard");
      List<String> heard = new ArrayList<>(complaints.heard());
      assertThat(heard.removeLast()).endsWith("a complaint would be heard");
      return heard;
    }
  }

  private static boolean isIn(Thread thread, Class<?> type) {
    return Arrays.stream(thread.getStackTrace()).anyMatch(frame -> frame.getClassName().equals(type.getName()));
  }
}
