package playground;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// How bots see the world: the `Message`, `Chat` and `User` objects of the Bot API.
/// Used under the world's lock.
final class Rendering {
  private static final Set<String> WITHOUT_FILES = Set.of("text", "contact", "location", "venue", "poll", "dice", "checklist");

  private final World world;

  Rendering(World world) {
    this.world = world;
  }

  /// A message with the message it replies to, which never nests another.
  ObjectNode message(Room room, Post post, long bot) {
    var json = bare(room, post, bot, true);
    if (room.group()) quote(room, post, bot, json);
    else if (post.replyTo != 0) replied(room, post.replyTo, bot, json);
    return json;
  }

  /// In a topic every message without a reply of its own answers the message that made the topic;
  /// a reply to another topic is shown as an external one (facts 1.6).
  private void quote(Room room, Post post, long bot, ObjectNode json) {
    if (post.replyTo == 0) {
      if (post.thread != 0 && post.thread != post.id) replied(room, post.thread, bot, json);
      return;
    }
    var target = room.anyPost(post.replyTo).orElse(null);
    if (target == null) return;
    if (target.thread == post.thread) {
      replied(room, post.replyTo, bot, json);
      return;
    }
    var external = Json.object();
    external.set(
        "origin",
        Json.object()
            .put("type", "user")
            .put("date", target.date)
            .set("sender_user", world.account(target.from).json()));
    external.set("chat", chat(room));
    external.put("message_id", target.id);
    json.set("external_reply", external);
  }

  private void replied(Room room, int id, long bot, ObjectNode json) {
    room.anyPost(id).ifPresent(target -> json.set("reply_to_message", bare(room, target, bot, false)));
  }

  private ObjectNode bare(Room room, Post post, long bot, boolean outer) {
    var json = Json.object().put("message_id", post.id);
    json.set("from", world.account(post.from).json());
    if (post.anonymous) json.set("sender_chat", chat(room));
    json.set("chat", chat(room));
    json.put("date", post.date);
    if (post.edited != 0) json.put("edit_date", post.edited);
    if (post.thread != 0) json.put("message_thread_id", post.thread).put("is_topic_message", true);
    if (post.album != null) json.put("media_group_id", post.album);
    if (post.forward != null) json.setAll(post.forward);
    if (post.quote != null) json.set("quote", post.quote);
    content(room, post, bot, json, outer);
    if (post.inlineKeyboard()) json.set("reply_markup", post.markup);
    return json;
  }

  private void content(Room room, Post post, long bot, ObjectNode json, boolean outer) {
    var type = post.type();
    if (type.equals("pinned_message")) {
      var pinned = room.anyPost(post.about);
      if (outer && pinned.isPresent()) json.set(type, bare(room, pinned.get(), bot, false));
    } else if (post.service() || WITHOUT_FILES.contains(type)) {
      json.setAll(post.content);
    } else {
      json.setAll((ObjectNode) world.files.shownTo(bot, post.content));
    }
  }

  ObjectNode chat(Room room) {
    var json = Json.object().put("id", room.id);
    if (room.group()) {
      json.put("title", room.title);
      if (room.username != null) json.put("username", room.username);
      if (room.forum) json.put("is_forum", true);
      if (room.kind == Room.Kind.GROUP) json.put("all_members_are_administrators", false);
    } else {
      var person = world.account(room.id);
      json.put("first_name", person.firstName());
      if (person.lastName() != null) json.put("last_name", person.lastName());
      if (person.username() != null) json.put("username", person.username());
    }
    return json.put("type", room.kind.field());
  }
}
