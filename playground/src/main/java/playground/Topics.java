package playground;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The methods of forum topics.
final class Topics {
  private static final int LONGEST_NAME = 128;
  private static final int DEFAULT_COLOR = 7322096;
  private static final Set<Integer> COLORS =
      Set.of(DEFAULT_COLOR, 16766590, 13338331, 9367192, 16749490, 16478047);

  private Topics() {}

  static void register(Map<String, Method> methods) {
    methods.put("createforumtopic", Topics::create);
    methods.put("editforumtopic", Topics::edit);
    methods.put("closeforumtopic", request -> close(request, true));
    methods.put("reopenforumtopic", request -> close(request, false));
    methods.put("deleteforumtopic", Topics::delete);
  }

  private static JsonNode create(Request request) {
    var room = forum(request);
    var name = name(request);
    if (name.isEmpty()) throw ApiError.bad("name must be non-empty");
    require(request.self(room).may(Right.CAN_MANAGE_TOPICS), "not enough rights to create a topic");
    int color = request.params().integer("icon_color", DEFAULT_COLOR);
    if (!COLORS.contains(color)) throw ApiError.bad("invalid icon color specified");
    request.world().limits.change(request.bot().id(), room);
    var topic = request.world().traffic.createTopic(room, request.bot().id(), name, color);
    return Json.object()
        .put("message_thread_id", topic.id)
        .put("name", topic.name)
        .put("icon_color", topic.color);
  }

  private static JsonNode edit(Request request) {
    var room = forum(request);
    var topic = topic(request, room);
    var name = name(request);
    require(mayManage(request, room, topic), "not enough rights to edit the topic");
    if (name.isEmpty() || name.equals(topic.name)) throw ApiError.bad("TOPIC_NOT_MODIFIED");
    request.world().limits.change(request.bot().id(), room);
    request.world().traffic.renameTopic(room, topic, request.bot().id(), name);
    return Json.bool(true);
  }

  private static JsonNode close(Request request, boolean closed) {
    var room = forum(request);
    var topic = topic(request, room);
    require(mayManage(request, room, topic), "not enough rights to close or open the topic");
    if (topic.closed == closed) throw ApiError.bad("TOPIC_NOT_MODIFIED");
    request.world().limits.change(request.bot().id(), room);
    request.world().traffic.closeTopic(room, topic, request.bot().id(), closed);
    return Json.bool(true);
  }

  private static JsonNode delete(Request request) {
    var room = forum(request);
    var topic = topic(request, room);
    require(request.self(room).may(Right.CAN_DELETE_MESSAGES), "not enough rights to delete the topic");
    request.world().traffic.deleteTopic(room, topic);
    return Json.bool(true);
  }

  private static Room forum(Request request) {
    var room = request.room();
    if (!room.forum) throw ApiError.bad("the chat is not a forum");
    return room;
  }

  private static Topic topic(Request request, Room room) {
    var topic = room.topics.get(request.params().integer("message_thread_id", 0));
    if (topic == null || topic.deleted) throw ApiError.bad("message thread not found");
    return topic;
  }

  private static String name(Request request) {
    var name = request.params().text("name", "").strip();
    if (name.length() > LONGEST_NAME) throw ApiError.bad("TOPIC_TITLE_TOO_LONG");
    return name;
  }

  private static boolean mayManage(Request request, Room room, Topic topic) {
    return topic.creator == request.bot().id() || request.self(room).may(Right.CAN_MANAGE_TOPICS);
  }

  private static void require(boolean allowed, String refusal) {
    if (!allowed) throw ApiError.bad(refusal);
  }
}
