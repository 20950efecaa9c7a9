package playground;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Something other than text that a person can send. Every value makes a new file when it is sent.
public final class Media {
  private final Function<World, ObjectNode> make;
  private final String caption;

  private Media(Function<World, ObjectNode> make, String caption) {
    this.make = make;
    this.caption = caption;
  }

  /// The same media with a caption.
  public Media caption(String text) {
    return new Media(make, text);
  }

  /// A drawn picture of 800 × 600.
  public static Media photo() {
    return new Media(
        world -> store(world, Files.Kind.PHOTO, "photo.png", "image/png", Picture.png(320, picture(world)), Json.object()),
        null);
  }

  public static Media photo(String caption) {
    return photo().caption(caption);
  }

  public static Media video() {
    return file(Files.Kind.VIDEO, "video.mp4", "video/mp4", moving(13, 640, 480));
  }

  /// An animation, which Telegram shows as a document too.
  public static Media animation() {
    return file(Files.Kind.ANIMATION, "animation.mp4", "video/mp4", moving(3, 480, 270));
  }

  public static Media document(String name) {
    return document(name, "text/plain", ("A sample file called " + name + ".\n").getBytes(StandardCharsets.UTF_8));
  }

  public static Media document(String name, String mime, byte[] bytes) {
    return new Media(world -> store(world, Files.Kind.DOCUMENT, name, mime, bytes, Json.object()), null);
  }

  public static Media audio() {
    return file(
        Files.Kind.AUDIO,
        "audio.mp3",
        "audio/mpeg",
        Json.object().put("duration", 125).put("performer", "Otklik").put("title", "Hold music"));
  }

  public static Media voice() {
    return file(Files.Kind.VOICE, "voice.ogg", "audio/ogg", Json.object().put("duration", 4));
  }

  public static Media videoNote() {
    return file(Files.Kind.VIDEO_NOTE, "note.mp4", "video/mp4", Json.object().put("duration", 6).put("length", 240));
  }

  public static Media sticker(String emoji) {
    var details = Json.object().put("width", 512).put("height", 512).put("emoji", emoji);
    details.put("type", "regular").put("is_animated", false).put("is_video", false);
    return file(Files.Kind.STICKER, "sticker.webp", "image/webp", details);
  }

  public static Media location(double latitude, double longitude) {
    return plain("location", point(latitude, longitude));
  }

  /// @param accuracy radius of uncertainty in metres
  public static Media location(double latitude, double longitude, double accuracy) {
    return plain("location", point(latitude, longitude).put("horizontal_accuracy", accuracy));
  }

  /// A position that goes on changing, see [Hands#moves].
  public static Media live(double latitude, double longitude) {
    return plain("location", point(latitude, longitude).put("live_period", 3_600));
  }

  /// A venue, which Telegram sends with its location beside it.
  public static Media venue(String title, String address, double latitude, double longitude) {
    var venue = Json.object();
    venue.set("location", point(latitude, longitude));
    venue.put("title", title).put("address", address);
    var content = Json.object();
    content.set("venue", venue);
    content.set("location", point(latitude, longitude));
    return new Media(_ -> content, null);
  }

  public static Media contact(String phone, String firstName) {
    return plain("contact", Json.object().put("phone_number", phone).put("first_name", firstName));
  }

  /// Somebody's contact with the Telegram id of its owner; a person's own one is the way to prove a number.
  public static Media contact(String phone, Person owner) {
    var contact = Json.object().put("phone_number", phone).put("first_name", owner.firstName());
    return plain("contact", contact.put("user_id", owner.id()));
  }

  public static Media poll(String question, String... options) {
    return new Media(world -> poll(world, question, List.of(options)), null);
  }

  /// A list of tasks, the first ones of which are done.
  public static Media checklist(String title, int done, String... tasks) {
    var list = Json.object().put("title", title);
    var items = list.putArray("tasks");
    for (int i = 0; i < tasks.length; i++) {
      var task = items.addObject().put("id", i + 1).put("text", tasks[i]);
      if (i < done) task.put("completion_date", 1);
    }
    return plain("checklist", list);
  }

  /// The same covered until somebody touches it.
  public Media covered() {
    return new Media(world -> make.apply(world).put("has_media_spoiler", true), caption);
  }

  public static Media dice(String emoji, int value) {
    return plain("dice", Json.object().put("emoji", emoji).put("value", value));
  }

  ObjectNode content(World world) {
    var content = make.apply(world);
    return caption == null ? content : Wording.typed(caption).asCaption(content);
  }

  static ObjectNode poll(World world, String question, List<String> options) {
    var poll = Json.object().put("id", world.issue()).put("question", question);
    var list = poll.putArray("options");
    for (var option : options) list.add(Json.object().put("text", option).put("voter_count", 0));
    poll.put("total_voter_count", 0).put("is_closed", false).put("is_anonymous", true);
    poll.put("type", "regular").put("allows_multiple_answers", false);
    var content = Json.object();
    content.set("poll", poll);
    return content;
  }

  private static int picture(World world) {
    return (int) (world.files.count() / 3);
  }

  private static Media plain(String type, ObjectNode value) {
    var content = Json.object();
    content.set(type, value);
    return new Media(_ -> content, null);
  }

  private static Media file(Files.Kind kind, String name, String mime, ObjectNode details) {
    var bytes = ("A sample " + kind.field() + " of the playground.").getBytes(StandardCharsets.UTF_8);
    return new Media(world -> store(world, kind, name, mime, bytes, details), null);
  }

  private static ObjectNode store(
      World world, Files.Kind kind, String name, String mime, byte[] bytes, ObjectNode details) {
    return new Shelf(world.files).store(kind, name, mime, bytes, details);
  }

  private static ObjectNode moving(int seconds, int width, int height) {
    return Json.object().put("duration", seconds).put("width", width).put("height", height);
  }

  static ObjectNode point(double latitude, double longitude) {
    return Json.object().put("latitude", latitude).put("longitude", longitude);
  }
}
