package otklik.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.people.Actor;
import otklik.people.Role;
import otklik.tickets.Ticket;

class CommandRightsTest {
  private static final PersonId ASKER = new PersonId(1);
  private static final PersonId OWNER = new PersonId(2);
  private static final PersonId SOMEBODY = new PersonId(3);

  private sealed interface Lamp extends Command {
    @Override
    default String scenario() {
      return "lamps";
    }

    @Override
    default Set<Role> roles() {
      return EnumSet.of(Role.TEAM);
    }
  }

  private record On() implements Lamp {}

  private record Off() implements Lamp {}

  private static class LampHandler implements CommandHandler<Lamp> {
    @Override
    public Result done(Given<Lamp> given) {
      return Result.done();
    }
  }

  private static final class OffHandler implements CommandHandler<Off> {
    @Override
    public Result done(Given<Off> given) {
      return Result.done();
    }
  }

  private static Ticket ticket(@Nullable PersonId owner) {
    return new Ticket(new TicketId(7), 1, ASKER, "7", "open", owner, null, null, null, null, Instant.EPOCH, null, null,
        null);
  }

  private static boolean may(Actor by, Role role, @Nullable PersonId owner) {
    return Commands.may(by, EnumSet.of(role), ticket(owner));
  }

  @Test
  void what_follows_from_the_ticket_needs_no_grant() {
    assertThat(may(Actor.of(ASKER), Role.ASKER, null)).isTrue();
    assertThat(may(Actor.of(OWNER), Role.OWNER, OWNER)).isTrue();
    assertThat(may(new Actor.ConsoleUser("Olga", OWNER, Set.of()), Role.OWNER, OWNER)).isTrue();
    assertThat(may(Actor.of(SOMEBODY), Role.ASKER, null)).isFalse();
    assertThat(may(Actor.of(OWNER), Role.OWNER, null)).isFalse();
    assertThat(may(Actor.CLOCK, Role.OWNER, null)).isFalse();
    assertThat(Commands.may(Actor.of(ASKER), EnumSet.of(Role.ASKER), null)).isFalse();
  }

  @Test
  void everything_else_was_granted_by_whoever_let_them_in() {
    for (Role role : List.of(Role.TEAM, Role.ADMIN, Role.MEMBER)) {
      assertThat(may(Actor.of(OWNER), role, OWNER)).isFalse();
      assertThat(may(Actor.CLOCK, role, OWNER)).isFalse();
      assertThat(may(new Actor.MessengerUser(SOMEBODY, Set.of(role)), role, null)).isTrue();
      assertThat(may(new Actor.ConsoleUser("Olga", null, Set.of(role)), role, null)).isTrue();
      assertThat(may(new Actor.Integration("CRM", Set.of(role)), role, null)).isTrue();
    }
    assertThat(may(Actor.CLOCK, Role.CLOCK, null)).isTrue();
    assertThat(may(Actor.of(SOMEBODY), Role.CLOCK, null)).isFalse();
  }

  @Test
  void one_of_the_roles_is_enough() {
    assertThat(Commands.may(Actor.CLOCK, EnumSet.of(Role.ASKER, Role.CLOCK), ticket(null))).isTrue();
  }

  @Test
  void two_handlers_of_one_command_do_not_start() {
    assertThatThrownBy(() -> new Commands(List.of(new LampHandler(), new OffHandler())))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("Off");
  }
}
