package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Updates with nothing in them that we know, and updates that mean harm. `$ID` stands for the sender, `$BOT` for our
/// bot, `$GROUP` for the operators' group, `$TOPIC` for the sender's topic.
@Tag("slow")
class HostileFaultsTest extends Faulty {
  private static final String FROM_SENDER = """
      "from": {"id": $ID, "is_bot": false, "first_name": "Eve"}, "chat": {"id": $ID, "type": "private"}""";

  private String filled(String json, Client sender, Room room) {
    return json.replace("$ID", Long.toString(sender.person.id())).replace("$BOT", Long.toString(desk.bot.id()))
        .replace("$GROUP", Long.toString(desk.group.id())).replace("$TOPIC", Integer.toString(room.id));
  }

  /// The update is a row, it is handled or set aside, and everybody goes on: its sender too.
  private void isKeptAndHarmless(String json) {
    Client eve = ticketOf("Eve");
    Client olena = ticketOf("Olena");
    Room evesRoom = roomOf(eve);
    Room olenasRoom = roomOf(olena);
    desk.settles();
    int before = sql("select id from inbox where workspace_id = " + here()).size();

    playground().injectUpdate(desk.bot, filled(json, eve, evesRoom));
    olena.writes("мне всё равно");
    eve.writes("и мне");

    olenasRoom.shows("мне всё равно");
    evesRoom.shows("и мне");
    desk.settles();
    assertThat(sql("select id from inbox where workspace_id = " + here())).hasSize(before + 3);
    assertThat(sql("select id from inbox where state = 'pending' and workspace_id = " + here())).isEmpty();
    assertThat(desk.topics()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "{}",
      "{\"brand_new_kind_of_2031\": {\"chat\": {\"id\": $ID}, \"x\": [1, {\"y\": null}]}}",
      "{\"message\": null}",
      "{\"message\": \"text\"}",
      "{\"message\": []}",
      "{\"message\": {}}",
      "{\"message\": {\"message_id\": 77, \"date\": 1}}",
      "{\"message\": {\"message_id\": \"seventy\", \"chat\": 5, \"from\": [], \"text\": {\"a\": 1}}}",
      "{\"edited_message\": {\"message_id\": 4, \"chat\": {\"id\": $ID, \"type\": \"private\"}}}",
      "{\"callback_query\": {}}",
      "{\"callback_query\": {\"id\": 5, \"from\": {\"id\": $ID}, \"data\": \"\"}}",
      "{\"callback_query\": {\"id\": \"5\", \"from\": {\"id\": $ID}, \"data\": \"take:99999999999999999999\","
          + " \"message\": {\"message_id\": 1, \"date\": 0, \"chat\": {\"id\": $GROUP, \"type\": \"supergroup\"}}}}",
      "{\"my_chat_member\": {\"chat\": {\"id\": $ID}, \"new_chat_member\": 7}}",
      "{\"message_reaction\": {\"chat\": {\"id\": $GROUP}, \"message_id\": -1, \"new_reaction\": \"x\"}}",
      "{\"message\": {\"message_id\": 8, \"chat\": {\"id\": $GROUP, \"type\": \"supergroup\"}, \"is_topic_message\":"
          + " true, \"message_thread_id\": 999999, \"from\": {\"id\": 5001, \"first_name\": \"M\"}, \"text\": \"?\"}}",
      "{\"message\": {\"message_id\": 9, \"chat\": {\"id\": $GROUP, \"type\": \"supergroup\"}, \"from\": {\"id\": $BOT,"
          + " \"is_bot\": true, \"first_name\": \"B\"}, \"message_thread_id\": $TOPIC, \"is_topic_message\": true,"
          + " \"forum_topic_created\": {\"name\": \"#999999999999999999999 | x\"}}}",
      "{\"message\": {\"message_id\": 9, \"chat\": {\"id\": $GROUP, \"type\": \"supergroup\"}, \"from\": {\"id\": $BOT,"
          + " \"is_bot\": true, \"first_name\": \"B\"}, \"message_thread_id\": 31337, \"is_topic_message\": true,"
          + " \"forum_topic_created\": {\"name\": \"#0001 | x\"}}}",
  })
  void what_is_not_understood_is_kept_and_harms_nobody(String json) {
    isKeptAndHarmless(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "\"date\": 99999999999999999999, \"text\": \"из будущего\"",
      "\"date\": -5, \"text\": \"из прошлого\"",
      "\"date\": 1e400, \"text\": \"никогда\", \"entities\": [{\"type\": \"bold\", \"offset\": -5, \"length\": 2000000000}]",
      "\"text\": \"куски\", \"entities\": \"none\"",
      "\"text\": \"куски\", \"entities\": [[], 5, null, {\"type\": 7}, {\"type\": \"text_link\", \"offset\": 0, \"length\": 5}]",
      "\"text\": \"ответ в никуда\", \"reply_to_message\": {\"message_id\": 18446744073709551616, \"chat\": {\"id\": 1}}",
      "\"photo\": []",
      "\"photo\": [{\"file_id\": \"nothing\", \"width\": -1, \"height\": \"x\", \"file_size\": 99999999999999999999}]",
      "\"document\": {\"file_id\": {}, \"file_size\": -1}",
      "\"location\": {\"latitude\": 1e300, \"longitude\": \"east\"}",
      "\"poll\": {\"question\": \"q\", \"options\": {}}",
      "\"contact\": {}",
      "\"dice\": 6",
      "\"media_group_id\": \"a b/c\\u0000d\", \"text\": \"альбом\"",
      "\"web_app_data\": {\"data\": \"x\", \"button_text\": \"y\"}",
      "\"migrate_to_chat_id\": $ID",
      "\"text\": \"\"",
      "\"text\": \"/start ' or 1=1; drop table ticket --\"",
      "\"text\": \"/start \\u0000\"",
  })
  void a_message_with_nonsense_in_it_harms_nobody(String content) {
    isKeptAndHarmless("{\"message\": {\"message_id\": 4000, " + FROM_SENDER + ", " + content + "}}");
  }

  @Test
  void characters_that_databases_and_encodings_dislike_arrive_without_harm() {
    Client eve = ticketOf("Eve");
    Room room = roomOf(eve);
    playground().injectUpdate(desk.bot, filled("""
        {"message": {"message_id": 4001, %s, "text": "нуль\\u0000байт"}}""".formatted(FROM_SENDER), eve, room));
    room.shows("нуль\uFFFDбайт");
    playground().injectUpdate(desk.bot, filled("""
        {"message": {"message_id": 4002, "from": {"id": $ID, "is_bot": false, "first_name": "Eve\\u0000", \
        "username": "e\\u0000e"}, "chat": {"id": $ID, "type": "private"}, "text": "имя с нулём"}}""", eve, room));
    room.shows("имя с нулём");
    room.operator("Marek").presses("Взять в работу");
    room.cardShows("In progress");
  }

  @Test
  void half_a_surrogate_pair_harms_nobody() {
    Client eve = ticketOf("Eve");
    Client olena = ticketOf("Olena");
    Room room = roomOf(eve);
    playground().injectUpdate(desk.bot, filled("""
        {"message": {"message_id": 4003, "from": {"id": $ID, "is_bot": false, "first_name": "Eve \\ud83d"}, \
        "chat": {"id": $ID, "type": "private"}, "text": "половина \\ud83d смайлика"}}""", eve, room));
    olena.writes("мне всё равно");
    eve.writes("и мне");
    roomOf(olena).shows("мне всё равно");
    room.showsMessage("half a smile", message -> message.text().matches("половина . смайлика"));
    room.shows("и мне");
  }

  /// Telegram lets nobody write so much, nor would it take it from us.
  @Test
  void a_megabyte_of_text_is_refused_and_its_operators_are_told() {
    Client eve = ticketOf("Eve");
    Client olena = ticketOf("Olena");
    Room room = roomOf(eve);
    playground().injectUpdate(desk.bot, filled("""
        {"message": {"message_id": 4004, %s, "text": "%s"}}""".formatted(FROM_SENDER, "слово ".repeat(1 << 16)), eve,
        room));
    olena.writes("мне всё равно");
    eve.writes("вот и всё");
    roomOf(olena).shows("мне всё равно");
    room.shows("показать его здесь не удалось: мессенджер не принял сообщение");
    desk.settles();
    assertThat(room.texts()).contains("вот и всё");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 499, 2_000})
  void nesting_however_deep_harms_nobody(int depth) {
    comesAmongOthersWords("{\"message\": {\"message_id\": 5000, %s, \"text\": \"?\", \"deep\": %s%s}}".formatted(
        FROM_SENDER, "[".repeat(depth), "]".repeat(depth)));
  }

  @ParameterizedTest
  @ValueSource(ints = {19, 300, 5_000})
  void numbers_however_long_harm_nobody(int digits) {
    String number = "9".repeat(digits);
    comesAmongOthersWords("{\"message\": {\"message_id\": %1$s, \"date\": %1$s, \"chat\": {\"id\": %1$s}, \"text\": \"?\"}}"
        .formatted(number));
    comesAmongOthersWords("{\"message\": {\"message_id\": %1$s, \"date\": %1$s, %2$s, \"text\": \"?\"}}"
        .formatted(number, FROM_SENDER));
    comesAmongOthersWords("{\"callback_query\": {\"id\": %1$s, \"from\": {\"id\": %1$s}, \"data\": \"x\"}}"
        .formatted(number));
  }

  /// The batch that it comes in has other people's words in it.
  private void comesAmongOthersWords(String json) {
    Client eve = ticketOf("Eve");
    Client olena = ticketOf("Olena");
    Room evesRoom = roomOf(eve);
    Room room = roomOf(olena);
    desk.settles();
    int before = sql("select id from inbox where workspace_id = " + here()).size();
    String update = filled(json, eve, evesRoom);

    playground().injectUpdate(desk.bot, update);
    olena.writes("слово 1");
    playground().injectUpdate(desk.bot, update);
    olena.writes("слово 2");
    eve.writes("и мне");

    room.shows("слово 2");
    evesRoom.shows("и мне");
    assertThat(room.texts()).containsExactly("слово 1", "слово 2");
    assertThat(sql("select id from inbox where workspace_id = " + here())).hasSize(before + 5);
  }
}
