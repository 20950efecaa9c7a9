package otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.channels.Author;
import otklik.channels.Content;
import otklik.channels.FileRef;
import otklik.channels.Incoming;
import otklik.channels.MediaKind;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.channels.Received;
import otklik.channels.Span;

/// Updates of every kind, in and out of topics. The bot's id is 42.
class ReadingTest {
  private static final String PERSON = "\"from\":{\"id\":5,\"is_bot\":false,\"first_name\":\"Olena\",\"last_name\":\"K\","
      + "\"username\":\"olena\",\"language_code\":\"uk\"},\"chat\":{\"id\":5,\"type\":\"private\"},\"date\":1790000000";
  private static final String OPERATOR = "\"from\":{\"id\":8,\"is_bot\":false,\"first_name\":\" Marek \"},"
      + "\"chat\":{\"id\":-1009,\"type\":\"supergroup\",\"title\":\"Desk\",\"is_forum\":true},\"date\":1790000000";
  private static final String TOPIC = ",\"message_thread_id\":407,\"is_topic_message\":true";
  private static final Author OLENA = new Author("5", "Olena K", "olena", "uk", true);
  private static final Author MAREK = new Author("8", "Marek", null, null, true);

  private final Updates updates = new Updates("42");

  private Received received(String kind, String payload) {
    Received received = updates.received("{\"update_id\":100,\"" + kind + "\":{" + payload + "}}");
    assertThat(received).isNotNull();
    return received;
  }

  private Incoming read(String kind, String payload) {
    return received(kind, payload).incoming();
  }

  private Incoming.Said said(String payload) {
    return (Incoming.Said) read("message", "\"message_id\":9," + payload);
  }

  private Content content(String payload) {
    return said(PERSON + "," + payload).content();
  }

  @Test
  void a_text_in_a_private_chat() {
    assertThat(said(PERSON + ",\"text\":\"hello\""))
        .isEqualTo(
            new Incoming.Said(
                Place.chat("5"),
                true,
                new MessageRef("5", "9"),
                OLENA,
                Content.Text.of("hello"),
                null,
                null,
                Instant.ofEpochSecond(1790000000)));
    Received whole = received("message", "\"message_id\":9," + PERSON + ",\"text\":\"hello\"");
    assertThat(whole.externalId()).isEqualTo("100");
    assertThat(whole.conversation()).isEqualTo("5");
  }

  @Test
  void a_text_in_a_topic_is_no_reply_to_the_topics_beginning() {
    String payload = "\"message_id\":9," + OPERATOR + TOPIC + ",\"text\":\"on it\",\"reply_to_message\":{\"message_id\":407}";
    Incoming.Said said = (Incoming.Said) read("message", payload);
    assertThat(said.place()).isEqualTo(new Place("-1009", "407"));
    assertThat(said.direct()).isFalse();
    assertThat(said.by()).isEqualTo(MAREK);
    assertThat(said.replyTo()).isNull();
    assertThat(received("message", payload).conversation()).isEqualTo("-1009/407");
  }

  @Test
  void a_real_reply_in_a_topic() {
    assertThat(said(OPERATOR + TOPIC + ",\"text\":\"x\",\"reply_to_message\":{\"message_id\":408}").replyTo())
        .isEqualTo(new MessageRef("-1009", "408"));
  }

  @Test
  void a_chain_of_replies_outside_of_topics_is_no_topic_and_its_replies_are_real() {
    Incoming.Said said = said(OPERATOR + ",\"message_thread_id\":3,\"text\":\"x\",\"reply_to_message\":{\"message_id\":3}");
    assertThat(said.place()).isEqualTo(Place.chat("-1009"));
    assertThat(said.replyTo()).isEqualTo(new MessageRef("-1009", "3"));
  }

  @Test
  void thread_one_is_general() {
    Incoming.Said said =
        said(
            OPERATOR
                + ",\"message_thread_id\":1,\"is_topic_message\":true,\"text\":\"x\","
                + "\"reply_to_message\":{\"message_id\":407,\"forum_topic_created\":{\"name\":\"n\"}}");
    assertThat(said.place()).isEqualTo(Place.chat("-1009"));
    assertThat(said.replyTo()).isNull();
  }

  @Test
  void a_topic_of_a_private_chat_is_answered_there_and_is_the_same_conversation() {
    Received received = received("message", "\"message_id\":9," + PERSON + TOPIC + ",\"text\":\"x\"");
    assertThat(((Incoming.Said) received.incoming()).place()).isEqualTo(new Place("5", "407"));
    assertThat(received.conversation()).isEqualTo("5");
  }

  @Test
  void ids_may_be_strings_and_wide() {
    Incoming.Said said =
        said("\"chat\":{\"id\":\"4503599627370495\"},\"from\":{\"id\":4503599627370495},\"text\":\"x\"");
    assertThat(said.place().chat()).isEqualTo("4503599627370495");
    assertThat(said.by().id()).isEqualTo("4503599627370495");
    assertThat(said.direct()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"from\":{\"id\":7,\"is_bot\":true,\"first_name\":\"B\"}",
        "\"from\":{\"id\":1087968824,\"is_bot\":true,\"first_name\":\"Group\"}",
        "\"from\":{\"id\":8,\"is_bot\":false},\"sender_chat\":{\"id\":-1009,\"title\":\"Desk\"}",
        "\"from\":{\"id\":777000,\"is_bot\":false},\"is_automatic_forward\":true",
        "\"x\":0"
      })
  void nobody_but_a_person_is_human(String from) {
    Author by = said(from + ",\"chat\":{\"id\":-1009,\"type\":\"supergroup\",\"title\":\"Desk\"},\"text\":\"x\"").by();
    assertThat(by.human()).isFalse();
  }

  @Test
  void an_anonymous_administrator_is_the_group() {
    String chat = "\"chat\":{\"id\":-1009,\"type\":\"supergroup\",\"title\":\"Desk\"},\"text\":\"x\"";
    Author desk = new Author("-1009", "Desk", null, null, false);
    assertThat(said("\"from\":{\"id\":1087968824,\"is_bot\":true}," + chat).by()).isEqualTo(desk);
    assertThat(said("\"sender_chat\":{\"id\":-1009,\"title\":\"Desk\"}," + chat).by()).isEqualTo(desk);
  }

  @Test
  void formatting_keeps_its_details_and_loses_what_cannot_be() {
    assertThat(
            content(
                "\"text\":\"bold link 😂\",\"entities\":[{\"type\":\"text_link\",\"offset\":5,\"length\":4,\"url\":\"http://x\"},"
                    + "{\"type\":\"bold\",\"offset\":0,\"length\":4},{\"type\":\"bold\",\"offset\":11,\"length\":2},"
                    + "{\"type\":\"bold\",\"offset\":-1,\"length\":2},{\"type\":\"bold\",\"offset\":2147483647,\"length\":2},"
                    + "{\"type\":\"text_mention\",\"offset\":0,\"length\":1,\"user\":{\"id\":77}},7,"
                    + "{\"type\":\"custom_emoji\",\"offset\":10,\"length\":2,\"custom_emoji_id\":\"536\"}]"))
        .isEqualTo(
            new Content.Text(
                "bold link 😂",
                List.of(
                    new Span("text_link", 5, 4, "http://x"),
                    new Span("bold", 0, 4, null),
                    new Span("text_mention", 0, 1, "77"),
                    new Span("custom_emoji", 10, 2, "536"))));
  }

  @Test
  void the_largest_size_of_a_photo_and_its_caption() {
    Content photo =
        content(
            "\"photo\":[{\"file_id\":\"s\",\"width\":9,\"height\":9},{\"file_id\":\"L\",\"width\":90,\"height\":90,"
                + "\"file_size\":4000000000},{\"file_id\":\"m\",\"width\":30,\"height\":30}],\"caption\":\"look\","
                + "\"caption_entities\":[{\"type\":\"bold\",\"offset\":0,\"length\":4}]");
    FileRef file = new FileRef("L", 4000000000L, null, null);
    assertThat(photo)
        .isEqualTo(new Content.Media(MediaKind.PHOTO, file, "look", List.of(new Span("bold", 0, 4, null))));
    assertThat(said(PERSON + ",\"media_group_id\":\"77\",\"photo\":[{\"file_id\":\"s\"}]").album()).isEqualTo("77");
  }

  @ParameterizedTest
  @CsvSource({
    "animation,ANIMATION", "video,VIDEO", "document,DOCUMENT", "audio,AUDIO", "voice,VOICE",
    "video_note,VIDEO_NOTE", "sticker,STICKER"
  })
  void files(String field, MediaKind kind) {
    String file = "{\"file_id\":\"F\",\"file_name\":\"n.x\",\"mime_type\":\"a/b\",\"file_size\":3}";
    Content expected = new Content.Media(kind, new FileRef("F", 3L, "n.x", "a/b"), "", List.of());
    assertThat(content("\"document\":" + file + ",\"" + field + "\":" + file)).isEqualTo(expected);
    assertThat(content("\"" + field + "\":{}")).isEqualTo(new Content.Unsupported(field));
  }

  @Test
  void a_live_photo_is_its_still_picture() {
    assertThat(content("\"live_photo\":{\"file_id\":\"V\",\"photo\":[{\"file_id\":\"P\"}]},\"photo\":[{\"file_id\":\"Q\"}]"))
        .isEqualTo(new Content.Media(MediaKind.PHOTO, new FileRef("P", null, null, null), "", List.of()));
    assertThat(content("\"live_photo\":{\"file_id\":\"V\"}")).isEqualTo(new Content.Unsupported("live_photo"));
  }

  @Test
  void places_on_the_map() {
    String point = "{\"latitude\":1.5,\"longitude\":2.5}";
    assertThat(content("\"location\":" + point + ",\"venue\":{\"location\":" + point + ",\"title\":\"T\",\"address\":\"A\"}"))
        .isEqualTo(new Content.Venue(1.5, 2.5, "T", "A"));
    assertThat(content("\"location\":" + point)).isEqualTo(new Content.Location(1.5, 2.5, null, false));
    assertThat(content("\"location\":{\"latitude\":1,\"longitude\":2,\"horizontal_accuracy\":12.5,\"live_period\":900}"))
        .isEqualTo(new Content.Location(1, 2, 12.5, true, 900));
  }

  @Test
  void a_contact_is_their_own_only_when_the_ids_agree() {
    assertThat(content("\"contact\":{\"phone_number\":\"7700\",\"first_name\":\"O\",\"user_id\":5}"))
        .isEqualTo(new Content.Contact("7700", "O", null, true));
    assertThat(content("\"contact\":{\"phone_number\":\"7700\",\"first_name\":\"O\",\"last_name\":\"K\",\"user_id\":6}"))
        .isEqualTo(new Content.Contact("7700", "O", "K", false));
    assertThat(((Content.Contact) content("\"contact\":{\"phone_number\":\"7700\"}")).own()).isFalse();
  }

  @Test
  void polls_and_dice() {
    assertThat(content("\"poll\":{\"question\":\"?\",\"options\":[{\"text\":\"yes\"},{\"text\":\"no\"}]}"))
        .isEqualTo(new Content.Poll("?", List.of("yes", "no")));
    assertThat(content("\"dice\":{\"emoji\":\"🎲\",\"value\":4}")).isEqualTo(new Content.Dice("🎲", 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"story", "game", "invoice", "paid_media", "rich_message", "giveaway"})
  void what_people_send_and_cannot_be_passed_on_is_still_seen(String kind) {
    assertThat(content("\"" + kind + "\":{}")).isEqualTo(new Content.Unsupported(kind));
  }

  @Test
  void service_messages_are_ignored_and_unknown_ones_kept() {
    assertThat(read("message", "\"message_id\":9," + OPERATOR + ",\"pinned_message\":{}"))
        .isEqualTo(new Incoming.Ignored("pinned_message"));
    assertThat(read("message", "\"message_id\":9," + OPERATOR + ",\"brand_new_2027\":{}"))
        .isEqualTo(new Incoming.NotUnderstood("message with brand_new_2027"));
  }

  @Test
  void our_own_words_are_not_heard() {
    assertThat(read("message", "\"message_id\":9,\"chat\":{\"id\":-1},\"from\":{\"id\":42,\"is_bot\":true},\"text\":\"x\""))
        .isEqualTo(new Incoming.Ignored("own message"));
  }

  @Test
  void a_group_that_moved_says_so_twice() {
    assertThat(read("message", "\"message_id\":9,\"chat\":{\"id\":-5},\"migrate_to_chat_id\":-1005"))
        .isEqualTo(new Incoming.Moved("-5", "-1005"));
    Received told = received("message", "\"message_id\":9,\"chat\":{\"id\":-1005},\"migrate_from_chat_id\":-5");
    assertThat(told.incoming()).isEqualTo(new Incoming.Moved("-5", "-1005"));
    assertThat(told.conversation()).isEqualTo("-5");
  }

  @Test
  void topics_open_close_and_change_their_names() {
    Place topic = new Place("-1009", "407");
    assertThat(read("message", "\"message_id\":407," + OPERATOR + TOPIC + ",\"forum_topic_created\":{\"name\":\"N\"}"))
        .isEqualTo(new Incoming.TopicChanged(topic, MAREK, false, Incoming.TopicChange.OPENED, "N"));
    assertThat(read("message", "\"message_id\":9," + OPERATOR + TOPIC + ",\"forum_topic_closed\":{}"))
        .isEqualTo(new Incoming.TopicChanged(topic, MAREK, false, Incoming.TopicChange.CLOSED, null));
    assertThat(read("message", "\"message_id\":9," + OPERATOR + TOPIC + ",\"forum_topic_reopened\":{}"))
        .isEqualTo(new Incoming.TopicChanged(topic, MAREK, false, Incoming.TopicChange.REOPENED, null));
    assertThat(read("message", "\"message_id\":9," + OPERATOR + TOPIC + ",\"forum_topic_edited\":{\"name\":\"M\"}"))
        .isEqualTo(new Incoming.TopicChanged(topic, MAREK, false, Incoming.TopicChange.RENAMED, "M"));
    assertThat(read("message", "\"message_id\":9," + OPERATOR + TOPIC + ",\"forum_topic_edited\":{}"))
        .as("a new icon").isEqualTo(new Incoming.Ignored("forum_topic_edited"));
  }

  @Test
  void a_topic_that_we_opened_ourselves_is_told_apart() {
    Incoming opened =
        read(
            "message",
            "\"message_id\":4,\"from\":{\"id\":42,\"is_bot\":true,\"first_name\":\"Bot\"},\"chat\":{\"id\":-1009}"
                + ",\"message_thread_id\":4,\"is_topic_message\":true,\"forum_topic_created\":{\"name\":\"#1\"}");
    assertThat(((Incoming.TopicChanged) opened).byUs()).isTrue();
  }

  @Test
  void an_edit_is_the_new_content_at_the_time_of_the_edit() {
    Incoming.Edited edited =
        (Incoming.Edited) read("edited_message", "\"message_id\":9," + PERSON + ",\"edit_date\":1790000060,\"text\":\"b\"");
    assertThat(edited.content()).isEqualTo(Content.Text.of("b"));
    assertThat(edited.at()).isEqualTo(Instant.ofEpochSecond(1790000060));
  }

  @Test
  void a_press_under_a_message_in_a_topic() {
    Received pressed =
        received(
            "callback_query",
            "\"id\":\"333\",\"from\":{\"id\":8,\"first_name\":\"Marek\"},\"data\":\"take\",\"message\":{\"message_id\":11,"
                + "\"from\":{\"id\":42},\"chat\":{\"id\":-1009,\"type\":\"supergroup\"}" + TOPIC + "}");
    assertThat(pressed.incoming())
        .isEqualTo(
            new Incoming.Pressed(
                new Place("-1009", "407"), false, "333", MAREK, new MessageRef("-1009", "11"), "take"));
    assertThat(pressed.conversation()).isEqualTo("-1009/407");
  }

  @Test
  void a_press_under_a_message_too_old_or_gone() {
    Incoming.Pressed old =
        (Incoming.Pressed)
            read("callback_query", "\"id\":12,\"from\":{\"id\":5},\"message\":{\"message_id\":1,\"date\":0,\"chat\":{\"id\":5}}");
    assertThat(old.press()).isEqualTo("12");
    assertThat(old.on()).isEqualTo(new MessageRef("5", "1"));
    assertThat(old.data()).isNull();
    Received gone = received("callback_query", "\"id\":\"1\",\"from\":{\"id\":5},\"inline_message_id\":\"z\"");
    assertThat(((Incoming.Pressed) gone.incoming()).on()).isNull();
    assertThat(gone.conversation()).isEqualTo("user:5");
  }

  @Test
  void reactions_are_the_new_list() {
    String chat = "\"chat\":{\"id\":-1009,\"type\":\"supergroup\",\"title\":\"Desk\"},\"message_id\":35,";
    Received reacted =
        received(
            "message_reaction",
            chat + "\"user\":{\"id\":8,\"first_name\":\"Marek\"},\"new_reaction\":[{\"type\":\"emoji\",\"emoji\":\"👍\"},"
                + "{\"type\":\"custom_emoji\",\"custom_emoji_id\":\"53\"},{\"type\":\"paid\"}]");
    assertThat(reacted.incoming())
        .isEqualTo(
            new Incoming.Reacted(
                Place.chat("-1009"), false, new MessageRef("-1009", "35"), MAREK, List.of("👍", "custom:53", "paid")));
    assertThat(reacted.conversation()).isEqualTo("-1009");
    Incoming.Reacted anonymous =
        (Incoming.Reacted) read("message_reaction", chat + "\"actor_chat\":{\"id\":-1009},\"new_reaction\":[]");
    assertThat(anonymous.by().human()).isFalse();
    assertThat(anonymous.emoji()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"kicked,false", "member,true"})
  void a_person_blocks_and_unblocks(String status, boolean reachable) {
    Received received = received("my_chat_member", PERSON + ",\"new_chat_member\":{\"status\":\"" + status + "\"}");
    assertThat(received.incoming()).isEqualTo(new Incoming.Reachability(Place.chat("5"), OLENA, reachable));
    assertThat(received.conversation()).isEqualTo("5");
  }

  @Test
  void a_group_that_anybody_can_find_has_an_address() {
    String publicGroup = OPERATOR.replace("\"title\":\"Desk\"", "\"title\":\"Desk\",\"username\":\"desk_chat\"");
    assertThat(read("my_chat_member", publicGroup + ",\"new_chat_member\":{\"status\":\"member\"}"))
        .isEqualTo(new Incoming.Standing("-1009", MAREK, true, false, false, "Desk", "desk_chat"));
  }

  @ParameterizedTest
  @CsvSource({
    "administrator,true,true,true,true",
    "administrator,false,true,true,false",
    "member,true,true,false,false",
    "left,false,false,false,false",
    "kicked,false,false,false,false",
    "restricted,false,false,false,false"
  })
  void the_bots_standing_in_a_group(String status, boolean right, boolean member, boolean admin, boolean topics) {
    String now = "{\"status\":\"" + status + "\",\"can_manage_topics\":" + right + "}";
    assertThat(read("my_chat_member", OPERATOR + ",\"new_chat_member\":" + now))
        .isEqualTo(new Incoming.Standing("-1009", MAREK, member, admin, topics, "Desk", null));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"title\":\"Тбилиси\",\"username\":\"tbilisi_help\"',Тбилиси,tbilisi_help",
    "'\"title\":\" Тбилиси \"',Тбилиси,",
    "'\"title\":\"\"',,",
    "'\"title\":7',,"
  })
  void what_the_group_is_called_where_the_bot_stands(String names, String title, String address) {
    String chat = "\"chat\":{\"id\":-1009,\"type\":\"supergroup\"," + names + "}";
    Incoming read = read("my_chat_member", "\"from\":{\"id\":8}," + chat + ",\"new_chat_member\":{\"status\":\"left\"}");
    assertThat(((Incoming.Standing) read).title()).isEqualTo(title);
    assertThat(((Incoming.Standing) read).address()).isEqualTo(address);
  }

  @Test
  void kinds_that_were_not_asked_for_and_kinds_of_tomorrow() {
    Received poll = received("inline_query", "\"id\":1,\"from\":{\"id\":5}");
    assertThat(poll.incoming()).isEqualTo(new Incoming.Ignored("inline_query"));
    assertThat(poll.conversation()).isEqualTo("user:5");
    Received tomorrow = received("tomorrow", "\"x\":1");
    assertThat(tomorrow.incoming()).isEqualTo(new Incoming.NotUnderstood("tomorrow"));
    assertThat(tomorrow.conversation()).isEqualTo("update");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{", "null", "\"x\"", "{}", "{\"update_id\":1}", "{\"message\":7}", "{\"message\":{}}"})
  void whatever_is_stored_can_be_read(String raw) {
    assertThat(updates.read(raw)).isInstanceOf(Incoming.NotUnderstood.class);
  }
}
