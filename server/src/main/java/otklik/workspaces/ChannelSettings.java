package otklik.workspaces;

import java.util.List;
import java.util.Set;

/// A channel as configured.
///
/// @param name      unique within the workspace
/// @param messenger telegram …
/// @param token     secret
/// @param helperTokens secret: of more accounts that only speak for the channel
/// @param unlimited true when the messenger's server sets no limits
/// @param scenario  what the channel runs
/// @param ownTexts  what the keys of the scenario's own texts begin with, see [ScenarioSettings#ownTexts]
/// @param settings  the scenario's own, as its `ScenarioSettings` read them
/// @param chats     the messenger's chats that are the channel's alone
public record ChannelSettings(
    String name,
    String messenger,
    String token,
    List<String> helperTokens,
    boolean unlimited,
    String scenario,
    String ownTexts,
    Object settings,
    Set<String> chats) {

  /// The scenario's settings as the type that its reader makes.
  public <T> T settings(Class<T> type) {
    return type.cast(settings);
  }

  @Override
  public String toString() {
    return "ChannelSettings[" + name + ", " + messenger + ", " + scenario + "]";
  }
}
