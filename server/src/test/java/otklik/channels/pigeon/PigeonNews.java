package otklik.channels.pigeon;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Author;
import otklik.channels.Content;
import otklik.channels.FileRef;
import otklik.channels.Incoming;
import otklik.channels.MediaKind;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.channels.Received;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a loft tells of.
///
/// @param number   the loft's own, counted up
/// @param chat     a person's own one, or a flock's
/// @param letter   which one came, or had its corner torn off
/// @param text     of the letter, or what stood on the corner
/// @param picture  that lay in the letter
/// @param answered the letter that is answered
record PigeonNews(
    long number, Kind kind, String chat, String from, String name, @Nullable String letter, @Nullable String text,
    @Nullable String picture, @Nullable String answered, long at) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  enum Kind {
    LETTER,
    CORNER,
    /// We were taken into a flock.
    TAKEN_IN,
    /// Somebody shut the window, or opened it again.
    SHUT,
    OPENED
  }

  String raw() {
    return MAPPER.writeValueAsString(this);
  }

  static Incoming read(String raw) {
    try {
      return MAPPER.readValue(raw, PigeonNews.class).incoming();
    } catch (JacksonException _) {
      return new Incoming.NotUnderstood("no news");
    }
  }

  Received received() {
    return new Received(Long.toString(number), chat, raw(), incoming());
  }

  private Incoming incoming() {
    Author by = new Author(from, name, null, null, true);
    Place place = Place.chat(chat);
    boolean direct = !PigeonMessenger.isFlock(chat);
    return switch (kind) {
      case LETTER -> new Incoming.Said(place, direct, ref(letter), by, content(),
          answered == null ? null : ref(answered), null, Instant.ofEpochMilli(at));
      case CORNER -> new Incoming.Pressed(place, direct, Long.toString(number), by, ref(letter), text);
      case TAKEN_IN -> new Incoming.Standing(chat, by, true, true, false, text, null);
      case SHUT, OPENED -> new Incoming.Reachability(place, by, kind == Kind.OPENED);
    };
  }

  private MessageRef ref(@Nullable String id) {
    return new MessageRef(chat, String.valueOf(id));
  }

  private Content content() {
    String words = text == null ? "" : text;
    return picture == null ? Content.Text.of(words)
        : new Content.Media(MediaKind.PHOTO, new FileRef(picture, null, null, null), words, List.of());
  }
}
