package playground;

import java.time.Duration;
import java.util.Optional;

/// A pressed button, until and after the bot has answered it.
public final class Press {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final World world;
  private final String id;
  private final String room;
  private final long bot;
  private final long by;
  private final int messageId;
  private final String data;
  private final long pressedAt;
  private String text;
  private boolean alert;

  Press(World world, Room room, Post post, long by, String data) {
    this.world = world;
    this.id = world.issue();
    this.room = room.key();
    this.bot = post.from;
    this.by = by;
    this.messageId = post.id;
    this.data = data;
    this.pressedAt = world.clock.millis();
  }

  /// The callback query's id.
  public String id() {
    return id;
  }

  public long by() {
    return by;
  }

  public int messageId() {
    return messageId;
  }

  public String data() {
    return data;
  }

  /// Waits up to 10 seconds for the bot's answer: the text it shows, or an empty one.
  public String answer() {
    return answer(PATIENCE);
  }

  /// The answer, or an `AssertionError` when there is none in time.
  public String answer(Duration patience) {
    Waiting.until(world, patience, () -> answered().isPresent(), "the bot answers the pressed button");
    return answered().orElseThrow();
  }

  /// The answer if there is one already.
  public Optional<String> answered() {
    return world.locked(() -> Optional.ofNullable(text));
  }

  /// Whether the answer asked for a window instead of a passing notice.
  public boolean alert() {
    return world.locked(() -> alert);
  }

  void answered(String answer, boolean asAlert) {
    if (text != null) return;
    text = answer;
    alert = asAlert;
  }

  String room() {
    return room;
  }

  long bot() {
    return bot;
  }

  long pressedAt() {
    return pressedAt;
  }
}
