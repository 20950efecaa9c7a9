package otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.channels.Call;
import otklik.channels.Group;
import otklik.channels.Member;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.channels.Right;

/// What is asked of Telegram, and what its answers mean.
class AskingTest {
  private static final Call QUESTION = new Call.AskMember(new Place("-1009", "407"), "77");

  private FakeBotApi api;

  @BeforeEach
  void start() throws Exception {
    api = new FakeBotApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Outcome told(int status, String body) throws InterruptedException {
    api.on("getChatMember", status, body);
    return api.line().call(QUESTION);
  }

  private Outcome refused(String description) throws InterruptedException {
    return told(400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: " + description + "\"}");
  }

  private Member member(String more) throws InterruptedException {
    Outcome outcome = told(200, "{\"ok\":true,\"result\":{\"user\":{\"id\":77,\"is_bot\":false,"
        + "\"first_name\":\"Olena\",\"last_name\":\"K\"}," + more + "}}");
    return (Member) ((Outcome.Answered) outcome).answer();
  }

  @Test
  void a_question_costs_nothing_and_only_the_bot_itself_asks_it() throws Exception {
    member("\"status\":\"member\"");
    assertThat(api.asked("getChatMember").body().toString()).isEqualTo("{\"chat_id\":-1009,\"user_id\":77}");
    assertThat(api.line().cost(QUESTION)).isZero();
    assertThat(api.line().isForAnyone(QUESTION)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "creator,true,true,true", "administrator,true,true,true", "member,true,true,false", "left,false,true,false",
    "kicked,false,true,false", "tomorrows,true,true,false"
  })
  void each_status_says_how_the_account_stands(String status, boolean present, boolean mayWrite, boolean admin)
      throws Exception {
    Set<Right> rights = status.equals("creator") ? Set.of(Right.values()) : Set.of();
    assertThat(member("\"status\":\"" + status + "\""))
        .isEqualTo(new Member("Olena K", true, present, mayWrite, admin, rights));
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void who_is_restricted_may_be_there_or_not_and_muted_or_not(boolean present, boolean mayWrite) throws Exception {
    assertThat(member("\"status\":\"restricted\",\"is_member\":" + present + ",\"can_send_messages\":" + mayWrite))
        .isEqualTo(new Member("Olena K", true, present, mayWrite, false, Set.of()));
  }

  @Test
  void an_administrator_has_the_rights_that_are_named_and_a_bot_is_no_human() throws Exception {
    Member member = (Member) ((Outcome.Answered) told(200, "{\"ok\":true,\"result\":{\"status\":\"administrator\","
        + "\"user\":{\"id\":77,\"is_bot\":true,\"first_name\":\"Bot\"},\"can_pin_messages\":true}}")).answer();
    assertThat(member).isEqualTo(new Member("Bot", false, true, true, true, Set.of(Right.PIN_MESSAGES)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"user not found", "member not found", "PARTICIPANT_ID_INVALID", "USER_NOT_PARTICIPANT",
      "USER_ID_INVALID"})
  void whom_telegram_does_not_know_there_is_absent_and_that_is_an_answer(String description) throws Exception {
    assertThat(refused(description)).isEqualTo(new Outcome.Answered(Member.UNKNOWN));
  }

  @ParameterizedTest
  @CsvSource({
    "CHAT_ADMIN_REQUIRED,NO_RIGHTS", "member list is inaccessible,NO_RIGHTS", "chat not found,CHAT_GONE",
    "invalid user_id specified,NOT_ACCEPTED"
  })
  void what_telegram_will_not_tell_is_a_refusal(String description, Refusal why) throws Exception {
    assertThat(refused(description)).isEqualTo(Outcome.Refused.because(why, "Bad Request: " + description));
  }

  @Test
  void an_answer_without_a_status_lets_nobody_in() throws Exception {
    Outcome outcome = told(200, "{\"ok\":true,\"result\":{}}");
    assertThat(((Member) ((Outcome.Answered) outcome).answer()).present()).isFalse();
  }

  @Test
  void what_a_group_is_called_and_whether_it_has_topics() throws Exception {
    Call question = new Call.AskGroup(new Place("-1009", "407"));
    api.on("getChat", 200, "{\"ok\":true,\"result\":{\"id\":-1009,\"type\":\"supergroup\",\"title\":\"Тбилиси\","
        + "\"username\":\"tbilisi_help\",\"is_forum\":true}}");
    api.on("getChat", 200, "{\"ok\":true,\"result\":{\"id\":-1009,\"type\":\"group\",\"title\":\"Тбилиси\"}}");
    TelegramLine line = api.line();
    assertThat(line.call(question)).isEqualTo(new Outcome.Answered(new Group("Тбилиси", "tbilisi_help", true)));
    assertThat(api.asked("getChat").body().toString()).isEqualTo("{\"chat_id\":-1009}");
    assertThat(line.call(question)).isEqualTo(new Outcome.Answered(new Group("Тбилиси", null, false)));
    assertThat(line.cost(question)).isZero();
    assertThat(((Outcome.Refused) group("user not found")).why()).isEqualTo(Refusal.NOT_ACCEPTED);
    assertThat(((Outcome.Refused) group("chat not found")).why()).isEqualTo(Refusal.CHAT_GONE);
  }

  private Outcome group(String refusal) throws InterruptedException {
    api.on("getChat", 400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: " + refusal + "\"}");
    return api.line().call(new Call.AskGroup(Place.chat("-1009")));
  }

  @Test
  void no_answer_is_none() throws Exception {
    assertThat(told(502, "<html>502 Bad Gateway</html>")).isInstanceOf(Outcome.Unknown.class);
    assertThat(told(500, "{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error: restart\"}"))
        .isInstanceOf(Outcome.Down.class);
    assertThat(told(429, "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 5\","
        + "\"parameters\":{\"retry_after\":5}}")).isEqualTo(new Outcome.Later(Duration.ofSeconds(5)));
  }
}
