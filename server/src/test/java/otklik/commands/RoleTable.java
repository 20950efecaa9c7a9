package otklik.commands;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.documents.PrintedPart;
import otklik.people.Role;

/// Who may give which of a scenario's commands, as its document shows it.
public final class RoleTable {
  private final Map<String, Set<Role>> rows = new LinkedHashMap<>();

  public RoleTable(Class<? extends Command> commands) {
    SealedMembers.of(commands).forEach(each -> rows.put(each.getSimpleName(), empty(each).roles()));
  }

  public void standsIn(String document) {
    List<Role> columns = Arrays.stream(Role.values())
        .filter(role -> rows.values().stream().anyMatch(roles -> roles.contains(role))).toList();
    StringBuilder printed = new StringBuilder("| | ");
    printed.append(columns.stream().map(role -> role.name().toLowerCase()).collect(Collectors.joining(" | ")))
        .append(" |\n|---|").append("---|".repeat(columns.size())).append('\n');
    rows.forEach((name, roles) -> printed.append("| ").append(name).append(" | ")
        .append(columns.stream().map(role -> roles.contains(role) ? "✓" : "").collect(Collectors.joining(" | ")))
        .append(" |\n"));
    PrintedPart.standsIn(document, "roles", printed.toString());
  }

  /// Who may give a command doesn't depend on what it carries.
  private static Command empty(Class<?> command) {
    try {
      Constructor<?> constructor = command.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return (Command) constructor.newInstance(
          Arrays.stream(constructor.getParameterTypes()).map(RoleTable::nothing).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(command.getName(), e);
    }
  }

  private static @Nullable Object nothing(Class<?> type) {
    return Array.get(Array.newInstance(type, 1), 0);
  }
}
