package otklik.channels;

import org.jspecify.annotations.Nullable;

/// The connection of one channel with its messenger. `call` belongs to the module `delivery` alone.
///
/// What a messenger has no way to do ([Messenger#abilities]) is refused for good: a change or a deletion as
/// [Refusal#MESSAGE_FIXED], anything else as [Refusal#NOT_ACCEPTED]. What a message only carries along, as buttons,
/// keys, formatting and the message that it answers, is left out there.
public interface Line extends AutoCloseable {
  /// Makes one call and waits for what becomes of it. Never throws for what the messenger or the network does.
  /// Targets must be known by now. What is longer than the messenger allows ([Messenger#sizes]) is refused, never cut.
  Outcome call(Call call) throws InterruptedException;

  /// Whether a call spends the limits, and how much: a message costs 1, an album each of its items.
  int cost(Call call);

  /// Whether another account that may do as much in the same group could make a call just as well: nothing of it
  /// belongs to this account alone, as buttons, files and what it wrote itself do.
  boolean isForAnyone(Call call);

  /// Whether a chat is a group, whose limits differ from those of a person's chat.
  boolean isGroup(String chat);

  Limits limits();

  /// The account's own id in the messenger.
  String self();

  /// Reads a stored update again.
  Incoming read(String raw);

  /// Begins to receive, from now until the line is closed. Recovers by itself from whatever the network does.
  void receive(Door door);

  /// Whether it asks the messenger for updates over and over, so that an answer is due even while nobody writes. Else
  /// the messenger pushes them.
  default boolean isPolling() {
    return false;
  }

  /// Questions that may be asked whether or not the line receives.
  Inspection inspection();

  /// The account's public name, known after the first contact: a Telegram bot's username without @.
  @Nullable String address();

  /// Stops receiving; returns when no update is under way any more.
  @Override
  void close();
}
