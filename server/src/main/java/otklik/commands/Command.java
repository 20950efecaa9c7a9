package otklik.commands;

import java.util.Set;
import otklik.people.Role;

/// What somebody wants to be done: a value, the same through whichever door it comes. It carries what the door was told
/// and nothing that it has looked up to decide.
public interface Command {
  /// Whose it is: in a channel of another scenario nobody can give it.
  String scenario();

  /// Whoever may give it: as any of these.
  Set<Role> roles();
}
