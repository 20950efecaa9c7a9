package otklik.workspaces;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import otklik.kernel.Language;
import otklik.settings.Section;

/// Reads workspaces one after another, and refuses what two of them can't share.
final class WorkspaceReader {
  static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  static final String A_NAME = "a name: up to 40 of a-z, 0-9 and -";

  private final ChannelReader channelReader;
  private final ZoneId zone;
  private final Set<String> workspaces = new HashSet<>();

  /// @param zone of workspaces that name none
  WorkspaceReader(ChannelReader channelReader, ZoneId zone) {
    this.channelReader = channelReader;
    this.zone = zone;
  }

  WorkspaceSettings read(Section section) {
    String name = section.text("name", NAME, A_NAME);
    if (!name.isEmpty() && !workspaces.add(name)) {
      section.problem("name", "there is a workspace '" + name + "' already");
    }
    ZoneId own = section.zone("timezone", zone);
    var language = section.choice("language", Language.class, Language.RU);
    var texts = TextsReader.read(section.section("texts"));
    List<Section> channels = section.sections("channels");
    if (channels.isEmpty()) {
      section.problem("channels", "at least one is needed");
    }
    var names = new HashSet<String>();
    return new WorkspaceSettings(name, own, language, texts,
        channels.stream().map(channel -> channelReader.read(channel, name, own, texts, names)).toList());
  }
}
