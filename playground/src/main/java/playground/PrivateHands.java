package playground;

import java.util.List;

/// A person in the private chat with a bot.
public final class PrivateHands extends Hands {

  PrivateHands(World world, Room room, Account who) {
    super(world, room, who, 0, false);
  }

  /// Presses «Start».
  public int starts() {
    return writes("/start");
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
