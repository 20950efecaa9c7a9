package playground;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reactions, pins and deletions.
final class Marking {
  private static final int DELETABLE_SECONDS = 48 * 3600;

  private Marking() {}

  static void register(Map<String, Method> methods) {
    methods.put("setmessagereaction", Marking::react);
    methods.put("pinchatmessage", Marking::pin);
    methods.put("unpinchatmessage", Marking::unpin);
    methods.put("deletemessage", Marking::delete);
    methods.put("deletemessages", Marking::deleteMany);
  }

  private static JsonNode react(Request request) {
    var room = request.writable();
    var post = request.post(room, "message_id", () -> ApiError.bad("message to react not found"));
    var now = Reactions.parse(request.params().json("reaction"));
    if (room.reactions != null && !room.reactions.containsAll(now)) throw ApiError.bad("REACTION_INVALID");
    var bot = request.bot();
    // In an album the mark goes to its first message.
    var marked = post.album == null ? post : firstOf(room, post.album).orElse(post);
    var before = marked.reactions.getOrDefault(bot.id(), List.of());
    request.world().traffic.reacted(room, marked, bot.account(), before, now);
    return Json.bool(true);
  }

  private static Optional<Post> firstOf(Room room, String album) {
    return room.posts().stream().filter(post -> album.equals(post.album) && !post.deleted).findFirst();
  }

  private static JsonNode pin(Request request) {
    var room = pinnable(request);
    var post = request.post(room, "message_id", () -> ApiError.bad("message to pin not found"));
    if (post.service()) throw ApiError.bad("message can't be pinned");
    if (!post.pinned) request.world().traffic.pin(room, post, request.bot().id());
    return Json.bool(true);
  }

  private static JsonNode unpin(Request request) {
    var room = pinnable(request);
    if (request.params().has("message_id")) {
      request.post(room, "message_id", () -> ApiError.bad("message to unpin not found")).pinned = false;
    } else {
      room.posts().reversed().stream().filter(post -> post.pinned).findFirst().ifPresent(post -> post.pinned = false);
    }
    request.world().touch(room);
    return Json.bool(true);
  }

  private static Room pinnable(Request request) {
    var room = request.writable();
    if (room.group() && !request.self(room).may(Right.CAN_PIN_MESSAGES)) {
      throw ApiError.bad("not enough rights to manage pinned messages in the chat");
    }
    return room;
  }

  private static JsonNode delete(Request request) {
    var room = request.writable();
    var post = request.post(room, "message_id", () -> ApiError.bad("message to delete not found"));
    if (!deletable(request, room, post)) throw ApiError.bad("message can't be deleted");
    request.world().traffic.delete(room, post);
    return Json.bool(true);
  }

  private static JsonNode deleteMany(Request request) {
    var room = request.writable();
    for (var id : request.params().json("message_ids")) {
      room.post(id.asInt(0))
          .filter(post -> deletable(request, room, post))
          .ifPresent(post -> request.world().traffic.delete(room, post));
    }
    return Json.bool(true);
  }

  private static boolean deletable(Request request, Room room, Post post) {
    boolean fresh = request.world().now() - post.date < DELETABLE_SECONDS;
    boolean master = room.group() && request.self(room).may(Right.CAN_DELETE_MESSAGES);
    if (post.type().equals("forum_topic_created")) return false;
    if (master) return true;
    return fresh && (!room.group() || post.from == request.bot().id());
  }
}
