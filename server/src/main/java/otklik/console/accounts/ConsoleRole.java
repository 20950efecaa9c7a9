package otklik.console.accounts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import otklik.people.Role;

/// As what somebody uses the console in a workspace. The names are stored: never rename one.
public enum ConsoleRole {
  /// Does whatever can be done in the workspace, and says who else may do what.
  ADMINISTRATOR(EnumSet.of(Role.TEAM, Role.ADMIN)),
  /// Works on people's tickets.
  OPERATOR(EnumSet.of(Role.TEAM)),
  /// Looks.
  READER(EnumSet.noneOf(Role.class));

  private final Set<Role> granted;

  ConsoleRole(Set<Role> granted) {
    this.granted = granted;
  }

  /// What commands may be given by them.
  public Set<Role> granted() {
    return EnumSet.copyOf(granted);
  }

  /// As it is stored, and as a form says it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ConsoleRole> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
