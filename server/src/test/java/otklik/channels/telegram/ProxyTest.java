package otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import otklik.channels.Call;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.StandInProxy;
import otklik.kernel.Proxy;
import otklik.kernel.Proxy.Protocol;
import otklik.kernel.TestTime;

/// Telegram is reached through a proxy alone: nobody but the proxy knows its name.
class ProxyTest {
  private static final Call HELLO = Call.Say.text(Place.chat("1001"), "hello");
  private static final String FINE = "{\"ok\":true,\"result\":{\"message_id\":1}}";
  private static final Proxy.Login LOGIN = new Proxy.Login("us@er", "planted:pässword");

  private FakeBotApi api;

  @BeforeEach
  void start() throws IOException {
    api = new FakeBotApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static TelegramLine line(Proxy proxy) {
    Duration second = Duration.ofSeconds(5);
    return new TelegramLines(URI.create("http://bot-api.invalid:8081"), proxy, null, second, second,
        new TestTime()).open(FakeBotApi.ACCOUNT);
  }

  private StandInProxy open(Proxy.@Nullable Login login) throws IOException {
    return new StandInProxy(api.uri().getPort(), login);
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void calls_go_through(Protocol protocol) throws Exception {
    try (StandInProxy way = open(null)) {
      api.on("sendMessage", 200, FINE).on("sendMessage", 200, FINE);
      TelegramLine line = line(way.as(protocol, null));
      assertThat(line.call(HELLO)).isInstanceOf(Outcome.Sent.class);
      assertThat(line.call(HELLO)).isInstanceOf(Outcome.Sent.class);
      assertThat(way.asked()).hasSize(1).first().asString().contains("bot-api.invalid:8081");
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void with_user_and_password_where_the_proxy_wants_them(Protocol protocol) throws Exception {
    try (StandInProxy way = open(LOGIN)) {
      api.on("sendMessage", 200, FINE);
      assertThat(line(way.as(protocol, LOGIN)).call(HELLO)).isInstanceOf(Outcome.Sent.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void a_proxy_that_lets_nobody_through_surely_did_nothing_and_its_password_is_never_told(Protocol protocol)
      throws Exception {
    try (StandInProxy way = open(new Proxy.Login("us@er", "another"))) {
      for (Proxy.Login login : new Proxy.@Nullable Login[] {LOGIN, null}) {
        Proxy proxy = way.as(protocol, login);
        Outcome outcome = line(proxy).call(HELLO);
        assertThat(outcome).isInstanceOf(Outcome.Down.class);
        assertThat(outcome + " " + proxy + " " + login).doesNotContain("planted", "p%C3", "us@er");
      }
      assertThat(api.waiting("sendMessage")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void nor_did_one_that_isnt_there(Protocol protocol) throws Exception {
    int unused;
    try (ServerSocket socket = new ServerSocket(0)) {
      unused = socket.getLocalPort();
    }
    Outcome outcome = line(new Proxy(protocol, "127.0.0.1", unused, LOGIN)).call(HELLO);
    assertThat(outcome).isInstanceOf(Outcome.Down.class);
    assertThat(outcome.toString()).contains("127.0.0.1:" + unused).doesNotContain("planted");
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void a_connection_that_breaks_after_the_request_is_unknown_and_nothing_is_repeated(Protocol protocol)
      throws Exception {
    try (StandInProxy way = open(null)) {
      api.on("sendMessage", 200, FINE).on("sendMessage", exchange -> exchange.close()).on("sendMessage", 200, FINE);
      TelegramLine line = line(way.as(protocol, null));
      assertThat(line.call(HELLO)).isInstanceOf(Outcome.Sent.class);
      assertThat(line.call(HELLO)).isInstanceOf(Outcome.Unknown.class);
      assertThat(api.waiting("sendMessage")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void a_tunnel_is_secure_and_hides_the_proxys_password_from_telegram(Protocol protocol, @TempDir Path folder)
      throws Exception {
    SslContextFactory.Client tls = new SslContextFactory.Client();
    KeyStore keys = keys(folder);
    tls.setTrustStore(keys);
    try (FakeBotApi secure = new FakeBotApi(serving(keys));
        StandInProxy way = new StandInProxy(secure.uri().getPort(), LOGIN)) {
      secure.on("sendMessage", exchange -> {
        boolean told = exchange.getRequestHeaders().containsKey("Proxy-Authorization");
        FakeBotApi.answer(exchange, told ? 500 : 200, FINE);
      });
      BotApiClient botApiClient = new BotApiClient(URI.create("https://bot-api.invalid"),
          new ProxiedExchange(way.as(protocol, LOGIN), Duration.ofSeconds(5), tls));
      Reply reply = botApiClient.call(FakeBotApi.TOKEN, "sendMessage", "{}".getBytes(), Duration.ofSeconds(5));
      assertThat(reply).isInstanceOfSatisfying(Reply.Answered.class,
          answered -> assertThat(answered.status()).isEqualTo(200));
      assertThat(way.asked()).singleElement().asString().contains("bot-api.invalid:443");
    }
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void where_a_tunnel_leads_nowhere_nothing_was_sent(Protocol protocol) throws Exception {
    try (StandInProxy way = open(null)) {
      way.leadsNowhere();
      BotApiClient botApiClient = new BotApiClient(URI.create("https://bot-api.invalid"),
          Exchange.by(way.as(protocol, null), Duration.ofSeconds(5)));
      assertThat(botApiClient.call(FakeBotApi.TOKEN, "sendMessage", "{}".getBytes(), Duration.ofSeconds(5)))
          .isInstanceOfSatisfying(Reply.NotSent.class,
              reply -> assertThat(reply.why()).contains("127.0.0.1:" + way.port()));
    }
  }

  /// A certificate for a name that nobody has, made by the JDK's own tool.
  private static KeyStore keys(Path folder) throws Exception {
    Path file = folder.resolve("keys.p12");
    Process tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair", "-alias", "api", "-keyalg", "EC", "-dname", "CN=bot-api.invalid", "-ext",
        "san=dns:bot-api.invalid", "-storetype", "PKCS12", "-storepass", "changeit", "-keystore", file.toString())
        .redirectErrorStream(true).start();
    String said = new String(tool.getInputStream().readAllBytes());
    assertThat(tool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, "changeit".toCharArray());
    }
    return keys;
  }

  private static SSLContext serving(KeyStore keys) throws Exception {
    KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
