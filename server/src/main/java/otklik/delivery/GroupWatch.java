package otklik.delivery;

import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Hears how groups fare, each time in a transaction of its own.
public interface GroupWatch {
  /// A group has become overloaded, or fares well again.
  void loadChanged(Tx tx, GroupLoad load) throws Exception;

  /// A helper can't speak in a group, and others do its work for a while.
  ///
  /// @param account the helper's id in the messenger
  void helperSetAside(Tx tx, Channel channel, String chat, String account, String why) throws Exception;
}
