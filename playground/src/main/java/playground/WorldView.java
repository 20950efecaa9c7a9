package playground;

import java.util.HashMap;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The world as the page reads it. Used under the world's lock.
final class WorldView {
  private static final int MOST_MESSAGES = 300;
  private static final int QUOTE = 120;

  private final World world;
  private final Faults faults;

  WorldView(World world, Faults faults) {
    this.world = world;
    this.faults = faults;
  }

  /// Who and what there is, without the messages.
  ObjectNode state() {
    var state = Json.object().put("version", world.version());
    var bots = state.putArray("bots");
    world.bots.values().forEach(bot -> bots.add(bot(bot)));
    var people = state.putArray("people");
    world.accounts.values().stream().filter(account -> !account.bot()).forEach(person -> people.add(person(person)));
    var groups = state.putArray("groups");
    world.groups.values().stream().filter(room -> room.migratedTo == 0).forEach(room -> groups.add(group(room)));
    state.put("limits", world.limits.on).put("refused", world.limits.refusals.get());
    var troubles = state.putArray("faults");
    for (var trouble : faults.on()) {
      troubles.add(Json.object().put("kind", trouble.fault().kind().name()).put("secondsLeft", trouble.secondsLeft()));
    }
    return state;
  }

  private ObjectNode bot(Bot bot) {
    var push = bot.mailbox.push;
    var json = Json.object().put("id", bot.id()).put("username", bot.username()).put("name", bot.account().firstName());
    json.put("webhook", push == null ? null : push.webhook().url());
    json.put("polledSecondsAgo", bot.lastPoll == 0 ? -1 : (world.clock.millis() - bot.lastPoll) / 1000);
    return json.put("pending", bot.mailbox.size());
  }

  private ObjectNode person(Account account) {
    var hint = world.hints.getOrDefault(account.id(), Hint.NONE);
    var json = account.json();
    json.put("inviteCode", hint.inviteCode()).put("note", hint.note()).put("phone", hint.phone()).put("bot", hint.bot());
    var chats = json.putArray("chats");
    for (var room : world.privates.values()) {
      if (room.id == account.id()) chats.add(privateChat(room));
    }
    return json;
  }

  private ObjectNode privateChat(Room room) {
    var json = Json.object().put("room", room.key()).put("bot", room.bot);
    json.put("started", room.started).put("blocked", room.blocked).put("last", room.nextId() - 1);
    if (room.keyboard != null) json.set("keyboard", room.keyboard);
    return json;
  }

  private ObjectNode group(Room room) {
    var json = Json.object().put("id", room.id).put("room", room.key());
    json.put("title", room.title).put("kind", room.kind.field()).put("forum", room.forum);
    var members = json.putArray("members");
    var bots = json.putArray("bots");
    room.members.forEach(
        (id, member) -> {
          var account = world.account(id);
          if (account.bot()) bots.add(id);
          if (account.bot() || !member.present()) return;
          var note = world.hints.getOrDefault(id, Hint.NONE).note();
          members.add(account.json().put("note", note));
        });
    var newest = new HashMap<Integer, Post>();
    for (var post : room.posts()) if (!post.deleted) newest.put(post.thread, post);
    json.putObject("general").put("last", newest.containsKey(0) ? newest.get(0).id : 0);
    var topics = json.putArray("topics");
    for (var topic : room.topics.values()) if (!topic.deleted) topics.add(topic(topic, newest.get(topic.id)));
    return json;
  }

  private static ObjectNode topic(Topic topic, Post last) {
    var json = Json.object().put("id", topic.id).put("name", topic.name);
    json.put("closed", topic.closed).put("color", topic.color);
    return last == null ? json : json.put("last", last.id).put("snippet", snippet(last)).put("type", last.type());
  }

  /// The newest messages of a room, or with a thread those of one topic (0 is General).
  ArrayNode messages(Room room, Integer thread) {
    List<Post> posts =
        room.posts().stream()
            .filter(post -> !post.deleted && (thread == null || post.thread == thread))
            .toList();
    var list = Json.array();
    for (var post : posts.subList(Math.max(0, posts.size() - MOST_MESSAGES), posts.size())) list.add(message(room, post));
    return list;
  }

  private ObjectNode message(Room room, Post post) {
    var json = Json.object().put("id", post.id).put("thread", post.thread).put("type", post.type());
    json.set("from", world.account(post.from).json());
    json.put("date", post.date).put("edited", post.edited != 0).put("pinned", post.pinned);
    json.put("service", post.service()).put("album", post.album);
    json.put("forwarded", post.forward != null);
    if (post.quote != null) json.put("quote", post.quote.path("text").asString(""));
    json.set("content", post.content);
    if (post.inlineKeyboard()) json.set("buttons", post.markup.path("inline_keyboard"));
    int answered = post.service() ? post.about : post.replyTo;
    if (answered != 0) room.post(answered).ifPresent(target -> json.set("reply", quote(target)));
    var reactions = json.putArray("reactions");
    post.reactions.forEach(
        (by, emoji) -> emoji.forEach(each -> reactions.add(Json.object().put("emoji", each).put("by", by))));
    return json;
  }

  private ObjectNode quote(Post post) {
    return Json.object()
        .put("id", post.id)
        .put("from", world.account(post.from).firstName())
        .put("type", post.type())
        .put("text", snippet(post));
  }

  private static String snippet(Post post) {
    var text = post.content.path("text").asString(post.content.path("caption").asString(""));
    return text.length() <= QUOTE ? text : text.substring(0, QUOTE) + "…";
  }
}
