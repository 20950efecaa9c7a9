package otklik.helpdesk.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Messenger;
import otklik.settings.Section;
import otklik.workspaces.ScenarioSettings;

/// What helps a group that has more to show than its messenger lets one bot send.
///
/// @param helperTokens secret: more bots that sit in the same group and only speak
/// @param overflowChat a second group, in which topics are opened while the first is overloaded
public record Reinforcements(List<String> helperTokens, @Nullable String overflowChat) {
  private static final String OVERFLOW = "overflow-chat-id";
  public static final Reinforcements NONE = new Reinforcements(List.of(), null);

  static Reinforcements read(Section section, Messenger messenger) {
    return new Reinforcements(section.texts(ScenarioSettings.HELPER_TOKENS),
        section.has(OVERFLOW) ? overflowChat(section, messenger) : null);
  }

  private static String overflowChat(Section section, Messenger messenger) {
    if (section.optionalText(OVERFLOW).equals(section.optionalText("support-chat-id"))) {
      section.problem(OVERFLOW, "is the operators' group itself; another one is needed");
    }
    return messenger.ids().group(section, OVERFLOW);
  }

  @Override
  public String toString() {
    return "Reinforcements[" + helperTokens.size() + " helpers, " + overflowChat + "]";
  }
}
