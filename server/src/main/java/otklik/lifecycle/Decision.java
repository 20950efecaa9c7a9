package otklik.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.commands.Phrase;
import otklik.kernel.PersonId;

/// What becomes of a ticket by a command. Effects are applied in their order.
public sealed interface Decision {
  /// @param to    the state as it is stored
  /// @param owner who has it then
  /// @param words said to whoever gave the command; null for nothing
  record Moved(String to, @Nullable PersonId owner, List<Effect> effects, @Nullable Phrase words) implements Decision {}

  /// The state stays what it is.
  record Stayed(List<Effect> effects, @Nullable Phrase words) implements Decision {}

  /// Nothing is done, but that whoever came too late sees what is true.
  record Refused(Phrase why, List<Effect> effects) implements Decision {}

  static Decision refused(String key, @Nullable Object... values) {
    return new Refused(Phrase.of(key, values), List.of());
  }
}
