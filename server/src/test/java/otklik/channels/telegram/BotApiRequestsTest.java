package otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.channels.Account;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.FileRef;
import otklik.channels.Keys;
import otklik.channels.Limits;
import otklik.channels.Line;
import otklik.channels.MediaKind;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.channels.Span;
import otklik.channels.Target;
import otklik.kernel.ChannelId;
import otklik.kernel.DeliveryId;
import otklik.kernel.TestTime;

/// Calls as Telegram is told them.
class BotApiRequestsTest {
  private static final Place TOPIC = new Place("-1009", "407");
  private static final Place PERSON = Place.chat("5");
  private static final Target ORIGINAL = new Target.Known("11");

  private static String asked(Call call) {
    BotApiRequest request = BotApiRequests.of(call);
    return request.method() + " " + new String(request.body(), StandardCharsets.UTF_8).replace('"', '\'');
  }

  private static Call say(Content content) {
    return new Call.Say(PERSON, content, null, List.of());
  }

  private static Content.Media media(MediaKind kind) {
    return new Content.Media(kind, new FileRef("F", null, null, null), "look", List.of(new Span("bold", 0, 4, null)));
  }

  @Test
  void a_text_with_everything() {
    Call call =
        new Call.Say(
            TOPIC,
            new Content.Text("bold link", List.of(new Span("bold", 0, 4, null), new Span("text_link", 5, 4, "http://x"))),
            ORIGINAL,
            List.of(List.of(new Button("Take", "t:1"), new Button("Close", "c:1")), List.of(new Button("More", "m"))));
    assertThat(asked(call))
        .isEqualTo(
            "sendMessage {'chat_id':-1009,'message_thread_id':407,'text':'bold link','entities':["
                + "{'type':'bold','offset':0,'length':4},{'type':'text_link','offset':5,'length':4,'url':'http://x'}],"
                + "'reply_parameters':{'message_id':11,'allow_sending_without_reply':true},"
                + "'reply_markup':{'inline_keyboard':[[{'text':'Take','callback_data':'t:1'},"
                + "{'text':'Close','callback_data':'c:1'}],[{'text':'More','callback_data':'m'}]]}}");
  }

  private static Call say(Keys keys) {
    return new Call.Say(PERSON, Content.Text.of("x"), null, List.of(), keys);
  }

  @Test
  void keys_below_the_chat_appear_and_go() {
    List<List<Keys.Key>> rows =
        List.of(
            List.of(Keys.Key.saying("Да"), Keys.Key.sharingPhone("Мой номер")), List.of(Keys.Key.sharingPosition("Я тут")));
    assertThat(asked(say(new Keys.Shown(rows, true))))
        .isEqualTo(
            "sendMessage {'chat_id':5,'text':'x','reply_markup':{'keyboard':[[{'text':'Да'},"
                + "{'text':'Мой номер','request_contact':true}],[{'text':'Я тут','request_location':true}]],"
                + "'resize_keyboard':true,'one_time_keyboard':true}}");
    assertThat(asked(say(new Keys.Gone())))
        .isEqualTo("sendMessage {'chat_id':5,'text':'x','reply_markup':{'remove_keyboard':true}}");
  }

  @Test
  void formatting_that_a_bot_cannot_send_is_left_out_and_the_text_goes() {
    List<Span> spans =
        List.of(
            new Span("custom_emoji", 0, 2, "53"),
            new Span("mention", 0, 2, null),
            new Span("bold", 2, 9, null),
            new Span("text_link", 0, 1, null),
            new Span("text_mention", 0, 2, "77"),
            new Span("pre", 0, 1, "java"));
    assertThat(asked(say(new Content.Text("😂 x", spans))))
        .isEqualTo(
            "sendMessage {'chat_id':5,'text':'😂 x','entities':[{'type':'text_mention','offset':0,'length':2,"
                + "'user':{'id':77}},{'type':'pre','offset':0,'length':1,'language':'java'}]}");
  }

  @Test
  void half_a_character_does_not_stop_a_text() {
    assertThat(asked(say(Content.Text.of("a\uD83D")))).isEqualTo("sendMessage {'chat_id':5,'text':'a?'}");
  }

  @ParameterizedTest
  @CsvSource({
    "PHOTO,sendPhoto,photo", "VIDEO,sendVideo,video", "ANIMATION,sendAnimation,animation",
    "DOCUMENT,sendDocument,document", "AUDIO,sendAudio,audio", "VOICE,sendVoice,voice"
  })
  void files_go_by_their_id_with_their_caption(MediaKind kind, String method, String field) {
    assertThat(asked(say(media(kind))))
        .isEqualTo(
            method + " {'chat_id':5,'" + field + "':'F','caption':'look',"
                + "'caption_entities':[{'type':'bold','offset':0,'length':4}]}");
  }

  @ParameterizedTest
  @CsvSource({"VIDEO_NOTE,sendVideoNote,video_note", "STICKER,sendSticker,sticker"})
  void some_files_have_no_caption(MediaKind kind, String method, String field) {
    assertThat(asked(say(media(kind)))).isEqualTo(method + " {'chat_id':5,'" + field + "':'F'}");
  }

  @Test
  void other_content() {
    assertThat(asked(say(new Content.Location(1.5, 2.5, 12.5, true))))
        .isEqualTo("sendLocation {'chat_id':5,'latitude':1.5,'longitude':2.5,'horizontal_accuracy':12.5}");
    assertThat(asked(say(new Content.Venue(1.5, 2.5, "T", "A"))))
        .isEqualTo("sendVenue {'chat_id':5,'latitude':1.5,'longitude':2.5,'title':'T','address':'A'}");
    assertThat(asked(say(new Content.Contact("7700", "O", "K", true))))
        .isEqualTo("sendContact {'chat_id':5,'phone_number':'7700','first_name':'O','last_name':'K'}");
    assertThat(asked(say(new Content.Poll("Tea?", List.of("yes", "no")))))
        .isEqualTo("sendMessage {'chat_id':5,'text':'Tea?\\n○ yes\\n○ no'}");
    assertThat(asked(say(new Content.Dice("🎲", 4)))).isEqualTo("sendMessage {'chat_id':5,'text':'🎲 4'}");
  }

  @Test
  void an_album() {
    assertThat(asked(new Call.SayAlbum(TOPIC, List.of(media(MediaKind.PHOTO), media(MediaKind.VIDEO)), ORIGINAL)))
        .isEqualTo(
            "sendMediaGroup {'chat_id':-1009,'message_thread_id':407,'media':["
                + "{'type':'photo','media':'F','caption':'look','caption_entities':[{'type':'bold','offset':0,'length':4}]},"
                + "{'type':'video','media':'F','caption':'look','caption_entities':[{'type':'bold','offset':0,'length':4}]}],"
                + "'reply_parameters':{'message_id':11,'allow_sending_without_reply':true}}");
  }

  @Test
  void everything_else() {
    assertThat(asked(new Call.EditText(TOPIC, ORIGINAL, Content.Text.of("b"), List.of())))
        .isEqualTo("editMessageText {'chat_id':-1009,'message_id':11,'text':'b'}");
    assertThat(asked(new Call.EditButtons(TOPIC, ORIGINAL, List.of(List.of(new Button("A", "a"))))))
        .isEqualTo(
            "editMessageReplyMarkup {'chat_id':-1009,'message_id':11,"
                + "'reply_markup':{'inline_keyboard':[[{'text':'A','callback_data':'a'}]]}}");
    assertThat(asked(new Call.Pin(TOPIC, ORIGINAL)))
        .isEqualTo("pinChatMessage {'chat_id':-1009,'message_id':11,'disable_notification':true}");
    assertThat(asked(new Call.OpenTopic(Place.chat("-1009"), "#1"))).isEqualTo("createForumTopic {'chat_id':-1009,'name':'#1'}");
    assertThat(asked(new Call.CloseTopic(TOPIC))).isEqualTo("closeForumTopic {'chat_id':-1009,'message_thread_id':407}");
    assertThat(asked(new Call.DeleteTopic(TOPIC))).isEqualTo("deleteForumTopic {'chat_id':-1009,'message_thread_id':407}");
    assertThat(asked(new Call.ReopenTopic(TOPIC))).isEqualTo("reopenForumTopic {'chat_id':-1009,'message_thread_id':407}");
    assertThat(asked(new Call.RenameTopic(TOPIC, "#1")))
        .isEqualTo("editForumTopic {'chat_id':-1009,'message_thread_id':407,'name':'#1'}");
    List<Call.OfferCommands.Offer> offers = List.of(new Call.OfferCommands.Offer("take", "Take it"));
    assertThat(asked(Call.OfferCommands.inGroup(Place.chat("-1009"), offers)))
        .isEqualTo("setMyCommands {'commands':[{'command':'take','description':'Take it'}],"
            + "'scope':{'type':'chat','chat_id':-1009}}");
    assertThat(asked(Call.OfferCommands.toEverybody("en", offers)))
        .isEqualTo("setMyCommands {'commands':[{'command':'take','description':'Take it'}],"
            + "'scope':{'type':'all_private_chats'},'language_code':'en'}");
    assertThat(asked(new Call.AnswerPress(TOPIC, "33", "Taken", true)))
        .isEqualTo("answerCallbackQuery {'callback_query_id':'33','text':'Taken','show_alert':true}");
    assertThat(asked(new Call.AnswerPress(TOPIC, "33", null, false))).isEqualTo("answerCallbackQuery {'callback_query_id':'33'}");
    assertThat(asked(new Call.React(TOPIC, ORIGINAL, "👍")))
        .isEqualTo("setMessageReaction {'chat_id':-1009,'message_id':11,'reaction':[{'type':'emoji','emoji':'👍'}]}");
    assertThat(asked(new Call.React(TOPIC, ORIGINAL, null)))
        .isEqualTo("setMessageReaction {'chat_id':-1009,'message_id':11,'reaction':[]}");
    assertThat(asked(new Call.Delete(TOPIC, ORIGINAL))).isEqualTo("deleteMessage {'chat_id':-1009,'message_id':11}");
  }

  @Test
  void a_topics_name_is_cut_and_never_through_a_character() {
    String name = "x".repeat(126) + "😂😂";
    assertThat(asked(new Call.OpenTopic(PERSON, name)))
        .isEqualTo("createForumTopic {'chat_id':5,'name':'" + "x".repeat(126) + "…'}");
  }

  @Test
  void a_target_that_is_not_known_yet_is_the_callers_fault() {
    Call early = new Call.Delete(TOPIC, new Target.MadeBy(new DeliveryId(1), 0));
    assertThatThrownBy(() -> BotApiRequests.of(early)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_cannot_be_passed_on_is_refused_without_asking_telegram() throws Exception {
    assertThat(line(false).call(say(new Content.Unsupported("game"))))
        .isEqualTo(Outcome.Refused.because(Refusal.NOT_ACCEPTED, "can't be passed on: game"));
  }

  @Test
  void costs_and_limits() {
    Line line = line(false);
    assertThat(line.cost(say(Content.Text.of("x")))).isEqualTo(1);
    assertThat(line.cost(new Call.OpenTopic(PERSON, "x"))).isEqualTo(1);
    assertThat(line.cost(new Call.SayAlbum(PERSON, List.of(media(MediaKind.PHOTO), media(MediaKind.PHOTO)), null))).isEqualTo(2);
    assertThat(line.cost(new Call.AnswerPress(TOPIC, "3", null, false))).isZero();
    assertThat(line.cost(new Call.Delete(TOPIC, ORIGINAL))).isZero();
    assertThat(line.isGroup("-5")).isTrue();
    assertThat(line.isGroup("5")).isFalse();
    assertThat(line.limits().group().operations()).isEqualTo(20);
    assertThat(line(true).limits()).isEqualTo(Limits.NONE);
  }

  private static Line line(boolean unlimited) {
    Duration second = Duration.ofSeconds(1);
    return new TelegramLines(URI.create("https://api.telegram.org"), null, null, second, second, new TestTime())
        .open(new Account(new ChannelId(1), "a/b", new BotCredentials("42:x", unlimited)));
  }
}
