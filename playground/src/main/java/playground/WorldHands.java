package playground;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What people do, asked for in JSON: the same hands that tests have.
final class WorldHands {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final World world;

  WorldHands(World world) {
    this.world = world;
  }

  /// Does what the action names and answers with the ids that came of it.
  ObjectNode act(String action, JsonNode order) {
    var hands = hands(order);
    int message = order.path("message").asInt(0);
    var text = order.path("text").asString("");
    var done = Json.object();
    switch (action) {
      case "write" -> done.put("id", write(hands, message, text, order.path("quote").asString("")));
      case "forward" -> done.put("id", forward(hands, origin(order.path("from")), text, order));
      case "start" -> done.put("id", inPrivate(hands).starts(text));
      case "send" -> done.put("id", hands.replies(message, media(order, hands)));
      case "album" -> album(hands, text).forEach(done.putArray("ids")::add);
      case "edit" -> hands.edits(message, text);
      case "react" -> hands.reacts(message, text.isEmpty() ? new String[0] : new String[] {text});
      case "delete" -> hands.deletes(message);
      case "move" -> hands.moves(message, order.path("latitude").asDouble(0), order.path("longitude").asDouble(0));
      case "stop" -> hands.stops(message);
      case "tap" -> done.put("id", inPrivate(hands).taps(text));
      case "press" -> press(hands.presses(message, text), done);
      case "block" -> inPrivate(hands).blocks();
      case "unblock" -> inPrivate(hands).unblocks();
      case "create-topic" -> done.put("thread", inGroup(hands).createsTopic(text).threadId());
      case "close-topic" -> inGroup(hands).closes();
      case "reopen-topic" -> inGroup(hands).reopens();
      case "rename-topic" -> inGroup(hands).renames(text);
      case "delete-topic" -> inGroup(hands).deletesTopic();
      default -> throw new IllegalArgumentException("nobody can " + action);
    }
    return done;
  }

  private static int write(Hands hands, int message, String text, String quote) {
    if (message == 0) return hands.writes(text);
    return quote.isEmpty() ? hands.replies(message, text) : hands.quotes(message, quote, text);
  }

  /// With `media` a file, else words.
  private int forward(Hands hands, Origin from, String text, JsonNode order) {
    return order.has("media") ? hands.forwards(from, media(order, hands)) : hands.forwards(from, text);
  }

  private static Origin origin(JsonNode from) {
    var name = from.path("name").asString("Lasha");
    return switch (from.path("type").asString("person")) {
      case "person" -> Origin.person(from.path("id").asLong(777), name);
      case "hidden" -> Origin.hidden(name);
      case "channel" -> Origin.channel(name, from.path("username").stringValue(null), from.path("message").asInt(1));
      default -> throw new IllegalArgumentException("forwards come from a person, hidden, or channel");
    };
  }

  private Hands hands(JsonNode order) {
    return world.locked(
        () -> {
          var who = world.account(order.path("person").asLong(0));
          var key = order.path("room").asString("");
          if (key.indexOf(':') > 0) {
            long bot = Long.parseLong(key.substring(0, key.indexOf(':')));
            return new PrivateHands(world, world.privateRoom(bot, who.id()), who);
          }
          var room = world.room(key).orElseThrow(() -> new IllegalArgumentException("there is no room " + key));
          boolean anonymous = order.path("anonymous").asBoolean(false);
          return new GroupHands(world, room, who, order.path("thread").asInt(0), anonymous);
        });
  }

  private static PrivateHands inPrivate(Hands hands) {
    if (hands instanceof PrivateHands chat) return chat;
    throw new IllegalArgumentException("only in a private chat");
  }

  private static GroupHands inGroup(Hands hands) {
    if (hands instanceof GroupHands group) return group;
    throw new IllegalArgumentException("only in a group");
  }

  /// Waits for the bot's answer, so that the page can show it; `answered` is false when none came.
  private static void press(Press press, ObjectNode done) {
    done.put("id", press.id());
    try {
      done.put("answer", press.answer(PATIENCE)).put("alert", press.alert()).put("answered", true);
    } catch (AssertionError e) {
      done.put("answered", false);
    }
  }

  private static List<Integer> album(Hands hands, String caption) {
    var media = new ArrayList<Media>();
    media.add(caption.isEmpty() ? Media.photo() : Media.photo(caption));
    media.add(Media.photo());
    media.add(Media.photo());
    return hands.album(media.toArray(Media[]::new));
  }

  private static Media poll(JsonNode order) {
    var options = order.path("options").valueStream().map(JsonNode::asString).toArray(String[]::new);
    return Media.poll(order.path("question").asString("?"), options);
  }

  private static Media checklist(JsonNode order) {
    var tasks = order.path("options").valueStream().map(JsonNode::asString).toArray(String[]::new);
    return Media.checklist(order.path("question").asString("?"), 1, tasks);
  }

  private Media media(JsonNode order, Hands hands) {
    var caption = order.path("text").asString("");
    var media =
        switch (order.path("media").asString("")) {
          case "photo" -> Media.photo();
          case "video" -> Media.video();
          case "animation" -> Media.animation();
          case "document" -> Media.document(order.path("name").asString("report.txt"));
          case "audio" -> Media.audio();
          case "voice" -> Media.voice();
          case "video_note" -> Media.videoNote();
          case "sticker" -> Media.sticker("👋");
          case "location" -> Media.location(PrivateHands.LATITUDE, PrivateHands.LONGITUDE);
          case "live_location" -> Media.live(PrivateHands.LATITUDE, PrivateHands.LONGITUDE);
          case "venue" -> Media.venue("Otklik", "Rustaveli 1", PrivateHands.LATITUDE, PrivateHands.LONGITUDE);
          case "contact" -> Media.contact(hands.phone(), new Person(world, hands.who));
          case "poll" -> poll(order);
          case "checklist" -> checklist(order);
          case "spoiler" -> Media.photo().covered();
          case "dice" -> Media.dice("🎲", 1 + (int) (world.locked(world::version) % 6));
          default -> throw new IllegalArgumentException("unknown media");
        };
    return caption.isEmpty() ? media : media.caption(caption);
  }
}
