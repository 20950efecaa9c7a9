package playground;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Where a bot's message goes: its room, its topic, what it answers and which part of that, and the keyboard under it.
record Placement(Room room, int thread, int replyTo, ObjectNode quote, ObjectNode markup) {

  static Placement of(Request request) {
    var room = request.writable();
    var params = request.params();
    int replyTo = reply(room, params);
    return new Placement(
        room, thread(room, params, replyTo), replyTo, quote(room, params, replyTo), Keyboards.read(params, room));
  }

  /// General is addressed by no thread at all, and its own id 1 is refused; outside of forums a
  /// thread is ignored; a reply without a thread follows the message it answers (facts 1.6).
  private static int thread(Room room, Params params, int replyTo) {
    if (!room.forum) return 0;
    int thread = params.integer("message_thread_id", 0);
    if (thread == 0) return room.post(replyTo).map(post -> post.thread).orElse(0);
    var topic = room.topics.get(thread);
    if (topic == null || topic.deleted) throw ApiError.bad("message thread not found");
    return thread;
  }

  private static int reply(Room room, Params params) {
    JsonNode reply = params.json("reply_parameters");
    int target = reply.isObject() ? reply.path("message_id").asInt(0) : params.integer("reply_to_message_id", 0);
    // An answer to another chat's message is external; nothing here is answered then.
    if (reply.has("chat_id") && reply.path("chat_id").asLong(0) != room.id) return 0;
    if (target == 0 || room.post(target).isPresent()) return target;
    boolean anyway =
        reply.path("allow_sending_without_reply").asBoolean(false) || params.flag("allow_sending_without_reply");
    if (anyway) return 0;
    throw ApiError.bad("message to be replied not found");
  }

  /// The quoted words must stand in the message, letter by letter.
  private static ObjectNode quote(Room room, Params params, int replyTo) {
    var reply = params.json("reply_parameters");
    var part = reply.path("quote").asString("");
    if (part.isEmpty() || replyTo == 0) return null;
    var text = room.post(replyTo).map(post -> Message.of(post).text()).orElse("");
    if (!text.contains(part)) throw ApiError.bad("QUOTE_TEXT_INVALID");
    return Json.object().put("text", part).put("position", text.indexOf(part)).put("is_manual", true);
  }

  /// Puts the content there as a message of the bot.
  Post publish(Request request, ObjectNode content) {
    return publish(request, content, null);
  }

  Post publish(Request request, ObjectNode content, String album) {
    var traffic = request.world().traffic;
    var post = traffic.draft(room, request.bot().id(), content);
    post.thread = thread;
    post.replyTo = replyTo;
    post.quote = quote;
    post.markup = markup;
    post.album = album;
    if (markup != null && markup.has("keyboard")) room.keyboard = markup;
    if (markup != null && markup.has("remove_keyboard")) room.keyboard = null;
    traffic.publish(room, post);
    return post;
  }

  void spend(Request request, int messages) {
    var member = room.member(request.bot().id());
    var topic = room.topics.get(thread);
    if (topic != null && topic.closed && !member.administers()) throw ApiError.bad("TOPIC_CLOSED");
    request.world().limits.send(request.bot().id(), room, messages);
  }
}
