package otklik.channels;

/// Prepares lines to one messenger. Doesn't touch the network yet.
public interface LineFactory {
  Line open(Account account);

  /// A line for one more account of a channel, which only speaks: it never receives. Asked for only with credentials
  /// that the messenger has read as a [helper's][Messenger#helper].
  default Line openHelper(Account account) {
    throw new UnsupportedOperationException("no helpers");
  }
}
