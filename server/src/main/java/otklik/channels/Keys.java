package otklik.channels;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/// What a message does to the keys below the chat, which a person has in place of letters until another message changes
/// them. A message that did something to them can't be edited any more (tdlib, MessagesManager, can_edit_message).
/// Stored as tagged JSON: the tags are a format, never rename one.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "keys")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Keys.Shown.class, name = "shown"),
  @JsonSubTypes.Type(value = Keys.Gone.class, name = "gone"),
})
public sealed interface Keys {
  /// As high as they need, in rows from top to bottom.
  ///
  /// @param once whether they step aside as soon as one of them was pressed
  record Shown(List<List<Key>> rows, boolean once) implements Keys {
    public Shown {
      rows = rows.stream().map(List::copyOf).toList();
      if (rows.isEmpty() || rows.stream().anyMatch(List::isEmpty)) {
        throw new IllegalArgumentException("a keyboard without keys");
      }
    }
  }

  /// Letters again.
  record Gone() implements Keys {}

  /// Nobody has to press it: whoever wants writes or sends something else.
  record Key(String text, Gives gives) {
    public Key {
      if (text.isBlank()) {
        throw new IllegalArgumentException("a key without a text");
      }
    }

    public static Key saying(String text) {
      return new Key(text, Gives.ITSELF);
    }

    public static Key sharingPhone(String text) {
      return new Key(text, Gives.PHONE);
    }

    public static Key sharingPosition(String text) {
      return new Key(text, Gives.POSITION);
    }
  }

  /// What comes from the person who presses a key. Phone and position can be asked for in a person's own chat only, and
  /// the messenger makes sure that the person agrees.
  enum Gives {
    /// A message with the key's text.
    ITSELF("itself"),
    /// A [Content.Contact] that is their own.
    PHONE("phone"),
    /// A [Content.Location] of where they are.
    POSITION("position");

    private final String word;

    Gives(String word) {
      this.word = word;
    }

    @JsonValue
    public String word() {
      return word;
    }
  }
}
