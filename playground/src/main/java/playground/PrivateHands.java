package playground;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A person in the private chat with a bot.
public final class PrivateHands extends Hands {
  static final double LATITUDE = 41.6938;
  static final double LONGITUDE = 44.8015;

  PrivateHands(World world, Room room, Account who) {
    super(world, room, who, 0, false);
  }

  /// Presses «Start».
  public int starts() {
    return writes("/start");
  }

  /// Has pressed «Start» long ago: the bot may write, and isn't told.
  public void opens() {
    world.locked(() -> room.started = true);
  }

  /// Follows an invitation link: `/start PAYLOAD`.
  public int starts(String payload) {
    return writes("/start " + payload);
  }

  /// Blocks the bot: it is told `kicked`, and its calls to this chat are refused.
  public void blocks() {
    stand(true);
  }

  public void unblocks() {
    stand(false);
  }

  /// The texts of the keyboard that the bot shows instead of letters; empty when there is none.
  public List<String> keyboard() {
    return world.locked(
        () ->
            room.keyboard == null
                ? List.<String>of()
                : room.keyboard.path("keyboard").valueStream()
                    .flatMap(row -> row.valueStream())
                    .map(button -> button.isString() ? button.stringValue() : button.path("text").asString(""))
                    .toList());
  }

  /// Presses a key of that keyboard: says its text, or shares the person's own number or a position, as the key asks.
  /// Keys that are shown once step aside.
  public int taps(String key) {
    var asked = key(key);
    if (asked.path("request_contact").asBoolean(false)) return shares(Media.contact(phone(), new Person(world, who)));
    if (asked.path("request_location").asBoolean(false)) return shares(Media.location(LATITUDE, LONGITUDE));
    return aside(writes(key));
  }

  /// Presses a key that asks for a number or a position, and shares this one.
  public int taps(String key, Media shared) {
    var asked = key(key);
    var content = world.locked(() -> shared.content(world));
    boolean fits =
        asked.path("request_contact").asBoolean(false) && content.has("contact")
            || asked.path("request_location").asBoolean(false) && content.has("location");
    if (!fits) throw new IllegalArgumentException("the key " + key + " doesn't ask for that");
    return shares(shared);
  }

  private JsonNode key(String text) {
    return world.locked(
        () ->
            Optional.ofNullable(room.keyboard).stream()
                .flatMap(shown -> shown.path("keyboard").valueStream())
                .flatMap(JsonNode::valueStream)
                .filter(key -> key.isString() ? key.stringValue().equals(text) : key.path("text").asString("").equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no key " + text)));
  }

  private int shares(Media media) {
    return aside(sends(media));
  }

  private int aside(int sent) {
    world.locked(
        () -> {
          if (room.keyboard != null && room.keyboard.path("one_time_keyboard").asBoolean(false)) room.keyboard = null;
          world.touch(null);
        });
    return sent;
  }

  @Override
  void mayWrite() {
    if (room.blocked) throw new IllegalStateException("the bot is blocked: unblock it first");
    room.started = true;
  }

  private void stand(boolean blocked) {
    world.locked(
        () -> {
          if (room.blocked == blocked) return;
          room.blocked = blocked;
          var bot = world.account(room.bot);
          var before = blocked ? Member.PLAIN : Member.KICKED;
          world.traffic.stands(room, bot, who, before, blocked ? Member.KICKED : Member.PLAIN);
        });
  }
}
