package otklik.standing;

import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Under which id a group lives now: the messenger may give it a new one.
public interface ChatMigrations {
  String current(Channel channel, String chat);

  /// Remembers a move; hearing of the same one again changes nothing.
  void moved(Turn turn, String from, String to);
}
