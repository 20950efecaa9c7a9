package otklik.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import otklik.kernel.DeliveryId;
import otklik.storage.Json;

/// Rows outlive programs: what these texts say must be understood, and written again, by every later version.
class StoredCallsTest {
  private static final Place TOPIC = new Place("-5", "9");
  private static final Target KNOWN = new Target.Known("12");
  private static final Call PLAIN = Call.Say.text(Place.chat("7"), "Hi");

  private static final Map<String, Call> CALLS = Map.ofEntries(
      Map.entry("""
          {"call":"say","place":{"chat":"-5","topic":"9"},"content":{"content":"text","text":"Hi","spans":[\
          {"type":"bold","offset":0,"length":2,"detail":null}]},"replyTo":{"target":"known","messageId":"12"},\
          "buttons":[[{"text":"Take","data":"take:1"}]]}""",
          new Call.Say(TOPIC, new Content.Text("Hi", List.of(new Span("bold", 0, 2, null))), KNOWN,
              List.of(List.of(new Button("Take", "take:1"))))),
      Map.entry("""
          {"call":"say-album","place":{"chat":"7","topic":null},"items":[{"content":"media","kind":"photo",\
          "file":{"id":"f","size":3,"name":null,"mime":null},"caption":"","spans":[]}],\
          "replyTo":{"target":"made-by","delivery":{"value":4},"item":1}}""",
          new Call.SayAlbum(Place.chat("7"), List.of(photo()), new Target.MadeBy(new DeliveryId(4), 1))),
      Map.entry("""
          {"call":"edit-text","place":{"chat":"-5","topic":"9"},"message":{"target":"known","messageId":"12"},\
          "text":{"content":"text","text":"Hi","spans":[]},"buttons":[]}""",
          new Call.EditText(TOPIC, KNOWN, Content.Text.of("Hi"), List.of())),
      Map.entry("""
          {"call":"edit-caption","place":{"chat":"-5","topic":"9"},"message":{"target":"known","messageId":"12"},\
          "caption":{"content":"text","text":"Hi","spans":[]}}""",
          new Call.EditCaption(TOPIC, KNOWN, Content.Text.of("Hi"))),
      Map.entry("""
          {"call":"edit-buttons","place":{"chat":"-5","topic":"9"},"message":{"target":"known","messageId":"12"},\
          "buttons":[]}""", new Call.EditButtons(TOPIC, KNOWN, List.of())),
      Map.entry("""
          {"call":"pin","place":{"chat":"-5","topic":"9"},"message":{"target":"known","messageId":"12"}}""",
          new Call.Pin(TOPIC, KNOWN)),
      Map.entry("""
          {"call":"open-topic","place":{"chat":"-5","topic":null},"name":"#0001"}""",
          new Call.OpenTopic(Place.chat("-5"), "#0001")),
      Map.entry("""
          {"call":"close-topic","place":{"chat":"-5","topic":"9"}}""", new Call.CloseTopic(TOPIC)),
      Map.entry("""
          {"call":"reopen-topic","place":{"chat":"-5","topic":"9"}}""", new Call.ReopenTopic(TOPIC)),
      Map.entry("""
          {"call":"rename-topic","place":{"chat":"-5","topic":"9"},"name":"#0001"}""",
          new Call.RenameTopic(TOPIC, "#0001")),
      Map.entry("""
          {"call":"delete-topic","place":{"chat":"-5","topic":"9"}}""", new Call.DeleteTopic(TOPIC)),
      Map.entry("""
          {"call":"offer-commands","place":{"chat":"-5","topic":null},"direct":false,"language":"ru",\
          "offers":[{"command":"take","words":"Take it"}]}""",
          new Call.OfferCommands(Place.chat("-5"), false, "ru",
              List.of(new Call.OfferCommands.Offer("take", "Take it")))),
      Map.entry("""
          {"call":"answer-press","place":{"chat":"-5","topic":"9"},"press":"p","text":null,"alert":true}""",
          new Call.AnswerPress(TOPIC, "p", null, true)),
      Map.entry("""
          {"call":"react","place":{"chat":"-5","topic":"9"},"message":{"target":"known","messageId":"12"},\
          "emoji":"👌"}""", new Call.React(TOPIC, KNOWN, "👌")),
      Map.entry("""
          {"call":"delete","place":{"chat":"-5","topic":"9"},"message":{"target":"known","messageId":"12"}}""",
          new Call.Delete(TOPIC, KNOWN)),
      Map.entry("""
          {"call":"ask-member","place":{"chat":"-5","topic":null},"account":"77"}""",
          new Call.AskMember(Place.chat("-5"), "77")),
      Map.entry("""
          {"call":"ask-group","place":{"chat":"-5","topic":null}}""", new Call.AskGroup(Place.chat("-5"))));

  private static final Map<String, Content> CONTENTS = Map.of(
      """
      {"content":"text","text":"Hi","spans":[]}""", Content.Text.of("Hi"),
      """
      {"content":"media","kind":"photo","file":{"id":"f","size":3,"name":null,"mime":null},"caption":"",\
      "spans":[]}""", photo(),
      """
      {"content":"location","latitude":1.5,"longitude":2.5,"accuracy":null,"live":true}""",
      new Content.Location(1.5, 2.5, null, true),
      """
      {"content":"venue","latitude":1.5,"longitude":2.5,"title":"Cafe","address":"Street 1"}""",
      new Content.Venue(1.5, 2.5, "Cafe", "Street 1"),
      """
      {"content":"contact","phone":"+7","firstName":"Olena","lastName":null,"own":true}""",
      new Content.Contact("+7", "Olena", null, true),
      """
      {"content":"poll","question":"When?","options":["now"]}""", new Content.Poll("When?", List.of("now")),
      """
      {"content":"dice","emoji":"🎲","value":6}""", new Content.Dice("🎲", 6),
      """
      {"content":"unsupported","kind":"game"}""", new Content.Unsupported("game"));

  private static Content.Media photo() {
    return new Content.Media(MediaKind.PHOTO, new FileRef("f", 3L, null, null), "", List.of());
  }

  static Stream<Map.Entry<String, Call>> calls() {
    return CALLS.entrySet().stream();
  }

  static Stream<Map.Entry<String, Content>> contents() {
    return CONTENTS.entrySet().stream();
  }

  private static final Map<String, Keys> KEYS = Map.of(
      """
      {"keys":"shown","rows":[[{"text":"Yes","gives":"itself"},{"text":"My phone","gives":"phone"}],\
      [{"text":"I am here","gives":"position"}]],"once":true}""",
      new Keys.Shown(List.of(List.of(Keys.Key.saying("Yes"), Keys.Key.sharingPhone("My phone")),
          List.of(Keys.Key.sharingPosition("I am here"))), true),
      """
      {"keys":"gone"}""", new Keys.Gone());

  @Test
  void keys_are_read_and_written_as_they_always_were() {
    KEYS.forEach((json, keys) -> {
      String say = """
          {"call":"say","place":{"chat":"7","topic":null},"content":{"content":"text","text":"Hi","spans":[]},\
          "replyTo":null,"buttons":[],"keys":%s}""".formatted(json);
      Call call = new Call.Say(Place.chat("7"), Content.Text.of("Hi"), null, List.of(), keys);
      assertThat(Json.read(say, Call.class)).isEqualTo(call);
      assertThat(tree(Json.write(call))).isEqualTo(tree(say));
    });
    assertThat(KEYS.values()).extracting(keys -> keys.getClass().getSimpleName())
        .containsExactlyInAnyOrderElementsOf(permitted(Keys.class));
  }

  /// As the first versions wrote it; a message that leaves the keys alone is written so to this day.
  @Test
  void a_message_from_before_there_were_keys_is_said_without_any() {
    String old = """
        {"call":"say","place":{"chat":"7","topic":null},"content":{"content":"text","text":"Hi","spans":[]},\
        "replyTo":null,"buttons":[]}""";
    assertThat(Json.read(old, Call.class)).isEqualTo(PLAIN);
    assertThat(((Call.Say) Json.read(old, Call.class)).keys()).isNull();
    assertThat(Json.write(PLAIN)).doesNotContain("keys");
  }

  @Test
  void a_message_has_buttons_or_keys_and_a_keyboard_has_keys_that_say_something() {
    List<List<Button>> buttons = List.of(List.of(new Button("Take", "take:1")));
    assertThatThrownBy(() -> new Call.Say(TOPIC, Content.Text.of("Hi"), null, buttons, new Keys.Gone()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Keys.Shown(List.of(), false)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Keys.Shown(List.of(List.of()), false)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Keys.Key.saying(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void calls_are_read_and_written_as_they_always_were(Map.Entry<String, Call> sample) {
    assertThat(Json.read(sample.getKey(), Call.class)).isEqualTo(sample.getValue());
    assertThat(tree(Json.write(sample.getValue()))).isEqualTo(tree(sample.getKey()));
  }

  @ParameterizedTest
  @MethodSource("contents")
  void contents_are_read_and_written_as_they_always_were(Map.Entry<String, Content> sample) {
    assertThat(Json.read(sample.getKey(), Content.class)).isEqualTo(sample.getValue());
    assertThat(tree(Json.write(sample.getValue()))).isEqualTo(tree(sample.getKey()));
  }

  @Test
  void every_call_and_content_has_its_sample() {
    assertThat(CALLS.values()).extracting(Object::getClass).extracting(Class::getSimpleName)
        .containsExactlyInAnyOrderElementsOf(permitted(Call.class));
    assertThat(CONTENTS.values()).extracting(Object::getClass).extracting(Class::getSimpleName)
        .containsExactlyInAnyOrderElementsOf(permitted(Content.class));
  }

  @Test
  void the_kinds_of_files_keep_their_words() {
    assertThat(Arrays.stream(MediaKind.values()).map(MediaKind::type)).containsExactlyInAnyOrder("photo", "video",
        "animation", "document", "audio", "voice", "video_note", "sticker");
  }

  @Test
  void a_field_of_a_newer_program_is_skipped() {
    assertThat(Json.read("""
        {"call":"close-topic","place":{"chat":"-5","topic":"9","colour":"red"},"loudly":true}""", Call.class))
        .isEqualTo(new Call.CloseTopic(TOPIC));
  }

  private static List<String> permitted(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(type -> type.isSealed() ? permitted(type).stream() : Stream.of(type.getSimpleName())).toList();
  }

  private static Object tree(String json) {
    return Json.read(json, Object.class);
  }
}
