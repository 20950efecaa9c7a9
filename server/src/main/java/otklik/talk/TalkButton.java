package otklik.talk;

import otklik.rooms.Rooms;

/// Buttons that all scenarios have.
public enum TalkButton implements Press.Kind {
  LANGUAGE("language"),
  FORGET("forget"),
  /// Whatever was asked about stays as it is.
  KEEP("keep"),
  /// What was begun is left.
  CANCEL("cancel"),
  /// Words that were given up are sent again.
  RETRY("retry"),
  /// A card that was given up is shown.
  SHOW_CARD(Rooms.SHOW_CARD);

  private final String word;

  TalkButton(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
