package playground;

import java.util.Base64;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The whole world as JSON. `Restoring` reads it back. Used under the world's lock; contents of
/// messages are shared with it, because they are never changed in place.
final class Snapshot {
  private final World world;

  Snapshot(World world) {
    this.world = world;
  }

  ObjectNode json() {
    var json = Json.object().put("format", 1).put("issued", world.issued()).put("files_made", world.files.count());
    var accounts = json.putArray("accounts");
    world.accounts.values().forEach(account -> accounts.add(account(account)));
    var bots = json.putArray("bots");
    world.bots.values().forEach(bot -> bots.add(bot(bot)));
    var rooms = json.putArray("rooms");
    world.groups.values().forEach(room -> rooms.add(room(room)));
    world.privates.values().forEach(room -> rooms.add(room(room)));
    files(json.putArray("files"));
    return json;
  }

  private ObjectNode account(Account account) {
    var json = account.json();
    var hint = world.hints.get(account.id());
    if (hint != null) {
      json.putObject("hint").put("invite_code", hint.inviteCode()).put("note", hint.note()).put("phone", hint.phone())
          .put("bot", hint.bot());
    }
    return json;
  }

  private static ObjectNode bot(Bot bot) {
    var mailbox = bot.mailbox;
    var json = Json.object().put("id", bot.id()).put("token", bot.token()).put("next_update", mailbox.nextId);
    mailbox.allowed.forEach(json.putArray("allowed")::add);
    if (mailbox.push != null) {
      var webhook = mailbox.push.webhook();
      json.putObject("webhook").put("url", webhook.url()).put("secret", webhook.secret())
          .put("connections", webhook.connections());
    }
    var commands = json.putObject("commands");
    bot.commands.forEach(commands::set);
    var updates = json.putArray("updates");
    for (var update : mailbox.waiting()) {
      updates.addObject().put("id", update.id()).put("lane", update.lane()).put("expires", update.expiresAt())
          .set("json", update.json());
    }
    return json;
  }

  private static ObjectNode room(Room room) {
    var json = Json.object().put("id", room.id).put("kind", room.kind.name()).put("bot", room.bot);
    json.put("title", room.title).put("forum", room.forum).put("started", room.started);
    json.put("username", room.username).put("hides_members", room.hidesMembers);
    json.put("blocked", room.blocked).put("migrated_to", room.migratedTo);
    if (room.keyboard != null) json.set("keyboard", room.keyboard);
    if (room.reactions != null) room.reactions.forEach(json.putArray("reactions")::add);
    var members = json.putArray("members");
    room.members.forEach(
        (id, member) -> {
          var each = members.addObject().put("id", id).put("status", member.status().name())
              .put("anonymous", member.anonymous());
          var rights = each.putArray("rights");
          member.rights().forEach(right -> rights.add(right.name()));
        });
    var topics = json.putArray("topics");
    for (var topic : room.topics.values()) {
      topics.addObject().put("id", topic.id).put("name", topic.name).put("color", topic.color)
          .put("creator", topic.creator).put("closed", topic.closed).put("deleted", topic.deleted);
    }
    var posts = json.putArray("posts");
    for (var post : room.posts()) posts.add(post(post));
    return json;
  }

  private static ObjectNode post(Post post) {
    var json = Json.object().put("id", post.id).put("from", post.from).put("date", post.date).put("thread", post.thread);
    json.put("reply_to", post.replyTo).put("about", post.about).put("edited", post.edited).put("album", post.album);
    json.put("anonymous", post.anonymous).put("pinned", post.pinned).put("deleted", post.deleted);
    json.set("content", post.content);
    if (post.markup != null) json.set("markup", post.markup);
    if (post.forward != null) json.set("forward", post.forward);
    if (post.quote != null) json.set("quote", post.quote);
    var reactions = json.putObject("reactions");
    post.reactions.forEach((by, emoji) -> emoji.forEach(reactions.putArray(Long.toString(by))::add));
    return json;
  }

  private void files(ArrayNode list) {
    var encoder = Base64.getEncoder();
    for (var file : world.files.all()) {
      list.addObject().put("id", file.uniqueId()).put("kind", file.kind().name()).put("name", file.name())
          .put("mime", file.mime()).put("bytes", encoder.encodeToString(file.bytes()))
          .set("description", file.description());
    }
  }
}
