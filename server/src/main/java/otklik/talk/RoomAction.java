package otklik.talk;

/// A command that changes something.
public non-sealed interface RoomAction extends RoomCommand {
  /// Whether it brings words to the person: then it isn't kept as a note besides.
  default boolean isAnswer() {
    return false;
  }

  void obey(Order order) throws Exception;
}
