package otklik.rooms;

import java.util.Arrays;
import otklik.workspaces.Channel;

/// What deliveries and timers of a ticket's room are about. They are stored as the scenario's name, a dot and a word of
/// ours, and wait under it while the program is replaced: never change a word.
public enum RoomTag {
  /// A ticket's own topic is opened.
  ROOM("room"),
  CARD("card"),
  CHANGE("card-change"),
  NOTE("note"),
  PIN("pin"),
  /// The topic that tickets share is opened; about the channel.
  SHARED_ROOM("triage-room"),
  SHARED_CARD("triage-card"),
  /// A line about a ticket or a person, so that it can be found again. Only that it was given up is heard.
  LINE("triage-line"),
  /// Topics can't be opened any more; about nothing else.
  TOPIC_FALLBACK("rehousing");

  private final String word;

  RoomTag(String word) {
    this.word = word;
  }

  /// As it is stored with what a channel is owed.
  public String of(Channel channel) {
    return in(channel.scenario());
  }

  String in(String scenario) {
    return scenario + "." + word;
  }

  static RoomTag read(String stored) {
    return Arrays.stream(values()).filter(tag -> stored.endsWith("." + tag.word)).findFirst().orElseThrow();
  }
}
