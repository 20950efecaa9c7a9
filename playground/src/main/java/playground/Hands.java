package playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A person's hands in one place: what they do there, and what they see there.
/// Everything is told to the bots before the method returns. Ids are message ids.
public sealed class Hands permits PrivateHands, GroupHands {
  final World world;
  final Room room;
  final Account who;
  final int thread;
  final boolean anonymous;

  Hands(World world, Room room, Account who, int thread, boolean anonymous) {
    this.world = world;
    this.room = room;
    this.who = who;
    this.thread = thread;
    this.anonymous = anonymous;
  }

  public int writes(String text) {
    return put(Wording.typed(text).asText(), 0, null);
  }

  /// Writes with entities of the writer's own, in the Bot API's shape.
  public int writes(String text, JsonNode entities) {
    Entities.check(text, entities);
    return put(new Wording(text, Entities.tidy(entities, text.length())).asText(), 0, null);
  }

  public int replies(int to, String text) {
    return put(Wording.typed(text).asText(), to, null);
  }

  public int replies(int to, Media media) {
    return world.locked(() -> put(media.content(world), to, null));
  }

  /// Sends on what somebody else has said.
  public int forwards(Origin from, String text) {
    return put(Wording.typed(text).asText(), 0, null, from, null);
  }

  public int forwards(Origin from, Media media) {
    return world.locked(() -> put(media.content(world), 0, null, from, null));
  }

  /// Answers a part of a message.
  public int quotes(int to, String part, String text) {
    return world.locked(
        () -> {
          int position = Message.of(seen(to)).text().indexOf(part);
          if (position < 0) throw new IllegalArgumentException("message " + to + " doesn't say: " + part);
          var quote = Json.object().put("text", part).put("position", position).put("is_manual", true);
          return put(Wording.typed(text).asText(), to, null, null, quote);
        });
  }

  public int sends(Media media) {
    return replies(0, media);
  }

  /// Sends an album: separate messages with consecutive ids and one album id.
  public List<Integer> album(Media... media) {
    return world.locked(
        () -> {
          var album = world.issue();
          var ids = new ArrayList<Integer>();
          for (var each : media) ids.add(put(each.content(world), 0, album));
          return List.copyOf(ids);
        });
  }

  /// Changes the text, or the caption, of an own message. The same words again are no edit.
  public void edits(int id, String text) {
    world.locked(
        () -> {
          var post = seen(id);
          if (post.from != author()) throw new IllegalArgumentException("message " + id + " is somebody else's");
          var changed = reworded(post.content, Wording.typed(text));
          if (changed.equals(post.content)) return;
          post.content = changed;
          world.traffic.edited(room, post);
        });
  }

  /// The person whose live position this is has gone on.
  public void moves(int id, double latitude, double longitude) {
    world.locked(
        () -> {
          var post = seen(id);
          if (!post.content.path("location").has("live_period"))
            throw new IllegalArgumentException("message " + id + " is no live position");
          var moved = post.content.deepCopy();
          moved.set("location", Media.point(latitude, longitude).put("live_period", 3_600));
          post.content = moved;
          world.traffic.edited(room, post);
        });
  }

  /// The person stops sharing where they are.
  public void stops(int id) {
    world.locked(
        () -> {
          var post = seen(id);
          var stopped = post.content.deepCopy();
          ((ObjectNode) stopped.path("location")).remove("live_period");
          if (stopped.equals(post.content)) throw new IllegalArgumentException("message " + id + " is no live position");
          post.content = stopped;
          world.traffic.edited(room, post);
        });
  }

  private static ObjectNode reworded(ObjectNode content, Wording wording) {
    if (content.has("text")) return wording.asText();
    return wording.asCaption(content.deepCopy().without(List.of("caption", "caption_entities")));
  }

  /// Puts the emoji on a message; none takes the reaction away.
  public void reacts(int id, String... emoji) {
    world.locked(
        () -> {
          var post = seen(id);
          var before = post.reactions.getOrDefault(who.id(), List.of());
          world.traffic.reacted(room, post, who, before, List.of(emoji));
        });
  }

  /// Presses the button with this text or this data.
  public Press presses(int id, String textOrData) {
    return world.locked(
        () -> {
          var post = seen(id);
          var button =
              Message.of(post)
                  .button(textOrData)
                  .orElseThrow(() -> new IllegalArgumentException("no button " + textOrData + " on message " + id));
          if (button.data() == null) throw new IllegalArgumentException("the button tells the bot nothing");
          return press(post, button.data());
        });
  }

  /// Presses a button of a message that is no longer there or has no such button any more, as a
  /// slow client can.
  public Press pressesStale(int id, String data) {
    return world.locked(() -> press(room.anyPost(id).orElseThrow(), data));
  }

  /// Deletes for everyone. Bots are not told, as at Telegram.
  public void deletes(int id) {
    world.locked(() -> world.traffic.delete(room, seen(id)));
  }

  /// What stands here now, deleted messages left out, oldest first.
  public List<Message> messages() {
    return world.locked(
        () -> room.posts().stream().filter(post -> !post.deleted && here(post)).map(Message::of).toList());
  }

  public List<Message> messages(Predicate<Message> wanted) {
    return messages().stream().filter(wanted).toList();
  }

  /// The message, deleted or not.
  public Optional<Message> message(int id) {
    return world.locked(() -> room.anyPost(id).map(Message::of));
  }

  public Optional<Message> last() {
    return world.locked(
        () -> room.posts().reversed().stream().filter(post -> !post.deleted && here(post)).findFirst().map(Message::of));
  }

  /// The person's own number, the same every time.
  String phone() {
    return "99555512" + who.id() % 10_000;
  }

  boolean here(Post post) {
    return true;
  }

  int put(ObjectNode content, int replyTo, String album) {
    return put(content, replyTo, album, null, null);
  }

  private int put(ObjectNode content, int replyTo, String album, Origin from, ObjectNode quote) {
    return world.locked(
        () -> {
          mayWrite();
          var post = world.traffic.draft(room, author(), content);
          post.thread = thread;
          post.replyTo = replyTo;
          post.album = album;
          post.anonymous = anonymous;
          post.quote = quote;
          if (from != null) {
            post.forward = Json.object();
            post.forward.set("forward_origin", from.at(post.date));
          }
          world.traffic.publish(room, post);
          return post.id;
        });
  }

  void mayWrite() {}

  private long author() {
    return anonymous ? Account.ANONYMOUS_ADMIN.id() : who.id();
  }

  private Post seen(int id) {
    return room.post(id).orElseThrow(() -> new IllegalArgumentException("there is no message " + id));
  }

  private Press press(Post post, String data) {
    var press = new Press(world, room, post, who.id(), data);
    world.traffic.pressed(room, post, who, press);
    return press;
  }
}
