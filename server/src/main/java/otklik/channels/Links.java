package otklik.channels;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Addresses by which a messenger's programs open something.
public interface Links {
  /// Where members of a group find a topic of it; null where it has no address, or there is no topic.
  @Nullable String toTopic(@Nullable Place topic);

  /// What somebody who pasted a link to our account gives away as the word that they were to begin with.
  Optional<String> startWord(String text);

  /// Of a messenger without such addresses.
  Links NONE = new Links() {
    @Override
    public @Nullable String toTopic(@Nullable Place topic) {
      return null;
    }

    @Override
    public Optional<String> startWord(String text) {
      return Optional.empty();
    }
  };
}
