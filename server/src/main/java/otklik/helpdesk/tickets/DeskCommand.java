package otklik.helpdesk.tickets;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.MessageRef;
import otklik.commands.Command;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.kernel.PersonId;
import otklik.people.Person;
import otklik.people.Role;

/// What can be done at a desk.
public sealed interface DeskCommand extends Command {
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
  record Release() implements Moving {}

  /// Likewise, because whoever had it works there no more.
  record ReleaseOrphan() implements Moving {
    @Override
    public Set<Role> roles() {
      return EnumSet.of(Role.CLOCK);
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

  /// Words for the person.
  record Answer(AnswerWords words, AnswerKind kind) implements DeskCommand {}

  /// Answers that wait for their time.
  sealed interface Postponing extends DeskCommand {}

  /// @param ordered the slash command that says so in the ticket's room; null through other doors
  record AnswerLater(Content.Text words, Instant at, Incoming.@Nullable Said ordered) implements Postponing {}

  /// It isn't sent.
  ///
  /// @param answer its id
  record CancelLater(long answer) implements Postponing {}

  /// What the person thinks of the help, once for each closing.
  record Rate(boolean good) implements DeskCommand {
    @Override
    public Set<Role> roles() {
      return EnumSet.of(Role.ASKER);
    }
  }

  /// Who may come in by themself; about no ticket.
  sealed interface Inviting extends DeskCommand {
    @Override
    default Set<Role> roles() {
      return EnumSet.of(Role.ADMIN);
    }
  }

  /// One more code for a project.
  ///
  /// @param project its name; with its company before it, `Company / Project`, what isn't there is made
  /// @param uses    how many people it lets in; null for any number
  /// @param days    how long it does; null for ever
  record MakeCode(String project, @Nullable Integer uses, @Nullable Integer days) implements Inviting {}

  /// Lets nobody else in with it.
  ///
  /// @param code as somebody typed or pasted it
  record RevokeCode(String code) implements Inviting {}

  /// An answer leaves the person's chat.
  ///
  /// @param answer where it was written; null for none
  record TakeBack(@Nullable MessageRef answer) implements DeskCommand {}
}
