package otklik.commands;

import org.jspecify.annotations.Nullable;

/// What became of a command. Its words are for whoever gave it; each door says them in its own way.
public sealed interface Result {
  /// @param words null where what was done is seen by itself
  record Done(@Nullable Phrase words) implements Result {}

  /// It can't be done now.
  record Refused(Phrase why) implements Result {}

  /// They may not give it.
  record Forbidden(Phrase why) implements Result {}

  static Result done() {
    return new Done(null);
  }

  static Result done(String key, @Nullable Object... values) {
    return new Done(Phrase.of(key, values));
  }

  static Result refused(String key, @Nullable Object... values) {
    return new Refused(Phrase.of(key, values));
  }

  default boolean isDone() {
    return this instanceof Done;
  }

  /// Null where nothing is to be said.
  default @Nullable Phrase words() {
    return switch (this) {
      case Done(var words) -> words;
      case Refused(var why) -> why;
      case Forbidden(var why) -> why;
    };
  }
}
