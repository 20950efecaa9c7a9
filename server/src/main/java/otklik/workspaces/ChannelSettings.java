package otklik.workspaces;

/// A channel as configured.
///
/// @param name      unique within the workspace
/// @param messenger telegram …
/// @param token     secret
/// @param unlimited true when the messenger's server sets no limits
/// @param scenario  what the channel runs
/// @param settings  the scenario's own, as its `ScenarioSettings` read them
public record ChannelSettings(
    String name, String messenger, String token, boolean unlimited, String scenario, Object settings) {

  /// The scenario's settings as the type that its reader makes.
  public <T> T settings(Class<T> type) {
    return type.cast(settings);
  }

  @Override
  public String toString() {
    return "ChannelSettings[" + name + ", " + messenger + ", " + scenario + "]";
  }
}
