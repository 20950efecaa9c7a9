package playground;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What happens in rooms, and which bots are told of it. Used under the world's lock.
final class Traffic {
  private static final long DAY = 24 * 3_600_000L;
  static final long CALLBACK_LIFE = 150_000;

  private final World world;

  Traffic(World world) {
    this.world = world;
  }

  /// A message that nobody has seen yet; `publish` puts it into the room.
  Post draft(Room room, long from, ObjectNode content) {
    return new Post(room.nextId(), from, world.now(), content);
  }

  void publish(Room room, Post post) {
    room.add(post);
    tell(room, post, "message");
    world.touch(room);
  }

  void edited(Room room, Post post) {
    post.edited = world.now();
    tell(room, post, "edited_message");
    world.touch(room);
  }

  void delete(Room room, Post post) {
    post.deleted = true;
    post.pinned = false;
    world.touch(room);
  }

  Topic createTopic(Room room, long creator, String name, int color) {
    var content = Json.object();
    content.set("forum_topic_created", Json.object().put("name", name).put("icon_color", color));
    var post = draft(room, creator, content);
    post.thread = post.id;
    var topic = new Topic(post.id, name, color, creator);
    room.topics.put(topic.id, topic);
    publish(room, post);
    return topic;
  }

  void renameTopic(Room room, Topic topic, long by, String name) {
    topic.name = name;
    service(room, topic.id, by, "forum_topic_edited", Json.object().put("name", name));
  }

  void closeTopic(Room room, Topic topic, long by, boolean closed) {
    topic.closed = closed;
    service(room, topic.id, by, closed ? "forum_topic_closed" : "forum_topic_reopened", Json.object());
  }

  void deleteTopic(Room room, Topic topic) {
    topic.deleted = true;
    for (var post : room.posts()) if (post.thread == topic.id) post.deleted = true;
    world.touch(room);
  }

  void pin(Room room, Post post, long by) {
    post.pinned = true;
    var content = Json.object();
    content.set("pinned_message", Json.object());
    var notice = draft(room, by, content);
    notice.thread = post.thread;
    notice.about = post.id;
    publish(room, notice);
  }

  void service(Room room, int thread, long by, String type, ObjectNode value) {
    var content = Json.object();
    content.set(type, value);
    var post = draft(room, by, content);
    post.thread = thread;
    publish(room, post);
  }

  /// A press of a button; the owner of the message hears of it.
  void pressed(Room room, Post post, Account by, Press press) {
    var bot = world.bot(post.from).orElseThrow(() -> new IllegalArgumentException("no bot's message"));
    var query = Json.object().put("id", press.id());
    query.set("from", by.json());
    if (post.deleted) {
      var gone = Json.object().put("message_id", post.id).put("date", 0);
      gone.set("chat", world.rendering.chat(room));
      query.set("message", gone);
    } else {
      query.set("message", world.rendering.message(room, post, bot.id()));
    }
    query.put("chat_instance", Long.toString(-room.id * 7 + bot.id())).put("data", press.data());
    world.presses.put(press.id(), press);
    send(bot, "callback_query", "u" + by.id(), CALLBACK_LIFE, query);
    world.touch(room);
  }

  void reacted(Room room, Post post, Account by, List<String> before, List<String> now) {
    if (before.equals(now)) return;
    if (now.isEmpty()) post.reactions.remove(by.id());
    else post.reactions.put(by.id(), now);
    world.touch(room);
    if (by.bot()) return;
    var reaction = Json.object();
    reaction.set("chat", world.rendering.chat(room));
    reaction.put("message_id", post.id).set("user", by.json());
    reaction.put("date", world.now());
    reaction.set("old_reaction", Reactions.json(before));
    reaction.set("new_reaction", Reactions.json(now));
    for (var bot : listeners(room)) {
      if (room.group() && !room.member(bot.id()).administers()) continue;
      send(bot, "message_reaction", "r" + room.id, DAY, reaction);
    }
  }

  /// Somebody's standing in a group, or a person's block of a bot, has changed.
  void stands(Room room, Account whom, Account by, Member before, Member now) {
    var change = Json.object();
    change.set("chat", world.rendering.chat(room));
    change.set("from", by.json());
    change.put("date", world.now());
    change.set("old_chat_member", before.json(whom));
    change.set("new_chat_member", now.json(whom));
    world.bot(whom.id()).ifPresent(bot -> send(bot, "my_chat_member", "m" + room.id, DAY, change));
    if (room.group()) {
      for (var bot : listeners(room)) {
        if (bot.id() != whom.id() && room.member(bot.id()).administers()) {
          send(bot, "chat_member", "u" + whom.id(), DAY, change);
        }
      }
    }
    world.touch(room);
  }

  private void tell(Room room, Post post, String kind) {
    boolean byBot = world.account(post.from).bot() && !post.anonymous;
    if (byBot && !post.service()) return;
    for (var bot : listeners(room)) {
      if (!bot.mailbox.wants(kind) || !sees(room, post, bot)) continue;
      send(bot, kind, "c" + room.id, DAY, world.rendering.message(room, post, bot.id()));
    }
  }

  private List<Bot> listeners(Room room) {
    if (!room.group()) return world.bot(room.bot).map(List::of).orElse(List.of());
    return room.members.entrySet().stream()
        .filter(entry -> entry.getValue().present())
        .map(entry -> world.bot(entry.getKey()))
        .flatMap(Optional::stream)
        .toList();
  }

  /// Bots that are no administrators have privacy mode on: commands, replies to them, service messages.
  private boolean sees(Room room, Post post, Bot bot) {
    if (!room.group() || post.service() || room.member(bot.id()).administers()) return true;
    if (post.content.path("text").asString("").startsWith("/")) return true;
    return room.anyPost(post.replyTo).filter(target -> target.from == bot.id()).isPresent();
  }

  private void send(Bot bot, String kind, String lane, long life, ObjectNode value) {
    if (!bot.mailbox.wants(kind)) return;
    bot.mailbox.add(
        lane,
        world.clock.millis() + life,
        id -> {
          var update = Json.object().put("update_id", id);
          update.set(kind, value);
          return update;
        });
  }
}
