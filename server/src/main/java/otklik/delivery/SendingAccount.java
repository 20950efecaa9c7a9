package otklik.delivery;

import otklik.channels.Line;

/// An account that speaks for a channel: the channel's own, or a helper. Guarded by its [Dispatcher].
final class SendingAccount {
  final Line line;
  /// Shared by all chats of the account.
  final Budget account;

  SendingAccount(Line line) {
    this.line = line;
    this.account = new Budget(line.limits().account());
  }

  /// The account's id in the messenger, as it is stored with what it made.
  String id() {
    return line.self();
  }
}
