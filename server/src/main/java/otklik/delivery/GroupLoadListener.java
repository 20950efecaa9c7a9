package otklik.delivery;

import otklik.turns.Turn;

/// Hears how groups fare, each time in a transaction of its own.
public interface GroupLoadListener {
  /// A group has become overloaded, or fares well again.
  void loadChanged(Turn turn, GroupLoad load) throws Exception;

  /// A helper can't speak in a group, and others do its work for a while.
  ///
  /// @param account the helper's id in the messenger
  void helperSetAside(Turn turn, String chat, String account, String why) throws Exception;
}
