package playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Files in bots' calls: a file id of this bot, or an upload.
final class Attachments {
  private static final int LARGEST_UPLOAD = 50 << 20;
  private static final Set<Files.Kind> WITHOUT_CAPTION = Set.of(Files.Kind.STICKER, Files.Kind.VIDEO_NOTE);

  private Attachments() {}

  static ObjectNode single(Request request, Files.Kind kind) {
    var params = request.params();
    var field = kind.field();
    var upload = params.upload(field);
    if (upload == null && !params.has(field)) {
      throw ApiError.bad("there is no " + kind.spoken().toLowerCase(Locale.ROOT) + " in the request");
    }
    var content = upload == null ? given(request, kind, params.text(field)) : uploaded(request, kind, upload);
    if (params.flag("has_spoiler")) content.put("has_media_spoiler", true);
    var caption = WITHOUT_CAPTION.contains(kind) ? null : Wording.caption(params);
    return caption == null ? content : caption.asCaption(content);
  }

  /// 2 to 10 items; photos mix with videos, documents and audio only with their own kind.
  static List<ObjectNode> album(Request request) {
    var items = request.params().json("media");
    if (items.size() < 2 || items.size() > 10) throw ApiError.bad("group send failed: an album has 2-10 items");
    var contents = new ArrayList<ObjectNode>();
    Files.Kind first = null;
    for (var item : items) {
      var kind = kind(item.path("type").asString(""));
      if (first == null) first = kind;
      if (kind != first && !(visual(kind) && visual(first))) {
        throw ApiError.bad(kind.spoken() + " can't be mixed with other media types");
      }
      contents.add(item(request, kind, item));
    }
    return contents;
  }

  private static Files.Kind kind(String type) {
    return switch (type) {
      case "photo" -> Files.Kind.PHOTO;
      case "video" -> Files.Kind.VIDEO;
      case "document" -> Files.Kind.DOCUMENT;
      case "audio" -> Files.Kind.AUDIO;
      default -> throw ApiError.bad("can't parse InputMedia: type must be one of photo, video, document, audio");
    };
  }

  private static boolean visual(Files.Kind kind) {
    return kind == Files.Kind.PHOTO || kind == Files.Kind.VIDEO;
  }

  private static ObjectNode item(Request request, Files.Kind kind, JsonNode item) {
    var content = given(request, kind, item.path("media").asString(""));
    if (item.path("has_spoiler").asBoolean(false)) content.put("has_media_spoiler", true);
    if (!item.hasNonNull("caption")) return content;
    var entities = item.path("caption_entities");
    var parseMode = item.path("parse_mode").asString("");
    return Wording.caption(item.path("caption").asString(""), parseMode, entities).asCaption(content);
  }

  private static ObjectNode given(Request request, Files.Kind kind, String file) {
    if (file.startsWith("attach://")) {
      var upload = request.params().upload(file.substring("attach://".length()));
      if (upload == null) throw ApiError.bad("wrong file identifier/HTTP URL specified");
      return uploaded(request, kind, upload);
    }
    if (file.contains("://")) throw ApiError.bad("wrong file identifier/HTTP URL specified");
    var stored = request.world().files.require(file, request.bot().id());
    if (stored.kind() != kind) {
      throw ApiError.bad("can't use file of type " + stored.kind().spoken() + " as " + kind.spoken());
    }
    return Shelf.content(stored);
  }

  private static ObjectNode uploaded(Request request, Files.Kind kind, Upload upload) {
    if (upload.bytes().length > LARGEST_UPLOAD) throw new ApiError(413, "Request Entity Too Large");
    if (upload.bytes().length == 0) throw ApiError.bad("file must be non-empty");
    var details = Json.object();
    switch (kind) {
      case VIDEO, ANIMATION -> details.put("duration", 1).put("width", 640).put("height", 480);
      case AUDIO, VOICE -> details.put("duration", 1);
      case VIDEO_NOTE -> details.put("duration", 1).put("length", 240);
      case STICKER -> details.put("width", 512).put("height", 512).put("type", "regular");
      case PHOTO, DOCUMENT, THUMBNAIL -> {}
    }
    return new Shelf(request.world().files).store(kind, upload.fileName(), upload.contentType(), upload.bytes(), details);
  }
}
