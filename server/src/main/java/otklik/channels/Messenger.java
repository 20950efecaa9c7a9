package otklik.channels;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import otklik.settings.Section;

/// A messenger that channels can be of: all that the house may know of it. Each is one folder below this package, found
/// by its [MessengerSettings].
public interface Messenger {
  /// As the configuration, the tables and the names of its own texts write it: telegram, whatsapp …
  String name();

  /// As people call it.
  String title();

  Set<Ability> abilities();

  MessageSizes sizes();

  /// For how long what was said can be deleted again; zero where it never can.
  Duration deletable();

  IdReader ids();

  Links links();

  /// Whether few messages can stand between two of a chat, as far as their ids tell.
  default boolean isSoonAfter(MessageRef before, MessageRef after) {
    return true;
  }

  /// Where it is asked and told: tells by which way it is reached ([Network#proxyTo]).
  URI server();

  /// Reads by what a channel's account is known: the messenger's own keys of the channel's section. What is wrong is
  /// noted there, and what two channels would share.
  Credentials credentials(Section channel, Claims claims);

  /// Likewise for one more account that only speaks for a channel.
  ///
  /// @param own    of the channel itself
  /// @param key    under which its secret stands, maybe among others
  /// @param secret never shown, not even when it is wrong
  /// @return empty where something was wrong
  default Optional<Credentials> helper(Credentials own, Section section, String key, String secret, Claims claims) {
    section.problem(key, title() + " lets no other account speak for a channel");
    return Optional.empty();
  }

  LineFactory connect(Network network);

  default boolean can(Ability ability) {
    return abilities().contains(ability);
  }
}
