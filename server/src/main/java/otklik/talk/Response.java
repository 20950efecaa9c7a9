package otklik.talk;

import org.jspecify.annotations.Nullable;

/// How a press in somebody's own chat is answered.
public sealed interface Response {
  /// What it asked for was done, or was refused with these words.
  ///
  /// @param words shown to who pressed; null for nothing
  /// @param alert true for a window that must be closed by hand
  /// @param keeps whether the message keeps its buttons
  record Now(@Nullable String words, boolean alert, boolean keeps) implements Response {}

  /// Whoever was pressed will answer when it is known; the message keeps its buttons.
  record InAMoment() implements Response {}

  /// The button belongs to something that is over.
  record Outdated() implements Response {}

  /// Done, without words; the message loses its buttons.
  static Response done() {
    return new Now(null, false, false);
  }

  /// [#done], or outdated.
  static Response done(boolean done) {
    return done ? done() : new Outdated();
  }

  /// These words pass by; the message keeps its buttons.
  static Response says(String words) {
    return new Now(words, false, true);
  }
}
