package otklik.emergency.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.delivery.NewDelivery;
import otklik.emergency.people.Communities;
import otklik.emergency.people.Community;
import otklik.emergency.settings.CityWords;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.emergency.settings.EmergencySettings;
import otklik.talk.Inquiry;
import otklik.talk.Press;
import otklik.talk.RoomQuery;
import otklik.turns.ReadTurn;
import otklik.workspaces.Channel;

/// `/chats`: the communities, each with [Отвязать]; `/chats батуми` only those whose title or city is like that.
@Component
final class ChatsCommand implements EmergencyPart, RoomQuery {
  private static final int MOST = 15;

  private final Communities communities;

  ChatsCommand(Communities communities) {
    this.communities = communities;
  }

  @Override
  public String name() {
    return "chats";
  }

  @Override
  public List<NewDelivery> shown(ReadTurn turn, Inquiry inquiry) throws Exception {
    String wanted = inquiry.rest().toLowerCase(Locale.ROOT);
    List<Community> found = communities.active(turn).stream()
        .filter(community -> line(inquiry, community).toLowerCase(Locale.ROOT).contains(wanted)).toList();
    List<NewDelivery> answer = new ArrayList<>();
    if (found.isEmpty()) {
      answer.add(NewDelivery.words(inquiry.answer(inquiry.text(
          wanted.isEmpty() ? "emergency.chats.none" : "emergency.chats.none-such"))));
    }
    for (Community community : found.subList(0, Math.min(MOST, found.size()))) {
      answer.add(NewDelivery.words(new Call.Say(inquiry.said().place(), Content.Text.of(line(inquiry, community)), null,
          List.of(List.of(new Button(inquiry.text("emergency.chats.unbind"),
              Press.of(EmergencyButton.UNBIND, Long.toString(community.id())).data()))))));
    }
    if (found.size() > MOST) {
      answer.add(NewDelivery.words(inquiry.answer(
          inquiry.text("emergency.chats.more", "count", found.size() - MOST))));
    }
    return answer;
  }

  private String line(Inquiry inquiry, Community community) {
    String title = community.address() == null ? "«" + community.title() + "»"
        : "«" + community.title() + "» (@" + community.address() + ")";
    return inquiry.text("emergency.chats.line", "title", title, "city", city(inquiry.channel(), community));
  }

  private String city(Channel channel, Community community) {
    String city = community.city();
    return city == null ? "" : CityWords.known(EmergencySettings.of(channel).cities(), city)
        .map(known -> known.name(channel.language())).orElse(city);
  }
}
