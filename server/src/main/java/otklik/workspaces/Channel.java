package otklik.workspaces;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.channels.MessageSizes;
import otklik.channels.Messenger;
import otklik.kernel.ChannelId;
import otklik.kernel.Language;
import otklik.kernel.WorkspaceId;

/// A messenger account of a workspace, as everything behind the door knows it.
public record Channel(ChannelId id, WorkspaceId workspace, WorkspaceSettings home, ChannelSettings settings) {

  public String name() {
    return settings.name();
  }

  public Messenger messenger() {
    return settings.messenger();
  }

  /// How much goes into one of its messages.
  public MessageSizes sizes() {
    return messenger().sizes();
  }

  public String scenario() {
    return settings.scenario();
  }

  public ZoneId zone() {
    return home.zone();
  }

  /// What operators read, and people whose own language isn't known.
  public Language language() {
    return home.language();
  }

  /// As its messenger's people know the things that are spoken of.
  public Texts texts() {
    return settings.texts();
  }

  /// In the channel's own language.
  public String text(String key, @Nullable Object... values) {
    return texts().text(language(), key, values);
  }

  /// Likewise, with named values.
  public String text(String key, Map<String, ?> values) {
    return texts().text(language(), key, values);
  }

  /// The key of what every scenario says, in the scenario's own words where it has some (`emergency.help`), else in the
  /// common ones (`talk.help`).
  public String ownKey(String key) {
    String own = settings.ownTexts() + key;
    return texts().has(language(), own) ? own : "talk." + key;
  }

  /// For logs.
  public String label() {
    return home.name() + "/" + settings.name();
  }
}
