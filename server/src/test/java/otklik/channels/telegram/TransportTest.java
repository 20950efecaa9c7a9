package otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import otklik.channels.Account;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Line;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.kernel.Beside;
import otklik.kernel.ChannelId;
import otklik.kernel.Eventually;
import otklik.kernel.TestTime;

/// What the network does, and what that means for a call.
class TransportTest {
  private static final Call HELLO = Call.Say.text(Place.chat("1001"), "hello");

  private FakeBotApi api;

  @BeforeEach
  void start() throws IOException {
    api = new FakeBotApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Outcome outcome() throws InterruptedException {
    return api.line().call(HELLO);
  }

  @Test
  void a_message_is_sent_to_the_bots_own_address_and_its_id_comes_back() throws Exception {
    api.on("sendMessage", 200, "{\"ok\":true,\"result\":{\"message_id\":15,\"chat\":{\"id\":1001}}}");
    assertThat(outcome()).isEqualTo(new Outcome.Sent(List.of("15")));
    FakeBotApi.Asked asked = api.asked("sendMessage");
    assertThat(asked.path()).isEqualTo("/bot" + FakeBotApi.TOKEN + "/sendMessage");
    assertThat(asked.body().toString()).isEqualTo("{\"chat_id\":1001,\"text\":\"hello\"}");
  }

  @Test
  void an_album_has_an_id_for_each_item_and_a_topic_its_own() throws Exception {
    api.on("sendMediaGroup", 200, "{\"ok\":true,\"result\":[{\"message_id\":1},{\"message_id\":2}]}");
    api.on("createForumTopic", 200, "{\"ok\":true,\"result\":{\"message_thread_id\":9,\"name\":\"x\"}}");
    TelegramLine line = api.line();
    assertThat(line.call(new Call.SayAlbum(Place.chat("1"), List.of(), null)))
        .isEqualTo(new Outcome.Sent(List.of("1", "2")));
    assertThat(line.call(new Call.OpenTopic(Place.chat("-1"), "x"))).isEqualTo(new Outcome.Sent(List.of("9")));
  }

  @Test
  void calls_that_make_nothing_have_no_ids() throws Exception {
    api.on("editMessageText", 200, "{\"ok\":true,\"result\":{\"message_id\":15}}");
    Call edit = new Call.EditText(Place.chat("1"), new Target.Known("15"), Content.Text.of("x"), List.of());
    assertThat(api.line().call(edit)).isEqualTo(new Outcome.Sent(List.of()));
  }

  @Test
  void the_words_of_a_file_are_edited_as_its_caption() throws Exception {
    api.on(
        "editMessageText",
        400,
        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: there is no text in the message to edit\"}");
    api.on("editMessageCaption", 200, "{\"ok\":true,\"result\":{\"message_id\":15}}");
    Call edit = new Call.EditText(Place.chat("1"), new Target.Known("15"), Content.Text.of("x"), List.of());
    assertThat(api.line().call(edit)).isEqualTo(new Outcome.Sent(List.of()));
    assertThat(api.asked("editMessageCaption").body().toString())
        .isEqualTo("{\"chat_id\":1,\"message_id\":15,\"caption\":\"x\"}");
  }

  @Test
  void a_throttled_call_tells_how_long_to_wait() throws Exception {
    api.on(
        "sendMessage",
        429,
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 35\","
            + "\"parameters\":{\"retry_after\":35}}");
    assertThat(outcome()).isEqualTo(new Outcome.Later(Duration.ofSeconds(35)));
  }

  @Test
  void a_throttled_call_without_a_body_believes_the_header() throws Exception {
    api.on(
        "sendMessage",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "7");
          FakeBotApi.answer(exchange, 429, "<html>slow down</html>");
        });
    assertThat(outcome()).isEqualTo(new Outcome.Later(Duration.ofSeconds(7)));
  }

  @Test
  void a_restarting_server_surely_did_nothing() throws Exception {
    api.on("sendMessage", 500, "{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error: restart\"}");
    assertThat(outcome()).isInstanceOf(Outcome.Down.class);
  }

  @Test
  void a_page_of_a_gateway_says_nothing_about_the_call() throws Exception {
    api.on("sendMessage", 502, "<html>502 Bad Gateway</html>").on("sendMessage", 504, "").on("sendMessage", 200, "{\"ok\":tr");
    TelegramLine line = api.line();
    assertThat(line.call(HELLO)).isInstanceOf(Outcome.Unknown.class);
    assertThat(line.call(HELLO)).isInstanceOf(Outcome.Unknown.class);
    assertThat(line.call(HELLO)).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void an_unavailable_gateway_let_nothing_through() throws Exception {
    api.on("sendMessage", 503, "<html>503</html>").on("sendMessage", 407, "proxy");
    TelegramLine line = api.line();
    assertThat(line.call(HELLO)).isInstanceOf(Outcome.Down.class);
    assertThat(line.call(HELLO)).isInstanceOf(Outcome.Down.class);
  }

  @Test
  void silence_is_unknown() throws Exception {
    assertThat(outcome()).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void an_answer_that_never_ends_is_unknown() throws Exception {
    api.on(
        "sendMessage",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write("{\"ok\":true".getBytes());
          exchange.getResponseBody().flush();
        });
    assertThat(outcome()).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void a_connection_that_breaks_after_the_request_is_unknown_and_nothing_is_repeated() throws Exception {
    String fine = "{\"ok\":true,\"result\":{\"message_id\":1}}";
    api.on("sendMessage", 200, fine).on("sendMessage", exchange -> exchange.close()).on("sendMessage", 200, fine);
    TelegramLine line = api.line();
    assertThat(line.call(HELLO)).isInstanceOf(Outcome.Sent.class);
    // The second goes over the kept connection: just what a client likes to repeat.
    assertThat(line.call(HELLO)).isInstanceOf(Outcome.Unknown.class);
    assertThat(api.waiting("sendMessage")).isEqualTo(2);
  }

  @Test
  void a_refused_connection_surely_did_nothing() throws Exception {
    int unused;
    try (ServerSocket socket = new ServerSocket(0)) {
      unused = socket.getLocalPort();
    }
    assertThat(at("http://127.0.0.1:" + unused)).isInstanceOf(Outcome.Down.class);
    assertThat(at("http://no-such-host.invalid")).isInstanceOf(Outcome.Down.class);
  }

  private static Outcome at(String api) throws InterruptedException {
    Duration second = Duration.ofSeconds(5);
    return new TelegramLines(URI.create(api), null, null, second, second, new TestTime()).open(FakeBotApi.ACCOUNT)
        .call(HELLO);
  }

  @Test
  void the_token_is_in_no_outcome_even_if_somebody_quotes_the_address() throws Exception {
    String quoted = "/bot" + FakeBotApi.TOKEN + "/sendMessage";
    api.on("sendMessage", 400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: " + quoted + "\"}")
        .on("sendMessage", 404, "<html>The requested URL " + quoted + " was not found</html>")
        .on("sendMessage", exchange -> exchange.close());
    TelegramLine line = api.line();
    for (int call = 0; call < 4; call++) {
      assertThat(line.call(HELLO).toString()).doesNotContain("planted");
    }
    assertThat(line.toString()).doesNotContain("planted");
    assertThat(new Bot(new BotApiClient(api.uri(), Exchange.by(null, Duration.ofSeconds(1))), FakeBotApi.TOKEN,
        Duration.ZERO, Duration.ZERO))
        .hasToString("Bot[42]");
  }

  @Test
  void a_bot_whose_calls_all_hang_keeps_no_other_bot_waiting() throws Exception {
    Duration minutes = Duration.ofMinutes(2);
    TelegramLines lines = new TelegramLines(api.uri(), null, null, minutes, minutes, new TestTime());
    Line hanging = lines.open(FakeBotApi.ACCOUNT);
    Line other = lines.open(new Account(new ChannelId(8), "acme/other", new BotCredentials("43:other", false)));
    List<CompletableFuture<Void>> calls = IntStream.range(0, BotApiClient.MOST_CALLS)
        .mapToObj(_ -> Beside.run(() -> callIgnoring(hanging))).toList();
    Eventually.becomesTrue(() -> api.waiting("sendMessage") == BotApiClient.MOST_CALLS_OF_ONE,
        () -> api.waiting("sendMessage"));
    api.on("sendMessage", 200, "{\"ok\":true,\"result\":{\"message_id\":15,\"chat\":{\"id\":1001}}}");
    assertThat(other.call(HELLO)).isEqualTo(new Outcome.Sent(List.of("15")));
    api.close();
    calls.forEach(CompletableFuture::join);
  }

  private static void callIgnoring(Line line) {
    try {
      line.call(HELLO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_token_of_any_characters_makes_an_address_and_no_exception() throws Exception {
    Account odd = new Account(new ChannelId(1), "odd", new BotCredentials("пл an%ted/../?#\n", false));
    api.on("sendMessage", 401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
    assertThat(api.lines().open(odd).call(HELLO))
        .isEqualTo(Outcome.Refused.because(Refusal.CHANNEL_REVOKED, "Unauthorized"));
  }
}
