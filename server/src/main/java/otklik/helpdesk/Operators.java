package otklik.helpdesk;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.talk.Team;
import otklik.workspaces.Channel;

/// Who answers at a desk, and who of them may do everything.
@Component
final class Operators implements DeskPart, Team {
  @Override
  public List<String> groups(Channel channel) {
    return Helpdesk.settings(channel).groups();
  }

  @Override
  public boolean has(Channel channel, String account) {
    return Helpdesk.settings(channel).isOperator(account);
  }

  @Override
  public boolean isAdmin(Channel channel, String account) {
    return Helpdesk.settings(channel).isAdmin(account);
  }

  @Override
  public boolean areAllAdmins(Channel channel) {
    HelpdeskSettings settings = Helpdesk.settings(channel);
    return settings.admins().containsAll(settings.operators());
  }

  @Override
  public String notForYou(Channel channel) {
    return channel.text("not-operator");
  }

  @Override
  public String guide(Channel channel) {
    return channel.text("guide");
  }
}
