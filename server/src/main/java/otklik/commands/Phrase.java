package otklik.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.kernel.PersonId;

/// Something to be said, in whatever language it is read: the key of a text and what stands in its places.
///
/// @param values names and values by turns. Of a [PersonId] the name is said, a [Mention] calls them
/// @param next   what follows on a line of its own; null for nothing
public record Phrase(String key, List<@Nullable Object> values, @Nullable Phrase next) {
  /// Somebody who is called by name, so that their messenger tells them.
  public record Mention(PersonId person) {}

  /// Likewise, with more to stand in its places.
  public Phrase and(@Nullable Object... more) {
    List<@Nullable Object> all = new ArrayList<>(values);
    all.addAll(Arrays.asList(more));
    return new Phrase(key, Collections.unmodifiableList(all), next);
  }

  /// Followed by another, on a line of its own.
  public Phrase then(Phrase line) {
    return new Phrase(key, values, next == null ? line : next.then(line));
  }

  public static Phrase of(String key, @Nullable Object... values) {
    return new Phrase(key, Collections.unmodifiableList(new ArrayList<>(Arrays.asList(values))), null);
  }
}
