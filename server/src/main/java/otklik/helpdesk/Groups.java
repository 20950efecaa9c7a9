package otklik.helpdesk;

import java.time.Duration;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.channels.Lines;
import otklik.delivery.GroupLoads;
import otklik.delivery.MovedChats;
import otklik.workspaces.Channel;

/// The groups in which a desk's operators work, and the bots that speak there.
@Component
final class Groups {
  /// While people's words wait longer than this for the first group, new topics are opened in the second.
  private static final Duration TOO_LONG = Duration.ofSeconds(10);

  private final GroupLoads loads;
  private final MovedChats movedChats;
  private final Lines lines;

  Groups(GroupLoads loads, MovedChats movedChats, Lines lines) {
    this.loads = loads;
    this.movedChats = movedChats;
    this.lines = lines;
  }

  /// The group for a topic that is opened now.
  String forNewTopic(Channel channel) {
    HelpdeskSettings settings = Helpdesk.settings(channel);
    String first = movedChats.current(channel, settings.supportChat());
    String other = settings.reinforcements().overflowChat();
    if (other == null) {
      return first;
    }
    Duration delay = loads.of(channel, first).delay();
    String second = movedChats.current(channel, other);
    boolean better = delay.compareTo(TOO_LONG) > 0 && loads.of(channel, second).delay().compareTo(delay) < 0;
    return better ? second : first;
  }

  boolean isOurBot(Channel channel, Incoming.TopicChanged changed) {
    return changed.byUs() || lines.isOurs(channel.id(), changed.by().id());
  }
}
