package otklik.talk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.delivery.MovedChats;
import otklik.people.Role;
import otklik.workspaces.Channel;

/// Each scenario's [Team].
@Component
final class Teams {
  private final Map<String, Team> byScenario;
  private final MovedChats movedChats;

  Teams(List<Team> all, MovedChats movedChats) {
    this.byScenario = Parts.single(all);
    this.movedChats = movedChats;
  }

  /// Where the team works, by the ids that the groups have now.
  List<String> groups(Channel channel) {
    return find(channel).stream().flatMap(team -> team.groups(channel).stream())
        .map(group -> movedChats.current(channel, group)).distinct().toList();
  }

  /// Empty for a scenario in which nobody works in a group.
  Optional<Team> find(Channel channel) {
    return Optional.ofNullable(byScenario.get(channel.scenario()));
  }

  Team of(Channel channel) {
    return find(channel).orElseThrow(() -> new IllegalStateException("nobody works for " + channel.scenario()));
  }

  /// See [Team#roles].
  Set<Role> roles(Channel channel, String account) {
    return find(channel).map(team -> team.roles(channel, account)).orElse(Set.of());
  }

  /// Bots never do.
  boolean areHeard(Channel channel, Author author) {
    return author.human() && roles(channel, author.id()).contains(Role.TEAM);
  }
}
