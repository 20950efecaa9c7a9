package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import playground.Fault;
import playground.Message;
import playground.Person;
import playground.Trouble;

/// Ready means that people's words get through; whoever runs the installation hears when they don't, and when they do
/// again.
@Tag("slow")
class HealthTest {
  private static final String OPS_CHAT = "990099";
  /// Time passes also while the writer waits for something that doesn't come.
  private static final Duration LOOK = Duration.ofSeconds(4);
  /// What the ops chat may hear in these tests.
  private static final List<String> NEWS = List.of("записи не сохранялись", "Записи снова", "Записи не",
      "новых сообщений не получить", "новые сообщения снова приходят", "новые сообщения не приходили",
      "сообщение не отправить", "сообщения снова отправляются", "сообщения не отправлялись", "PUBLIC_URL");

  @TempDir Path folder;
  private Stage stage;
  private Desk desk;
  private Person ops;

  @AfterEach
  void end() {
    stage.close();
  }

  private void opens(TestDatabases databases, Map<String, String> more) {
    stage = new Stage(databases.ready(), folder, false, 1, more);
    ops = stage.playground.user(Long.parseLong(OPS_CHAT), "Ops", null, null, "ru");
    desk = stage.newDesk();
    ops.inPrivate(desk.bot).starts("");
    desk.settles();
  }

  private void opens(TestDatabases databases) {
    opens(databases, Map.of("OPS_CHAT_ID", OPS_CHAT));
  }

  private void isNotReady(String kind) {
    desk.await("not to be ready because of " + kind, () -> {
      if (!isProblem(kind) && (kind.equals("writes") || hasWrittenLately())) {
        stage.time.advance(LOOK);
      }
      // Where time leaps over a reading that is under way, nothing seems to answer until the next look.
      return isProblem(kind) && !isProblem("reads");
    });
    assertThat(stage.status("/health/ready")).isEqualTo(503);
    assertThat(stage.get("/health/ready")).contains("\"status\":\"not ready\"").doesNotContain(desk.bot.token());
  }

  /// Where time leaps on while the writer has not had its turn yet, it seems to have written nothing for a minute.
  private boolean hasWrittenLately() {
    return stage.get("/metrics").lines().filter(line -> line.startsWith("otklik_writer_commit_age_seconds "))
        .allMatch(line -> Double.parseDouble(line.split(" ")[1]) < 30);
  }

  private boolean isProblem(String kind) {
    return stage.get("/health/ready").contains("\"kind\":\"" + kind + "\"");
  }

  private void isReady() {
    desk.await("to be ready", () -> stage.status("/health/ready") == 200);
    assertThat(stage.get("/health/ready")).contains("\"status\":\"ready\"", "\"problems\":[]", "\"database\":\"answers\"");
  }

  private List<String> told() {
    return ops.inPrivate(desk.bot).messages().stream().filter(message -> message.from() == desk.bot.id())
        .map(Message::text).filter(text -> NEWS.stream().anyMatch(text::contains)).toList();
  }

  private void hears(String... beginnings) {
    desk.await("the ops chat to hear " + List.of(beginnings), () -> told().size() >= beginnings.length);
    assertThat(told()).hasSize(beginnings.length);
    for (int i = 0; i < beginnings.length; i++) {
      assertThat(told().get(i)).contains(beginnings[i]);
    }
  }

  /// Somebody else keeps the database from being written to, until this is closed.
  private Connection blocksTheWriter() {
    return stage.bean(Database.class).dialect() == SQLDialect.SQLITE ? stage.blocks("begin immediate")
        : stage.blocks("update heartbeat set beaten_at = beaten_at");
  }

  private void looksAgain(int times) {
    for (int i = 0; i < times; i++) {
      String before = stage.value("select beaten_at from heartbeat");
      desk.await("a heartbeat", () -> !stage.value("select beaten_at from heartbeat").equals(before));
    }
  }

  @ParameterizedTest
  @EachDatabase
  void a_database_that_may_only_be_read_is_told_of_as_soon_as_it_can_be_written_again(TestDatabases databases)
      throws SQLException {
    opens(databases);
    Client olena = desk.person("Olena").bound("ACME-1").opensTicket("Другое", "Пока всё пишется");
    desk.settles();
    isReady();

    Connection blocking = blocksTheWriter();
    isNotReady("writes");
    assertThat(stage.get("/health/ready")).contains("the disk is full or the database is away",
        "\"database\":\"can't be written to\"");
    assertThat(stage.get("/metrics")).contains("otklik_writer_commit_age_seconds", "otklik_writer_queue");
    olena.writes("Меня слышно?");

    blocking.close();
    isReady();
    desk.topic("#0001").shows("Меня слышно?");
    hears("записи не сохранялись");
    assertThat(stage.value("select count(*) from incident")).isEqualTo("0");
  }

  @Test
  void a_messenger_that_answers_no_poll_for_a_minute_is_told_of_once_and_its_end_after_a_restart() {
    opens(TestDatabases.SQLITE);
    isReady();
    try (Trouble silence = stage.playground.fault(Fault.of(Fault.Kind.CLOSE).forMethods("getUpdates"))) {
      isNotReady("polling");
      assertThat(stage.get("/health/ready")).contains(desk.workspace() + "/desk", "Telegram keeps");
      assertThat(stage.get("/metrics")).contains("otklik_channel_poll_age_seconds{channel=\"" + desk.workspace());
      hears("новых сообщений не получить");
      desk.restart();
    }
    isReady();
    hears("новых сообщений не получить", "новые сообщения снова приходят");
  }

  @Test
  void a_revoked_token_is_a_trouble_that_no_restart_mends() {
    opens(TestDatabases.SQLITE);
    stage.playground.revoke(desk.bot);
    desk.await("the trouble", () -> stage.get("/health/ready").contains("\"kind\":\"revoked\""));
    stage.time.advance(Duration.ofMinutes(2));
    looksAgain(3);
    assertThat(stage.status("/health/ready")).isEqualTo(200);
  }

  @Test
  void a_delivery_that_nobody_answers_for_a_minute() {
    opens(TestDatabases.SQLITE);
    Client olena = desk.person("Olena").bound("ACME-1").opensTicket("Другое", "Ответьте мне");
    Room room = desk.topic("#0001");
    desk.settles();
    try (Trouble _ = stage.playground.fault(Fault.of(Fault.Kind.SERVER_ERROR).inChat(olena.person.id()))) {
      room.operator("Marek").writes("Отвечаю");
      isNotReady("deliveries");
      hears("сообщение не отправить");
    }
    isReady();
    olena.sees("Отвечаю");
    hears("сообщение не отправить", "сообщения снова отправляются");
  }

  @Test
  void a_webhook_that_fails_since_it_last_worked() throws IOException, SQLException {
    int port = freePort();
    opens(TestDatabases.SQLITE, Map.of("OPS_CHAT_ID", OPS_CHAT, "HTTP_PORT", Integer.toString(port),
        "PUBLIC_URL", "http://127.0.0.1:" + port));
    Client olena = desk.person("Olena").bound("ACME-1").opensTicket("Другое", "Привет по вебхуку");
    desk.settles();
    isReady();

    Connection blocking = blocksTheWriter();
    olena.writes("Меня слышно?");
    isNotReady("webhook");
    assertThat(stage.get("/metrics")).contains("otklik_channel_webhook_pending{channel=\"" + desk.workspace());
    blocking.close();
    isReady();
    desk.topic("#0001").shows("Меня слышно?");
  }

  @Test
  void a_webhook_that_a_proxy_refuses_is_told_of_with_the_likely_cause() throws IOException {
    int port = freePort();
    AtomicBoolean refuses = new AtomicBoolean();
    HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    proxy.createContext("/", exchange -> {
      exchange.sendResponseHeaders(refuses.get() ? 403 : passedOn(exchange, port), -1);
      exchange.close();
    });
    proxy.start();
    try {
      opens(TestDatabases.SQLITE, Map.of("OPS_CHAT_ID", OPS_CHAT, "HTTP_PORT", Integer.toString(port),
          "PUBLIC_URL", "http://127.0.0.1:" + proxy.getAddress().getPort()));
      Client olena = desk.person("Olena").bound("ACME-1").opensTicket("Другое", "Привет по вебхуку");
      desk.settles();
      isReady();
      refuses.set(true);
      olena.writes("Кто-нибудь есть?");
      isNotReady("webhook");
      assertThat(stage.get("/health/ready")).contains("most likely by a proxy or a firewall", "403");
      hears("похоже, мешает прокси или файрвол");
      refuses.set(false);
      isReady();
      desk.topic("#0001").shows("Кто-нибудь есть?");
    } finally {
      proxy.stop(0);
    }
  }

  private static int passedOn(HttpExchange exchange, int port) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
        .POST(HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange.getRequestHeaders().forEach((name, values) -> {
      if (name.toLowerCase(Locale.ROOT).startsWith("x-") || name.equalsIgnoreCase("Content-Type")) {
        request.header(name, values.getFirst());
      }
    });
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 503;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
