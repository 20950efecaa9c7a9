package otklik.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import otklik.storage.Address;

class ServerSettingsTest {
  @Test
  void nothing_needs_to_be_said() {
    var server = read(Map.of("LOG_LEVEL", " "));

    assertThat(server.database()).isEqualTo(new Address.Sqlite(Path.of("./data.sqlite")));
    assertThat(server.httpPort()).isEqualTo(8080);
    assertThat(server.publicUrl()).isEmpty();
    assertThat(server.telegramUrl()).isEqualTo(URI.create("https://api.telegram.org"));
    assertThat(server.logLevel()).isEqualTo(LogLevel.INFO);
    assertThat(server.playground()).isFalse();
    assertThat(server.opsChat()).isEmpty();
  }

  @Test
  void everything_can_be_said() {
    var server =
        read(
            Map.of(
                "DB_URL", "jdbc:postgresql://db/otklik?password=hush", "DB_USER", "otklik", "DB_PASSWORD", "hush",
                "HTTP_PORT", "0", "PUBLIC_URL", "https://desk.example.org/", "LOG_LEVEL", "DEBUG".toLowerCase(),
                "TELEGRAM_API_URL", "http://127.0.0.1:9000/", "PLAYGROUND", "on", "OPS_CHAT_ID", "-42"));

    assertThat(server.database()).isInstanceOf(Address.Postgres.class);
    assertThat(server.toString()).doesNotContain("hush");
    assertThat(server.publicUrl()).contains(URI.create("https://desk.example.org"));
    assertThat(server.telegramUrl()).isEqualTo(URI.create("http://127.0.0.1:9000"));
    assertThat(server.logLevel()).isEqualTo(LogLevel.DEBUG);
    assertThat(server.playground()).isTrue();
    assertThat(server.opsChat()).contains("-42");
  }

  @Test
  void a_bad_value_names_the_variable_and_what_is_allowed() {
    assertThat(refusal("HTTP_PORT", "abc"))
        .containsExactly("environment: HTTP_PORT: 'abc' is not a whole number from 0 to 65535");
    assertThat(refusal("LOG_LEVEL", "loud"))
        .containsExactly("environment: LOG_LEVEL: 'loud' is not one of: trace, debug, info, warn, error");
    assertThat(refusal("PLAYGROUND", "maybe"))
        .containsExactly("environment: PLAYGROUND: 'maybe' is not on or off");
    assertThat(refusal("DB_URL", "mysql://root:hush@db"))
        .containsExactly("environment: DB_URL: is not of the shape jdbc:postgresql://host:5432/database");
    assertThat(refusal("TELEGRAM_API_URL", "api.telegram.org"))
        .containsExactly(
            "environment: TELEGRAM_API_URL: 'api.telegram.org' is not an address such as https://desk.example.org");
  }

  @Test
  void messengers_reach_the_server_over_https_only() {
    assertThat(refusal("PUBLIC_URL", "http://desk.example.org"))
        .containsExactly("environment: PUBLIC_URL: 'http://desk.example.org' must begin with https://");
    assertThat(read(Map.of("PUBLIC_URL", "http://localhost:8080")).publicUrl()).isPresent();
  }

  private static ServerSettings read(Map<String, String> environment) {
    var problems = new Problems();
    var server = ServerSettings.read(new Section(Tree.Fields.of(environment), problems));
    problems.refuse();
    return server;
  }

  private static List<String> refusal(String variable, String value) {
    return Assertions.catchThrowableOfType(WrongConfiguration.class, () -> read(Map.of(variable, value))).lines();
  }
}
