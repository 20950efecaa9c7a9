package otklik.helpdesk;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.channels.MessageRef;
import otklik.commands.Command;
import otklik.kernel.PersonId;
import otklik.people.Person;
import otklik.people.Role;

/// What can be done at a desk.
sealed interface DeskCommand extends Command {
  @Override
  default String scenario() {
    return HelpdeskSettings.SCENARIO;
  }

  @Override
  default Set<Role> roles() {
    return EnumSet.of(Role.TEAM);
  }

  /// What [TicketLifecycle] decides.
  sealed interface Moving extends DeskCommand {}

  /// The ticket is theirs who says so.
  record Take() implements Moving {}

  /// Nobody has it any more, and anybody may take it.
  record Release() implements Moving {
    @Override
    public Set<Role> roles() {
      return EnumSet.of(Role.TEAM, Role.CLOCK);
    }
  }

  /// Gives the ticket to this operator, whoever has it.
  record Assign(Person to) implements Moving {}

  record Close() implements Moving {}

  /// The person says that all is well now.
  record CloseOwn() implements Moving {
    @Override
    public Set<Role> roles() {
      return EnumSet.of(Role.ASKER);
    }
  }

  /// Its person is forgotten, and nobody is told.
  record CloseForgotten() implements Moving {
    @Override
    public Set<Role> roles() {
      return EnumSet.of(Role.CLOCK);
    }
  }

  record Reopen() implements Moving {}

  /// The person goes on with the old matter, or doesn't say that it is a new one.
  record GoOn() implements Moving {
    @Override
    public Set<Role> roles() {
      return EnumSet.of(Role.ASKER, Role.CLOCK);
    }
  }

  /// The person is asked to say more.
  record RequestDetails() implements Moving {}

  /// The person isn't heard any more.
  record Block() implements Moving {}

  /// To which project a ticket belongs.
  sealed interface Placing extends DeskCommand {}

  /// Its person, of whom no code says where they belong, is one of this project's.
  record Bind(Project to) implements Placing {}

  /// The ticket is one of this project. One without a project gets its first.
  record Transfer(Project to) implements Placing {}

  /// Whether somebody is heard again.
  sealed interface Unblocking extends DeskCommand {}

  /// The ticket's person.
  record Unblock() implements Unblocking {}

  /// Anybody; about no ticket.
  record UnblockPerson(PersonId person) implements Unblocking {
    @Override
    public Set<Role> roles() {
      return EnumSet.of(Role.ADMIN);
    }
  }

  /// What is said of a ticket besides.
  sealed interface Describing extends DeskCommand {}

  record SetPriority(boolean urgent) implements Describing {}

  /// Words for the other operators.
  record AddNote(String words) implements Describing {}

  /// An answer leaves the person's chat.
  ///
  /// @param answer where it was written; null for none
  record TakeBack(@Nullable MessageRef answer) implements DeskCommand {}
}
