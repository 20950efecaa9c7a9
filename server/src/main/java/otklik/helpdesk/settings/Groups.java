package otklik.helpdesk.settings;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.delivery.GroupLoads;
import otklik.delivery.MovedChats;
import otklik.workspaces.Channel;

/// The groups in which a desk's operators work.
@Component
public final class Groups {
  /// While people's words wait longer than this for the first group, new topics are opened in the second.
  private static final Duration TOO_LONG = Duration.ofSeconds(10);

  private final GroupLoads loads;
  private final MovedChats movedChats;

  Groups(GroupLoads loads, MovedChats movedChats) {
    this.loads = loads;
    this.movedChats = movedChats;
  }

  /// All of them by the ids that they have now, the first one first.
  List<String> all(Channel channel) {
    return HelpdeskSettings.of(channel).groups().stream().map(group -> movedChats.current(channel, group)).toList();
  }

  /// Where the desk says what concerns it as a whole, and where those without a project have their topic.
  public String first(Channel channel) {
    return all(channel).getFirst();
  }

  /// Where everybody reads what concerns something in that chat: its General, or that of the first group where the chat
  /// is the desk's no more.
  Place general(Channel channel, String chat) {
    String now = movedChats.current(channel, chat);
    return Place.chat(all(channel).contains(now) ? now : first(channel));
  }

  /// The group for a topic that is opened now.
  public String forNewTopic(Channel channel) {
    HelpdeskSettings settings = HelpdeskSettings.of(channel);
    String first = first(channel);
    String other = settings.reinforcements().overflowChat();
    if (other == null) {
      return first;
    }
    Duration delay = loads.of(channel, first).delay();
    String second = movedChats.current(channel, other);
    boolean better = delay.compareTo(TOO_LONG) > 0 && loads.of(channel, second).delay().compareTo(delay) < 0;
    return better ? second : first;
  }
}
