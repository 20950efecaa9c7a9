package playground;

import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads back what `Snapshot` wrote, into an empty world. Used under the world's lock.
final class Restoring {
  private final World world;
  private final Webhooks webhooks;

  Restoring(World world, Webhooks webhooks) {
    this.world = world;
    this.webhooks = webhooks;
  }

  void restore(JsonNode json) {
    if (json.path("format").asInt(0) != 1) throw new IllegalArgumentException("the data file is of another format");
    world.issuedBefore(json.path("issued").asLong());
    world.files.countedBefore(json.path("files_made").asLong());
    json.path("accounts").forEach(this::account);
    json.path("files").forEach(this::file);
    json.path("rooms").forEach(this::room);
    json.path("bots").forEach(this::bot);
    world.touch(null);
  }

  private void account(JsonNode json) {
    long id = json.path("id").asLong();
    world.accounts.put(
        id,
        new Account(
            id, json.path("is_bot").asBoolean(), json.path("first_name").asString(), text(json, "last_name"),
            text(json, "username"), text(json, "language_code")));
    var hint = json.path("hint");
    if (hint.isObject()) {
      var phone = hint.path("phone").asBoolean();
      world.hints.put(id, new Hint(text(hint, "invite_code"), text(hint, "note"), phone, text(hint, "bot")));
    }
  }

  private void bot(JsonNode json) {
    var account = world.account(json.path("id").asLong());
    var mailbox = new Mailbox(world.condition(), json.path("next_update").asLong());
    var allowed = new LinkedHashSet<String>();
    for (var kind : json.path("allowed")) allowed.add(kind.asString());
    mailbox.allowed = allowed;
    for (var update : json.path("updates")) {
      mailbox.put(
          new Update(
              update.path("id").asLong(), update.path("lane").asString(), (ObjectNode) update.path("json"),
              update.path("expires").asLong(), new AtomicBoolean()));
    }
    var bot = new Bot(account, json.path("token").asString(), mailbox);
    for (var command : json.path("commands").properties()) bot.commands.put(command.getKey(), command.getValue());
    world.bots.put(bot.token(), bot);
    var hook = json.path("webhook");
    if (hook.isObject()) {
      int connections = hook.path("connections").asInt();
      webhooks.point(world, bot, new Webhook(hook.path("url").asString(), text(hook, "secret"), connections));
    }
  }

  private void room(JsonNode json) {
    long id = json.path("id").asLong();
    var kind = Room.Kind.valueOf(json.path("kind").asString());
    var room = new Room(id, kind, json.path("bot").asLong(), text(json, "title"));
    room.forum = json.path("forum").asBoolean();
    room.username = text(json, "username");
    room.hidesMembers = json.path("hides_members").asBoolean(false);
    room.started = json.path("started").asBoolean();
    room.blocked = json.path("blocked").asBoolean();
    room.migratedTo = json.path("migrated_to").asLong();
    room.keyboard = object(json, "keyboard");
    if (json.path("reactions").isArray()) room.reactions = json.path("reactions").valueStream().map(JsonNode::asString).toList();
    for (var member : json.path("members")) {
      var rights = EnumSet.noneOf(Right.class);
      for (var right : member.path("rights")) rights.add(Right.valueOf(right.asString()));
      var status = Member.Status.valueOf(member.path("status").asString());
      room.members.put(member.path("id").asLong(), new Member(status, rights, member.path("anonymous").asBoolean(false)));
    }
    for (var topic : json.path("topics")) topic(room, topic);
    for (var post : json.path("posts")) room.add(post(post));
    if (room.group()) world.groups.put(id, room);
    else world.privates.put(new World.PrivateKey(room.bot, id), room);
  }

  private static void topic(Room room, JsonNode json) {
    var topic =
        new Topic(
            json.path("id").asInt(), json.path("name").asString(), json.path("color").asInt(),
            json.path("creator").asLong());
    topic.closed = json.path("closed").asBoolean();
    topic.deleted = json.path("deleted").asBoolean();
    room.topics.put(topic.id, topic);
  }

  private static Post post(JsonNode json) {
    var post =
        new Post(
            json.path("id").asInt(), json.path("from").asLong(), json.path("date").asInt(),
            (ObjectNode) json.path("content"));
    post.thread = json.path("thread").asInt();
    post.replyTo = json.path("reply_to").asInt();
    post.about = json.path("about").asInt();
    post.edited = json.path("edited").asInt();
    post.album = text(json, "album");
    post.anonymous = json.path("anonymous").asBoolean();
    post.pinned = json.path("pinned").asBoolean();
    post.deleted = json.path("deleted").asBoolean();
    post.markup = object(json, "markup");
    post.forward = object(json, "forward");
    post.quote = object(json, "quote");
    for (var by : json.path("reactions").properties()) {
      var emoji = new ArrayList<String>();
      for (var each : by.getValue()) emoji.add(each.asString());
      post.reactions.put(Long.parseLong(by.getKey()), emoji);
    }
    return post;
  }

  private void file(JsonNode json) {
    world.files.put(
        new Files.Stored(
            json.path("id").asString(), Files.Kind.valueOf(json.path("kind").asString()), json.path("name").asString(),
            json.path("mime").asString(), Base64.getDecoder().decode(json.path("bytes").asString()),
            json.path("description")));
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).stringValue(null);
  }

  private static ObjectNode object(JsonNode json, String name) {
    return json.get(name) instanceof ObjectNode object ? object : null;
  }
}
