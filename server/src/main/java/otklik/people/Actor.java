package otklik.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.kernel.PersonId;

/// Who does something. Whoever lets them in names them and says what they were granted; a ticket's timeline keeps who
/// it was, without that.
public sealed interface Actor {
  Actor CLOCK = new Clock();

  /// Somebody in their messenger.
  record MessengerUser(PersonId id, Set<Role> roles) implements Actor {}

  /// Somebody at the console.
  ///
  /// @param name as the console calls them
  /// @param id   who they are in the messenger; null when they aren't known there
  record ConsoleUser(String name, @Nullable PersonId id, Set<Role> roles) implements Actor {}

  /// A program of somebody else.
  record Integration(String name, Set<Role> roles) implements Actor {}

  /// Nobody in particular: a time has come, or the program does it by itself.
  record Clock() implements Actor {}

  /// With nothing but what they are to a ticket.
  ///
  /// @param id null when nobody in particular did it
  static Actor of(@Nullable PersonId id) {
    return id == null ? CLOCK : new MessengerUser(id, Set.of());
  }

  /// Who they are in the messenger.
  default @Nullable PersonId person() {
    return switch (this) {
      case MessengerUser(var id, _) -> id;
      case ConsoleUser(_, var id, _) -> id;
      case Integration _, Clock _ -> null;
    };
  }

  default boolean is(PersonId other) {
    return other.equals(person());
  }

  /// Whether it is the same one, whatever either was granted.
  default boolean isSame(Actor other) {
    return person() != null ? other.is(person())
        : other.person() == null && getClass().equals(other.getClass()) && name().equals(other.name());
  }

  /// As whoever let them in calls them; empty for those whom the messenger knows, and for nobody in particular.
  default String name() {
    return switch (this) {
      case ConsoleUser(var name, _, _) -> name;
      case Integration(var name, _) -> name;
      case MessengerUser _, Clock _ -> "";
    };
  }

  /// What they were granted.
  default Set<Role> granted() {
    return switch (this) {
      case MessengerUser(_, var roles) -> roles;
      case ConsoleUser(_, _, var roles) -> roles;
      case Integration(_, var roles) -> roles;
      case Clock _ -> Set.of(Role.CLOCK);
    };
  }
}
