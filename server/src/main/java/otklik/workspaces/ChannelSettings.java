package otklik.workspaces;

import java.util.List;
import java.util.Set;
import otklik.channels.Credentials;
import otklik.channels.Messenger;

/// A channel as configured.
///
/// @param name      unique within the workspace
/// @param credentials secret: the account's
/// @param helpers   secret: of more accounts that only speak for the channel
/// @param texts     the workspace's, in the messenger's own words where it has some
/// @param scenario  what the channel runs
/// @param ownTexts  what the keys of the scenario's own texts begin with, see [ScenarioSettings#ownTexts]
/// @param settings  the scenario's own, as its `ScenarioSettings` read them
/// @param chats     the messenger's chats that are the channel's alone
public record ChannelSettings(
    String name,
    Messenger messenger,
    Credentials credentials,
    List<Credentials> helpers,
    Texts texts,
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
    return "ChannelSettings[" + name + ", " + messenger.name() + ", " + scenario + "]";
  }
}
