package otklik.talk;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import otklik.channels.Incoming;
import otklik.people.Person;
import otklik.people.Role;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Who works on a scenario's tickets, in which groups, and what becomes of what they say there.
public interface Team extends Part {
  /// As they were configured; the messenger may have moved them since.
  List<String> groups(Channel channel);

  /// @param account the person's id in the messenger
  boolean has(Channel channel, String account);

  /// Whether they may do what only some may.
  boolean isAdmin(Channel channel, String account);

  /// What somebody was granted: whether they work there, and whether they may do what only some may.
  default Set<Role> roles(Channel channel, String account) {
    if (!has(channel, account)) {
      return Set.of();
    }
    return isAdmin(channel, account) ? EnumSet.of(Role.TEAM, Role.ADMIN) : EnumSet.of(Role.TEAM);
  }

  /// Whether nobody is shown less than all.
  boolean areAllAdmins(Channel channel);

  /// The accounts of those who are told in private what is amiss with a group, and can mend it.
  List<String> responsible(Channel channel);

  /// What somebody else who presses a button in a group is told.
  String notForYou(Channel channel);

  /// How to work there: pinned in each group.
  String guide(Channel channel);

  /// What `/help` there begins with; empty for nothing.
  default String helpBegins(Channel channel) {
    return "";
  }

  /// Somebody of the team said something under a ticket that is neither a command nor a note.
  void said(Turn turn, Ticket ticket, Person by, Incoming.Said said) throws Exception;

  /// Likewise where no ticket is meant.
  default void saidOfNone(Turn turn, Incoming.Said said) throws Exception {
    // They talk to each other.
  }
}
