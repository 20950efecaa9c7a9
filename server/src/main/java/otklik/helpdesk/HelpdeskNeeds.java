package otklik.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import otklik.channels.Right;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.relay.Receipts;
import otklik.standing.Needs;
import otklik.standing.ScenarioNeeds;
import otklik.workspaces.ChannelSettings;

/// A desk needs its group, with topics and the rights to work there, and its operators in it.
public final class HelpdeskNeeds implements ScenarioNeeds {
  private static final Set<Right> RIGHTS = Set.of(Right.values());
  private static final String OPERATORS = "operators (OPERATORS)";

  @Override
  public String scenario() {
    return HelpdeskSettings.SCENARIO;
  }

  @Override
  public Needs of(ChannelSettings channel) {
    HelpdeskSettings desk = channel.settings(HelpdeskSettings.class);
    List<Needs.Group> groups = new ArrayList<>();
    groups.add(new Needs.Group(desk.supportChat(), "support-chat-id (SUPPORT_CHAT_ID)", true, RIGHTS, desk.operators(),
        OPERATORS, Receipts.USED));
    String overflow = desk.reinforcements().overflowChat();
    if (overflow != null && !overflow.equals(desk.supportChat())) {
      groups.add(new Needs.Group(overflow, "overflow-chat-id", true, RIGHTS, desk.operators(), OPERATORS,
          Receipts.USED));
    }
    return new Needs(groups, Set.copyOf(desk.operators()));
  }
}
