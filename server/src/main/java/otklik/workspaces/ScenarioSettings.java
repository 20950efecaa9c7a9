package otklik.workspaces;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import otklik.channels.Ability;
import otklik.channels.Messenger;
import otklik.settings.Section;

/// Reads a scenario's own part of a channel's configuration. Each scenario brings one, named in
/// `META-INF/services`, and so stays unknown to this module.
///
/// @param <T> what the scenario makes of its settings; must not show secrets in its `toString`
public interface ScenarioSettings<T> {
  /// The scenario's name, under which its keys stand.
  String scenario();

  /// What the keys of the scenario's own texts begin with.
  default String ownTexts() {
    return scenario() + ".";
  }

  /// What a messenger must be able to do for the scenario.
  default Set<Ability> needs() {
    return Set.of();
  }

  /// Reads what stands under the scenario's name; notes in the section what is wrong.
  ///
  /// @param zone      the workspace's
  /// @param messenger the channel's: knows how ids look
  T read(Section section, ZoneId zone, Messenger messenger);

  /// The messenger's chats that these settings claim for the channel alone. A chat claimed twice is refused.
  default Set<String> chats(T settings) {
    return Set.of();
  }

  /// Where the scenario's section names secrets of more accounts that only speak for the channel.
  String HELPER_TOKENS = "helper-tokens";

  /// Those secrets. One that isn't of the messenger's shape or belongs to another account is refused.
  default List<String> helperTokens(T settings) {
    return List.of();
  }
}
