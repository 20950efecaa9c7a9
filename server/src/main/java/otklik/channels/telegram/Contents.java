package otklik.channels.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Content;
import otklik.channels.FileRef;
import otklik.channels.MediaKind;
import otklik.channels.Span;
import tools.jackson.databind.JsonNode;

/// What a message carries. Some kinds come together with an older one for old clients, so the order matters: an
/// animation is also a document, a venue also a location, a live photo also a photo (Bot API 10.1, Message).
final class Contents {
  private static final List<MediaKind> FILES =
      List.of(
          MediaKind.ANIMATION,
          MediaKind.VIDEO,
          MediaKind.AUDIO,
          MediaKind.VOICE,
          MediaKind.VIDEO_NOTE,
          MediaKind.STICKER,
          MediaKind.DOCUMENT);

  /// What people send and this version can't pass on.
  private static final List<String> UNSUPPORTED =
      List.of(
          "live_photo", "story", "game", "invoice", "paid_media", "rich_message", "giveaway",
          "giveaway_winners", "passport_data");

  private Contents() {}

  /// @return null for a service message, and for what this version doesn't know
  static @Nullable Content of(JsonNode message) {
    JsonNode text = message.path("text");
    if (text.isString()) {
      return new Content.Text(JsonFields.clean(text.stringValue()),
          MessageEntities.read(message.path("entities"), text.stringValue()));
    }
    // A live photo has its still picture both inside and beside it; the picture is what can be passed on.
    JsonNode photo = message.path("live_photo").path("photo");
    Content content = photo(message, photo.isEmpty() ? message.path("photo") : photo);
    if (content == null) {
      content = file(message);
    }
    if (content == null) {
      content = withoutFile(message);
    }
    return content == null ? unsupported(message) : content;
  }

  /// The sizes of one picture; the largest is the original as far as Telegram keeps it.
  private static @Nullable Content photo(JsonNode message, JsonNode sizes) {
    JsonNode largest = null;
    long most = -1;
    for (JsonNode size : sizes.values()) {
      long area = size.path("width").asLong(0) * size.path("height").asLong(0);
      if (area > most) {
        most = area;
        largest = size;
      }
    }
    return largest == null ? null : media(MediaKind.PHOTO, largest, message);
  }

  private static @Nullable Content file(JsonNode message) {
    for (MediaKind kind : FILES) {
      JsonNode file = message.path(kind.type());
      if (file.isObject()) {
        return media(kind, file, message);
      }
    }
    return null;
  }

  private static Content media(MediaKind kind, JsonNode file, JsonNode message) {
    String id = JsonFields.textOrNull(file, "file_id");
    if (id == null || id.isEmpty()) {
      return new Content.Unsupported(kind.type());
    }
    long size = file.path("file_size").asLong(-1);
    FileRef ref = new FileRef(id, size < 0 ? null : size, JsonFields.textOrNull(file, "file_name"),
        JsonFields.textOrNull(file, "mime_type"));
    String caption = JsonFields.text(message, "caption");
    return new Content.Media(kind, ref, caption, MessageEntities.read(message.path("caption_entities"), caption),
        JsonFields.flag(message, "has_media_spoiler"));
  }

  private static @Nullable Content withoutFile(JsonNode message) {
    if (message.path("venue").isObject()) {
      return venue(message.path("venue"));
    }
    if (message.path("location").isObject()) {
      return location(message.path("location"));
    }
    if (message.path("contact").isObject()) {
      return contact(message.path("contact"), message);
    }
    if (message.path("poll").isObject()) {
      return poll(message.path("poll"));
    }
    if (message.path("checklist").isObject()) {
      return checklist(message.path("checklist"));
    }
    if (message.path("dice").isObject()) {
      JsonNode dice = message.path("dice");
      return new Content.Dice(JsonFields.text(dice, "emoji"), dice.path("value").asInt(0));
    }
    return null;
  }

  private static Content venue(JsonNode venue) {
    JsonNode point = venue.path("location");
    return new Content.Venue(
        point.path("latitude").asDouble(0),
        point.path("longitude").asDouble(0),
        JsonFields.text(venue, "title"),
        JsonFields.text(venue, "address"));
  }

  /// `live_period` is gone from the last edit, when the sharing ends.
  private static Content location(JsonNode location) {
    JsonNode accuracy = location.path("horizontal_accuracy");
    return new Content.Location(
        location.path("latitude").asDouble(0),
        location.path("longitude").asDouble(0),
        accuracy.isNumber() ? Double.valueOf(accuracy.asDouble(0)) : null,
        location.path("live_period").isNumber(),
        seconds(location.path("live_period")));
  }

  /// 0x7FFFFFFF stands for a position that is shared until somebody stops it (Bot API 10.1, Location).
  private static @Nullable Integer seconds(JsonNode period) {
    long seconds = period.asLong(0);
    return seconds <= 0 || seconds >= Integer.MAX_VALUE ? null : Integer.valueOf((int) seconds);
  }

  /// Telegram fills `user_id` by the number itself, so an own number can't be feigned by a card with another one.
  /// A channel or an anonymous administrator has no number of its own.
  private static Content contact(JsonNode contact, JsonNode message) {
    String owner = JsonFields.id(contact, "user_id");
    boolean own =
        owner != null && owner.equals(JsonFields.id(message.path("from"), "id"))
        && !message.path("sender_chat").isObject();
    return new Content.Contact(
        JsonFields.text(contact, "phone_number"),
        JsonFields.text(contact, "first_name"),
        JsonFields.textOrNull(contact, "last_name"),
        own);
  }

  private static Content poll(JsonNode poll) {
    List<String> options =
        poll.path("options").values().stream().map(option -> JsonFields.text(option, "text")).toList();
    return new Content.Poll(JsonFields.text(poll, "question"), options);
  }

  /// A bot can't send one where it isn't a person's own (sendChecklist is for business connections), but whoever reads its
  /// words knows it all.
  private static Content checklist(JsonNode checklist) {
    String title = JsonFields.text(checklist, "title").strip();
    StringBuilder words = new StringBuilder(title);
    for (JsonNode task : checklist.path("tasks").values()) {
      words.append(task.has("completion_date") || task.has("completed_by_user") ? "\n☑ " : "\n☐ ")
          .append(JsonFields.text(task, "text").strip());
    }
    return new Content.Text(words.toString(),
        title.isEmpty() ? List.of() : List.of(new Span("bold", 0, title.length(), null)));
  }

  private static @Nullable Content unsupported(JsonNode message) {
    for (String kind : UNSUPPORTED) {
      if (message.has(kind)) {
        return new Content.Unsupported(kind);
      }
    }
    return null;
  }
}
