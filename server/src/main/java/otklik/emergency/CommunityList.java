package otklik.emergency;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// `/chats`: the communities, each with [Отвязать]; `/chats батуми` only those whose title or city is like that.
@Component
final class CommunityList implements RoomCommand {
  private static final int MOST = 15;

  private final Communities communities;
  private final Deliveries deliveries;

  CommunityList(Communities communities, Deliveries deliveries) {
    this.communities = communities;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "chats";
  }

  @Override
  public void obey(Tx tx, Order order) throws Exception {
    String wanted = order.rest().toLowerCase(Locale.ROOT);
    List<Community> found = communities.active(tx, order.channel()).stream()
        .filter(community -> line(order, community).toLowerCase(Locale.ROOT).contains(wanted)).toList();
    if (found.isEmpty()) {
      deliveries.owe(tx, order.channel(), Owed.words(order.answer(order.text(
          wanted.isEmpty() ? "emergency.chats.none" : "emergency.chats.none-such"))));
    }
    for (Community community : found.subList(0, Math.min(MOST, found.size()))) {
      deliveries.owe(tx, order.channel(), Owed.words(new Call.Say(order.said().place(),
          Content.Text.of(line(order, community)), null, List.of(List.of(
              new Button(order.text("emergency.chats.unbind"),
                  Press.of(Press.Action.UNBIND, Long.toString(community.id())).data()))))));
    }
    if (found.size() > MOST) {
      deliveries.owe(tx, order.channel(), Owed.words(order.answer(
          order.text("emergency.chats.more", "count", found.size() - MOST))));
    }
  }

  private String line(Order order, Community community) {
    String title = community.address() == null ? "«" + community.title() + "»"
        : "«" + community.title() + "» (@" + community.address() + ")";
    return order.text("emergency.chats.line", "title", title, "city", city(order.channel(), community));
  }

  private String city(Channel channel, Community community) {
    String city = community.city();
    return city == null ? "" : CityWords.known(Emergency.settings(channel).cities(), city)
        .map(known -> known.name(channel.language())).orElse(city);
  }
}
