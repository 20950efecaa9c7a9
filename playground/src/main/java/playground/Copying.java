package playground;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// copyMessage, copyMessages and forwardMessage.
final class Copying {
  private static final int MOST = 100;

  private Copying() {}

  static void register(Map<String, Method> methods) {
    methods.put("copymessage", Copying::copy);
    methods.put("copymessages", Copying::copyMany);
    methods.put("forwardmessage", Copying::forward);
  }

  private static JsonNode copy(Request request) {
    var placement = Placement.of(request);
    var source = request.room("from_chat_id");
    var post = request.post(source, "message_id", () -> ApiError.bad("message to copy not found"));
    if (post.service()) throw ApiError.bad("message can't be copied");
    var content = recaptioned(request, post);
    placement.spend(request, 1);
    return Json.object().put("message_id", placement.publish(request, content).id);
  }

  private static ObjectNode recaptioned(Request request, Post post) {
    var caption = Wording.caption(request.params());
    if (caption == null || post.type().equals("text")) return post.content;
    return caption.asCaption(post.content.deepCopy().without(List.of("caption", "caption_entities")));
  }

  /// Albums stay albums; messages that are missing are skipped, so that the answer may be shorter
  /// than the question (facts 1.9).
  private static JsonNode copyMany(Request request) {
    var placement = Placement.of(request);
    var source = request.room("from_chat_id");
    var ids = request.params().json("message_ids");
    if (ids.isEmpty() || ids.size() > MOST) throw ApiError.bad("there are no messages to copy");
    int previous = 0;
    for (var id : ids) {
      if (id.asInt(0) <= previous) throw ApiError.bad("message identifiers must be in a strictly increasing order");
      previous = id.asInt(0);
    }
    placement.spend(request, ids.size());
    var albums = new HashMap<String, String>();
    var answer = Json.array();
    for (var id : ids) {
      var post = source.post(id.asInt(0)).filter(found -> !found.service()).orElse(null);
      if (post == null) continue;
      var album = post.album == null ? null : albums.computeIfAbsent(post.album, _ -> request.world().issue());
      answer.add(Json.object().put("message_id", placement.publish(request, post.content, album).id));
    }
    return answer;
  }

  private static JsonNode forward(Request request) {
    var placement = Placement.of(request);
    var source = request.room("from_chat_id");
    var post = request.post(source, "message_id", () -> ApiError.bad("message to forward not found"));
    if (post.service()) throw ApiError.bad("message can't be forwarded");
    placement.spend(request, 1);
    var author = request.world().account(post.from).json();
    var origin = Json.object().put("type", "user").put("date", post.date);
    origin.set("sender_user", author);
    var forwarded = Json.object();
    forwarded.set("forward_origin", origin);
    forwarded.set("forward_from", author);
    forwarded.put("forward_date", post.date);
    var copy = placement.publish(request, post.content);
    copy.forward = forwarded;
    return request.shown(placement.room(), copy);
  }
}
