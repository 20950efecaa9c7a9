package otklik.standing;

import java.util.List;
import java.util.Set;
import otklik.channels.Right;

/// What a scenario needs to find in the messenger.
///
/// @param workers who alone may have tickets, by the messenger's ids; empty where anybody may
public record Needs(List<Group> groups, Set<String> workers) {
  public static final Needs NONE = new Needs(List.of(), Set.of());

  /// A group in which the account must be an administrator.
  ///
  /// @param setting where the configuration names it
  /// @param topics  whether its topics must be switched on
  /// @param members who must be in it, by the messenger's ids, under names of their own
  /// @param list    where the configuration names them
  /// @param reactions which the account puts on messages there
  public record Group(String chat, String setting, boolean topics, Set<Right> rights, List<String> members,
      String list, Set<String> reactions) {}
}
