package otklik.talk;

import org.jspecify.annotations.Nullable;
import otklik.dialogs.Visitor;
import otklik.turns.Turn;

/// A press in somebody's own chat.
///
/// @param id the id under which it is answered
/// @param on the message with the button; null where the messenger no longer tells
public record Pressing(Visitor visitor, Press press, String id, @Nullable String on) {
  public Turn turn() {
    return visitor.turn();
  }
}
