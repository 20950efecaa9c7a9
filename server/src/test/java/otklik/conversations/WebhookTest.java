package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;

/// With a public address updates are pushed instead of polled.
class WebhookTest {
  @ParameterizedTest
  @EachDatabase
  void a_conversation_over_webhooks_and_strangers_at_the_door(TestDatabases database, @TempDir Path folder)
      throws Exception {
    int port = freePort();
    String address = "http://127.0.0.1:" + port;
    try (Stage stage = new Stage(database.ready(), folder, false, 2,
        Map.of("HTTP_PORT", Integer.toString(port), "PUBLIC_URL", address))) {
      Desk desk = stage.newDesk();
      Client olena = desk.person("Olena").bound("ACME-1").opensTicket("Другое", "Привет по вебхуку");
      desk.topic("#0001").operator("Marek").writes("И вам привет");
      olena.sees("И вам привет");
      desk.restart();
      olena.writes("Спасибо");
      desk.topic("#0001").shows("Спасибо");
      assertThat(stage.playground.calls("getUpdates")).isEmpty();

      String channel = desk.value("select id from channel where workspace_id = %s");
      String update = "{\"update_id\": 1, \"message\": {\"message_id\": 1, \"date\": 1, \"text\": \"обман\","
          + "\"chat\": {\"id\": %d, \"type\": \"private\"}, \"from\": {\"id\": %d, \"first_name\": \"X\"}}}";
      String forged = update.formatted(olena.person.id(), olena.person.id());
      assertThat(posted(address + "/hooks/telegram/" + channel, forged, null)).isEqualTo(401);
      assertThat(posted(address + "/hooks/telegram/" + channel, forged, "0".repeat(64))).isEqualTo(401);
      assertThat(posted(address + "/hooks/telegram/1", forged, null)).isEqualTo(404);
      assertThat(desk.topic("#0001").texts()).doesNotContain("обман");
      assertThat(got(address + "/health")).isEqualTo(200);
      assertThat(got(address + "/health/ready")).isEqualTo(200);
      assertThat(got(address + "/metrics")).isEqualTo(200);
    }
  }

  private static int posted(String address, String body, String secret) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
        .POST(HttpRequest.BodyPublishers.ofString(body)).header("Content-Type", "application/json");
    if (secret != null) {
      request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    return status(request.build());
  }

  private static int got(String address) throws IOException, InterruptedException {
    return status(HttpRequest.newBuilder(URI.create(address)).build());
  }

  private static int status(HttpRequest request) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
