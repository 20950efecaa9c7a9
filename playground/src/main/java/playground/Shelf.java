package playground;

import tools.jackson.databind.node.ObjectNode;

/// Puts new files on the world's shelf and describes them as messages do.
final class Shelf {
  private static final int[] PHOTO_SIDES = {90, 320, 800};

  private final Files files;

  Shelf(Files files) {
    this.files = files;
  }

  /// Stores a file and answers the content of a message that carries it.
  ObjectNode store(Files.Kind kind, String name, String mime, byte[] bytes, ObjectNode details) {
    return content(kind == Files.Kind.PHOTO ? photo(name, mime, bytes) : single(kind, name, mime, bytes, details));
  }

  /// The content of a message that carries this file.
  static ObjectNode content(Files.Stored file) {
    var content = Json.object();
    content.set(file.kind().field(), file.description());
    if (file.kind() == Files.Kind.ANIMATION) content.set("document", asDocument((ObjectNode) file.description()));
    return content;
  }

  /// An animation comes as a document too (facts 1.9).
  private static ObjectNode asDocument(ObjectNode animation) {
    var document = Json.object();
    for (var field : new String[] {"file_name", "mime_type", "thumbnail", "thumb", "file_unique_id", "file_size"}) {
      if (animation.has(field)) document.set(field, animation.get(field));
    }
    return document;
  }

  private Files.Stored photo(String name, String mime, byte[] bytes) {
    var sizes = Json.array();
    Files.Stored largest = null;
    for (int side : PHOTO_SIDES) {
      var id = files.newUniqueId();
      sizes.add(size(id, side, bytes.length));
      largest = new Files.Stored(id, Files.Kind.PHOTO, name, mime, bytes, sizes);
      files.put(largest);
    }
    return largest;
  }

  private Files.Stored single(Files.Kind kind, String name, String mime, byte[] bytes, ObjectNode details) {
    var id = files.newUniqueId();
    var description = Json.object();
    if (kind != Files.Kind.VOICE && kind != Files.Kind.VIDEO_NOTE && kind != Files.Kind.STICKER) {
      description.put("file_name", name);
    }
    if (kind != Files.Kind.VIDEO_NOTE && kind != Files.Kind.STICKER) description.put("mime_type", mime);
    description.setAll(details);
    if (pictured(kind)) {
      var thumbnail = thumbnail();
      // Telegram still sends the old name beside the new one.
      description.set("thumbnail", thumbnail);
      description.set("thumb", thumbnail);
    }
    description.put("file_unique_id", id).put("file_size", bytes.length);
    var stored = new Files.Stored(id, kind, name, mime, bytes, description);
    files.put(stored);
    return stored;
  }

  private static boolean pictured(Files.Kind kind) {
    return switch (kind) {
      case VIDEO, ANIMATION, VIDEO_NOTE, STICKER -> true;
      case PHOTO, DOCUMENT, AUDIO, VOICE, THUMBNAIL -> false;
    };
  }

  private ObjectNode thumbnail() {
    var id = files.newUniqueId();
    var bytes = Picture.png(96, (int) files.count());
    var description = size(id, 96, bytes.length);
    files.put(new Files.Stored(id, Files.Kind.THUMBNAIL, "thumb.png", "image/png", bytes, description));
    return description;
  }

  private static ObjectNode size(String id, int side, int bytes) {
    return Json.object()
        .put("file_unique_id", id)
        .put("file_size", bytes)
        .put("width", side)
        .put("height", side * 3 / 4);
  }
}
