package playground;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The files of the world. A file has one unique id and, for every bot, its own file id: the id
/// that one bot was shown means nothing to another. Guarded by the world's lock.
final class Files {
  enum Kind {
    PHOTO("photos", "AgAC"),
    VIDEO("videos", "BAAC"),
    ANIMATION("animations", "CgAC"),
    DOCUMENT("documents", "BQAC"),
    AUDIO("music", "CQAC"),
    VOICE("voice", "AwAC"),
    VIDEO_NOTE("video_notes", "DQAC"),
    STICKER("stickers", "CAAC"),
    THUMBNAIL("thumbnails", "AAMC");

    final String folder;
    final String prefix;

    Kind(String folder, String prefix) {
      this.folder = folder;
      this.prefix = prefix;
    }

    /// The field of a message that carries such a file.
    String field() {
      return name().toLowerCase(Locale.ROOT);
    }

    String spoken() {
      var words = name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
      return this == VIDEO_NOTE ? "VideoNote" : words;
    }
  }

  /// What is stored of a file. The description is the value that a message carries for it:
  /// an object, or for a photo the array of its sizes.
  record Stored(String uniqueId, Kind kind, String name, String mime, byte[] bytes, JsonNode description) {
    String path() {
      int dot = name.lastIndexOf('.');
      return kind.folder + "/file_" + uniqueId + (dot < 0 ? "" : name.substring(dot));
    }
  }

  private final Map<String, Stored> byUniqueId = new LinkedHashMap<>();
  private long count;

  String newUniqueId() {
    return "AgAD" + Long.toString(1_000 + ++count, 36);
  }

  void put(Stored file) {
    byUniqueId.put(file.uniqueId(), file);
  }

  Iterable<Stored> all() {
    return byUniqueId.values();
  }

  long count() {
    return count;
  }

  void countedBefore(long files) {
    count = files;
  }

  Optional<Stored> byUniqueId(String uniqueId) {
    return Optional.ofNullable(byUniqueId.get(uniqueId));
  }

  Optional<Stored> byPath(String path) {
    int slash = path.indexOf("/file_");
    if (slash < 0) return Optional.empty();
    var name = path.substring(slash + 6);
    int dot = name.indexOf('.');
    return byUniqueId(dot < 0 ? name : name.substring(0, dot)).filter(file -> file.path().equals(path));
  }

  String fileId(String uniqueId, long bot) {
    var stored = byUniqueId.get(uniqueId);
    var prefix = stored == null ? Kind.THUMBNAIL.prefix : stored.kind().prefix;
    return prefix + Long.toString(bot, 36) + "_" + uniqueId;
  }

  /// The file that this id means to this bot, or the refusal that Telegram gives.
  Stored require(String fileId, long bot) {
    int underscore = fileId.indexOf('_');
    if (fileId.length() < 6 || underscore < 5) {
      throw ApiError.bad("wrong remote file identifier specified: can't unserialize it. Wrong last symbol");
    }
    var owner = fileId.substring(4, underscore);
    var stored = byUniqueId.get(fileId.substring(underscore + 1));
    if (stored == null || !owner.equals(Long.toString(bot, 36)) || !fileId.startsWith(stored.kind().prefix)) {
      throw ApiError.bad("wrong file_id or the file is temporarily unavailable");
    }
    return stored;
  }

  /// A copy of the node in which every file carries the id that it has for this bot.
  JsonNode shownTo(long bot, JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        var copy = Json.object();
        for (var field : object.properties()) copy.set(field.getKey(), shownTo(bot, field.getValue()));
        var uniqueId = object.path("file_unique_id");
        if (uniqueId.isString()) copy.put("file_id", fileId(uniqueId.stringValue(), bot));
        yield copy;
      }
      case ArrayNode array -> {
        var copy = Json.array();
        for (var item : array) copy.add(shownTo(bot, item));
        yield copy;
      }
      default -> node;
    };
  }
}
