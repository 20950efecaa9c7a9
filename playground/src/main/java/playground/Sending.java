package playground;

import java.util.ArrayList;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// sendMessage and the other sending methods.
final class Sending {
  private interface Content {
    ObjectNode of(Request request);
  }

  private Sending() {}

  static void register(Map<String, Method> methods) {
    methods.put("sendmessage", send(request -> Wording.text(request.params()).asText()));
    for (var kind : Files.Kind.values()) {
      if (kind == Files.Kind.THUMBNAIL) continue;
      methods.put("send" + kind.field().replace("_", ""), send(request -> Attachments.single(request, kind)));
    }
    methods.put("sendlocation", send(request -> plain("location", point(request))));
    methods.put("sendvenue", send(Sending::venue));
    methods.put("sendcontact", send(Sending::contact));
    methods.put("sendpoll", send(Sending::poll));
    methods.put("senddice", send(Sending::dice));
    methods.put("sendmediagroup", Sending::album);
    methods.put("sendchataction", Sending::action);
  }

  private static Method send(Content content) {
    return request -> {
      var placement = Placement.of(request);
      var made = content.of(request);
      placement.spend(request, 1);
      return request.shown(placement.room(), placement.publish(request, made));
    };
  }

  private static JsonNode album(Request request) {
    var placement = Placement.of(request);
    var contents = Attachments.album(request);
    placement.spend(request, contents.size());
    var album = request.world().issue();
    var posts = new ArrayList<Post>();
    for (var content : contents) posts.add(placement.publish(request, content, album));
    var answer = Json.array();
    for (var post : posts) answer.add(request.shown(placement.room(), post));
    return answer;
  }

  private static JsonNode action(Request request) {
    Placement.of(request);
    if (!request.params().has("action")) throw ApiError.bad("wrong parameter action in request");
    return Json.bool(true);
  }

  private static ObjectNode plain(String type, ObjectNode value) {
    var content = Json.object();
    content.set(type, value);
    return content;
  }

  private static ObjectNode point(Request request) {
    double latitude = request.params().decimal("latitude");
    double longitude = request.params().decimal("longitude");
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw ApiError.bad("wrong location");
    return Media.point(latitude, longitude);
  }

  private static ObjectNode venue(Request request) {
    var venue = Json.object();
    venue.set("location", point(request));
    venue.put("title", required(request, "title")).put("address", required(request, "address"));
    var content = plain("venue", venue);
    content.set("location", point(request));
    return content;
  }

  private static ObjectNode contact(Request request) {
    var contact = Json.object().put("phone_number", required(request, "phone_number"));
    contact.put("first_name", required(request, "first_name"));
    if (request.params().has("last_name")) contact.put("last_name", request.params().text("last_name"));
    return plain("contact", contact);
  }

  private static ObjectNode poll(Request request) {
    var question = required(request, "question");
    if (question.length() > 300) throw ApiError.bad("poll question length must not exceed 300");
    var options = new ArrayList<String>();
    for (var option : request.params().json("options")) {
      options.add(option.isObject() ? option.path("text").asString("") : option.asString(""));
    }
    if (options.isEmpty() || options.size() > 12) throw ApiError.bad("poll must have 1 to 12 options");
    return Media.poll(request.world(), question, options);
  }

  private static ObjectNode dice(Request request) {
    var value = 1 + (int) (request.world().version() % 6);
    return plain("dice", Json.object().put("emoji", request.params().text("emoji", "🎲")).put("value", value));
  }

  private static String required(Request request, String name) {
    var value = request.params().text(name, "");
    if (value.isBlank()) throw ApiError.bad("parameter \"" + name + "\" is required");
    return value;
  }
}
