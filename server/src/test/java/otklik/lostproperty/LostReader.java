package otklik.lostproperty;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import otklik.channels.Ability;
import otklik.channels.Messenger;
import otklik.channels.Right;
import otklik.relay.Receipts;
import otklik.settings.Section;
import otklik.standing.Needs;
import otklik.standing.ScenarioNeeds;
import otklik.workspaces.ChannelSettings;
import otklik.workspaces.ScenarioSettings;

/// What a channel is told, and what it needs in the messenger.
public final class LostReader implements ScenarioSettings<LostSettings>, ScenarioNeeds {
  @Override
  public String scenario() {
    return LostProperty.NAME;
  }

  @Override
  public Set<Ability> needs() {
    return Set.of(Ability.GROUPS, Ability.TOPICS, Ability.BUTTONS, Ability.EDITS);
  }

  @Override
  public LostSettings read(Section section, ZoneId zone, Messenger messenger) {
    return new LostSettings(messenger.ids().group(section, "staff-chat-id"),
        messenger.ids().people(section, "staff"), messenger.ids().people(section, "admins"));
  }

  @Override
  public Set<String> chats(LostSettings settings) {
    return Set.of(settings.staffChat());
  }

  @Override
  public Needs of(ChannelSettings channel) {
    LostSettings settings = channel.settings(LostSettings.class);
    return new Needs(List.of(new Needs.Group(settings.staffChat(), "staff-chat-id", true, EnumSet.allOf(Right.class),
        settings.staff(), "staff", Receipts.USED)), Set.copyOf(settings.staff()));
  }
}
