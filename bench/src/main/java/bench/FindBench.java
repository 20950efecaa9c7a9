package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How long an operator waits for `/find` at a desk where a million messages were written, and how long it takes until an
/// index is made of them.
final class FindBench {
  private static final int ASKED = 9;
  private static final double SECOND = 1e9;

  private final Options options;
  private final Report report = new Report(System.out);

  private FindBench(Options options) {
    this.options = options;
  }

  static void run(Options options) throws Exception {
    FindBench bench = new FindBench(options);
    for (Options.Kind kind : options.databases()) {
      bench.on(kind);
    }
    System.exit(0);
  }

  private void on(Options.Kind kind) throws Exception {
    Path folder = Files.createTempDirectory("otklik-bench");
    try (Store store = Store.open(kind, folder); Desk desk = new Desk()) {
      report.begin(options.messages() + " messages in " + Archive.tickets(options.messages()) + " tickets, "
          + store.name());
      desk.configure(folder);
      Map<String, String> environment = desk.environment(store);
      Desk.FirstPoll poll = desk.firstPoll();
      try (Server _ = Server.start(folder, environment)) {
        poll.await();
      }
      long bytes = size(store);
      try (Connection connection = store.connectToServers()) {
        Archive.fill(connection, options.messages());
      }
      long filled = size(store);
      try (Server server = Server.start(folder, environment)) {
        measure(store, desk, server);
      } catch (Exception failed) {
        System.err.println(Files.readString(folder.resolve("server.log")));
        throw failed;
      }
      report.note("messages and tickets; index", "%d MB; %d MB".formatted((filled - bytes) / 1_000_000,
          (size(store) - filled) / 1_000_000));
      report.note("ceiling: durable commits of one row", Ceilings.commits(store, 1) + " /s");
      report.note("ceiling: rows in commits shared by 100", Ceilings.commits(store, 100) + " /s");
    } finally {
      RelayBench.delete(folder);
    }
  }

  private void measure(Store store, Desk desk, Server server) throws Exception {
    long begin = System.nanoTime();
    long cpu = server.processorTime().toMillis();
    while (!isIndexed(store)) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
    double seconds = (System.nanoTime() - begin) / SECOND;
    report.note("the index is made, while the server runs", "%.0f s, %.2f ms of processor time a message".formatted(
        seconds, (server.processorTime().toMillis() - cpu) / (double) options.messages()));
    for (String command : List.of("/help", "/find ничегонет", "/find отчёт")) {
      for (int warmUp = 0; warmUp < 20; warmUp++) {
        desk.asks(command);
      }
    }
    report.row("/help: what everything but the reading takes", "ms", times(desk, "/help", "/take"), false, "%.1f");
    for (Map.Entry<String, List<String>> asked : questions().entrySet()) {
      report.row("/find " + asked.getKey(), "ms",
          times(desk, "/find " + asked.getValue().getFirst(), asked.getValue().getLast()), false, "%.1f");
    }
  }

  /// What is asked, and what the answer must begin with or hold.
  private Map<String, List<String>> questions() {
    String first = "#%04d".formatted(1);
    String last = "#%04d".formatted(Archive.tickets(options.messages()));
    Map<String, List<String>> questions = new LinkedHashMap<>();
    questions.put("a word of every ticket", List.of("отчёты", last));
    questions.put("two words of every ticket", List.of("открываться отчёту", last));
    questions.put("the beginning of a word of every ticket", List.of("здравств", last));
    questions.put("a word of the oldest ticket alone", List.of("синхрофазотроны", first));
    questions.put("that word and one of every ticket", List.of("отчёт синхрофазотрон", first));
    questions.put("a word that nobody said", List.of("ничегошеньки", "Ничего"));
    questions.put("a word of every ticket and one that nobody said", List.of("отчёт ничегошеньки", "Ничего"));
    questions.put("a name", List.of("person" + Archive.tickets(options.messages()), last));
    questions.put("a telephone number", List.of("8 (912) 000-00-01", first));
    questions.put("a number", List.of("#0001", first));
    questions.put("a word of every 100th ticket", List.of("сотого", "#"));
    questions.put("a word of the older half of the tickets", List.of("старьё", "#"));
    return questions;
  }

  private static List<Double> times(Desk desk, String command, String answer) throws Exception {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < ASKED; i++) {
      Desk.Answer given = desk.asks(command);
      if (!given.text().contains(answer)) {
        throw new IOException(command + " was answered " + given.text());
      }
      times.add(given.nanos() / 1e6);
    }
    return times;
  }

  private static boolean isIndexed(Store store) throws SQLException {
    return number(store, "select message_id from search_progress") == number(store, "select max(id) from message");
  }

  private static long size(Store store) throws SQLException {
    return number(store, switch (store) {
      case Store.Sqlite _ -> "select page_count * page_size from pragma_page_count(), pragma_page_size()";
      default -> "select pg_database_size(current_database())";
    });
  }

  private static long number(Store store, String sql) throws SQLException {
    try (Connection connection = store.connectToServers(); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
