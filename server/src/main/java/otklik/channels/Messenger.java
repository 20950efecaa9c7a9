package otklik.channels;

/// A messenger that channels can be of. One implementation a folder, found by its name.
public interface Messenger {
  /// As the configuration writes it: telegram, whatsapp …
  String name();

  /// Prepares a line for a channel. Doesn't touch the network yet.
  Line open(Account account);

  /// Prepares a line for one more account of a channel, which only speaks: it never receives.
  Line openHelper(Account account);
}
