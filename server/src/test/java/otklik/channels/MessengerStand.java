package otklik.channels;

import java.time.Duration;
import java.util.List;

/// A messenger in a test: an account of ours, a person who has written to it before, a group that both are in and that
/// the account administers, and the hands of the person.
public interface MessengerStand extends AutoCloseable {
  /// What stands in a chat that our account said there and nobody has deleted.
  ///
  /// @param picture whether the text is below one
  record Shown(String id, String text, boolean picture, List<String> buttons) {}

  Messenger messenger();

  /// A new line of the account. One of them receives at a time.
  Line line();

  /// Of an account that the messenger doesn't know.
  Line stranger();

  String person();

  String group();

  List<Shown> shown(String chat);

  /// The person writes to the account.
  ///
  /// @return the message's id
  String writes(String text);

  void sendsPicture();

  void presses(String message, String button);

  /// From now on the person hears nothing from the account.
  void blocks();

  /// The next call is asked to wait.
  void delays(Duration wait);

  /// Nobody there answers.
  void goesAway();

  void comesBack();

  @Override
  void close();
}
