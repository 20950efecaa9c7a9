package otklik.delivery;

/// How much is owed at the moment.
public interface Waiting {
  /// Lanes with at least one call that waits or is under way, over all channels.
  int lanes();
}
