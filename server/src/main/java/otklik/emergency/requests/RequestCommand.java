package otklik.emergency.requests;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.commands.Command;
import otklik.emergency.settings.EmergencySettings;
import otklik.kernel.PersonId;
import otklik.people.Role;

/// What can be done with a request for help.
public sealed interface RequestCommand extends Command {
  @Override
  default String scenario() {
    return EmergencySettings.SCENARIO;
  }

  /// Why a volunteer doesn't have a request any more.
  enum Loss {
    /// They wanted it so.
    GIVEN_BACK,
    SILENT,
    UNREACHABLE,
    /// Coordinators don't hear the volunteer any more, and have told them so.
    BLOCKED,
    /// They had themself forgotten: nobody names them any more.
    FORGOTTEN
  }

  /// What [RequestLifecycle] decides.
  sealed interface Moving extends RequestCommand {}

  /// What whoever has the request does.
  sealed interface Helping extends Moving {
    @Override
    default Set<Role> roles() {
      return EnumSet.of(Role.OWNER);
    }
  }

  /// What the person who asked for help does.
  sealed interface Asking extends Moving {
    @Override
    default Set<Role> roles() {
      return EnumSet.of(Role.ASKER);
    }
  }

  /// What coordinators decide.
  sealed interface Coordinating extends RequestCommand {
    @Override
    default Set<Role> roles() {
      return EnumSet.of(Role.TEAM);
    }
  }

  /// What happens by itself, or follows from something else.
  sealed interface Happening extends Moving {
    @Override
    default Set<Role> roles() {
      return EnumSet.of(Role.CLOCK);
    }
  }

  /// The request is theirs who says so.
  record Take() implements Moving {
    @Override
    public Set<Role> roles() {
      return EnumSet.of(Role.MEMBER);
    }
  }

  /// @param remark travels with the request
  record Return(@Nullable String remark) implements Helping {}

  /// It is done, says whoever has it.
  record Fulfil() implements Helping {}

  /// They don't have it any more.
  record Lose(PersonId volunteer, Loss why) implements Happening {}

  /// It is done, says the person, or says nothing for a day.
  record Thank() implements Asking {
    @Override
    public Set<Role> roles() {
      return EnumSet.of(Role.ASKER, Role.CLOCK);
    }
  }

  record StillNeeded() implements Asking {}

  record Withdraw() implements Asking {}

  /// It is urgent, and it is to be closed as one that isn't.
  record Insist() implements Asking {}

  /// Likewise, when it was closed.
  record Appeal() implements Asking {}

  /// It stays open for its whole time from now on.
  record ExtendOwn() implements Moving {
    @Override
    public Set<Role> roles() {
      return EnumSet.of(Role.ASKER, Role.OWNER);
    }
  }

  record Extend() implements Coordinating, Moving {}

  record Close() implements Coordinating, Moving {}

  /// The volunteers were right.
  record KeepClosed() implements Coordinating, Moving {}

  /// The person was right, or would be.
  record Readmit() implements Coordinating, Moving {}

  /// @param of who wanted it; null for whoever gives the command
  record End(Request.Ending why, @Nullable PersonId of) implements Happening {}

  /// About whether somebody is heard at all.
  sealed interface Hearing extends Coordinating {}

  /// The person who asked for help.
  record Block() implements Hearing {}

  record Unblock() implements Hearing {}

  /// Anybody; about no request.
  ///
  /// @param words how they may be shown to coordinators
  record BlockPerson(PersonId person, String words) implements Hearing {}

  record UnblockPerson(PersonId person, String words) implements Hearing {}
}
