package otklik.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.channels.TestMessenger;
import otklik.kernel.Proxy;
import otklik.settings.Problems;
import otklik.settings.Section;
import otklik.settings.Tree;
import otklik.settings.WrongConfiguration;
import otklik.storage.Address;

class ServerSettingsTest {
  @Test
  void nothing_needs_to_be_said() {
    var server = read(Map.of("LOG_LEVEL", " "));

    assertThat(server.database()).isEqualTo(new Address.Sqlite(Path.of("./data.sqlite")));
    assertThat(server.http()).isEqualTo(new HttpSettings("127.0.0.1", 8080, List.of()));
    assertThat(server.publicUrl()).isEmpty();
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
                "PLAYGROUND", "on", "OPS_CHAT_ID", "-42"));

    assertThat(server.database()).isInstanceOf(Address.Postgres.class);
    assertThat(server.toString()).doesNotContain("hush");
    assertThat(server.publicUrl()).contains(URI.create("https://desk.example.org"));
    assertThat(server.logLevel()).isEqualTo(LogLevel.DEBUG);
    assertThat(server.playground()).isTrue();
    assertThat(server.opsChat()).contains(new OpsChat(TestMessenger.ROOMY, "-42"));
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
    assertThat(refusal("PUBLIC_URL", "desk.example.org"))
        .containsExactly(
            "environment: PUBLIC_URL: 'desk.example.org' is not an address such as https://desk.example.org");
  }

  @Test
  void a_proxy_leads_out_and_keeps_its_password() {
    ServerSettings plain = read(Map.of("PROXY_URL", "http://10.0.0.1:3128/"));
    assertThat(plain.proxy()).contains(new Proxy(Proxy.Protocol.HTTP, "10.0.0.1", 3128, null));
    ServerSettings secret = read(Map.of("PROXY_URL", "socks5://us%40er:hu%3Ash+@proxy.example.org:1080"));
    assertThat(secret.proxy()).contains(new Proxy(Proxy.Protocol.SOCKS5, "proxy.example.org", 1080,
        new Proxy.Login("us@er", "hu:sh+")));
    assertThat(secret.toString()).contains("socks5://proxy.example.org:1080").doesNotContain("us@er", "hu:sh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1:3128", "https://10.0.0.1:3128", "http://10.0.0.1", "http://10.0.0.1:65536",
      "socks5://us@er:hush@host:1080", "http://user:hu%zzsh@host:3128", "http://hush@host:3128"})
  void a_proxy_that_is_none_is_refused_without_a_word_of_it(String address) {
    assertThat(refusal("PROXY_URL", address)).singleElement().asString()
        .startsWith("environment: PROXY_URL: is not an address such as socks5://host:1080")
        .doesNotContain("hush", "hu%zzsh", "10.0.0.1");
  }

  @Test
  void messengers_reach_the_server_over_https_only() {
    assertThat(refusal("PUBLIC_URL", "http://desk.example.org"))
        .containsExactly("environment: PUBLIC_URL: 'http://desk.example.org' must begin with https://");
    assertThat(read(Map.of("PUBLIC_URL", "http://localhost:8080")).publicUrl()).isPresent();
  }

  private static ServerSettings read(Map<String, String> environment) {
    var problems = new Problems(List.of());
    var server = ServerSettings.read(new Section(Tree.Fields.of(environment), problems), TestMessenger.ROOMY);
    problems.refuse();
    return server;
  }

  private static List<String> refusal(String variable, String value) {
    return Assertions.catchThrowableOfType(WrongConfiguration.class, () -> read(Map.of(variable, value))).lines();
  }
}
