package otklik.lostproperty;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.commands.Command;
import otklik.kernel.MessageId;
import otklik.people.Role;

/// What can be done with something that was found.
sealed interface LostCommand extends Command {
  /// @param where null where nobody remembers
  record Report(MessageId what, @Nullable MessageId where) implements LostCommand {}

  record Take() implements LostCommand {}

  record Close() implements LostCommand {}

  record Remind() implements LostCommand {}

  record CloseErased() implements LostCommand {}

  @Override
  default String scenario() {
    return LostProperty.NAME;
  }

  @Override
  default Set<Role> roles() {
    return switch (this) {
      case Report _ -> Set.of(Role.ASKER);
      case Take _ -> Set.of(Role.TEAM);
      case Close _ -> Set.of(Role.OWNER, Role.ADMIN);
      case Remind _, CloseErased _ -> Set.of(Role.CLOCK);
    };
  }
}
