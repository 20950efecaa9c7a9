package otklik.commands;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import otklik.people.Actor;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// A command that somebody gave.
///
/// @param about the ticket as it was read; null for what is about none
public record Given<C extends Command>(Turn turn, Actor by, @Nullable Ticket about, C command) {
  /// @throws NullPointerException when it is about none
  public Ticket ticket() {
    return Objects.requireNonNull(about, "a ticket");
  }
}
