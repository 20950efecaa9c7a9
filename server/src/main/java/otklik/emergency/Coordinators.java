package otklik.emergency;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.talk.Team;
import otklik.workspaces.Channel;

/// Who works for the panic button. All of them may do everything.
@Component
final class Coordinators implements EmergencyPart, Team {
  @Override
  public List<String> groups(Channel channel) {
    return List.of(Emergency.settings(channel).coordinatorsChat());
  }

  @Override
  public boolean has(Channel channel, String account) {
    return Emergency.settings(channel).isCoordinator(account);
  }

  @Override
  public String notForYou(Channel channel) {
    return channel.text("emergency.coordinators.only");
  }

  @Override
  public String guide(Channel channel) {
    return helpBegins(channel) + "\n" + channel.text("emergency.coordinators.guide.more");
  }

  @Override
  public String helpBegins(Channel channel) {
    return channel.text("emergency.coordinators.guide");
  }
}
