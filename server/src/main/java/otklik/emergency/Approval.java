package otklik.emergency;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.delivery.Priority;
import otklik.people.People;
import otklik.people.Person;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Which chats are communities, as coordinators decide.
@Component
final class Approval implements RoomButton {
  private final Communities communities;
  private final People people;
  private final CoordinatorsNews news;
  private final Deliveries deliveries;

  Approval(Communities communities, People people, CoordinatorsNews news, Deliveries deliveries) {
    this.communities = communities;
    this.people = people;
    this.news = news;
    this.deliveries = deliveries;
  }

  /// One of its administrators has named the chat's city.
  void bound(Tx tx, Channel channel, Community community) throws Exception {
    boolean waits = community.state() == Community.State.WAITING;
    String who = community.boundBy() == null ? text(channel, "emergency.room.anonymous-administrator")
        : people.find(tx, channel, community.boundBy()).map(Person::shownName).orElse("");
    String key = waits ? "emergency.room.new-chat" : "emergency.room.chat-joined";
    news.tell(tx, channel, CoordinatorsNews.text(channel, key, community, who),
        waits ? decision(channel, community) : unbinding(channel, community));
    sayInChat(tx, channel, waits ? "emergency.chat.waits" : "emergency.chat.active", community);
  }

  private static List<List<Button>> decision(Channel channel, Community community) {
    return List.of(List.of(button(channel, "emergency.menu.approve", Press.Action.APPROVE, community),
        button(channel, "emergency.menu.reject", Press.Action.REJECT, community)));
  }

  private static List<List<Button>> unbinding(Channel channel, Community community) {
    return List.of(List.of(button(channel, "emergency.menu.unbind", Press.Action.UNBIND, community)));
  }

  private static Button button(Channel channel, String key, Press.Action action, Community community) {
    return new Button(text(channel, key), Press.of(action, Long.toString(community.id())).data());
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.APPROVE, Press.Action.REJECT, Press.Action.UNBIND);
  }

  @Override
  public String pressed(Tx tx, Channel channel, Person coordinator, Press press, Incoming.Pressed pressed)
      throws Exception {
    Community community = press.number().flatMap(id -> communities.find(tx, channel, id)).orElse(null);
    if (community == null) {
      return text(channel, "emergency.button-outdated");
    }
    return switch (press.action()) {
      case APPROVE -> community.state() == Community.State.WAITING
          ? approved(tx, channel, community, coordinator, pressed) : asItIs(channel, community);
      case REJECT -> community.state() == Community.State.WAITING
          ? closed(tx, channel, community, coordinator, pressed, "emergency.room.rejected", "emergency.chat.rejected")
          : asItIs(channel, community);
      case UNBIND -> community.state() == Community.State.ACTIVE
          ? closed(tx, channel, community, coordinator, pressed, "emergency.room.unbound", "emergency.chat.unbound")
          : asItIs(channel, community);
      default -> throw new IllegalStateException("nobody sent " + press.action() + " here");
    };
  }

  private String approved(Tx tx, Channel channel, Community community, Person coordinator, Incoming.Pressed pressed)
      throws Exception {
    if (!communities.becomes(tx, channel, community, Community.State.ACTIVE)) {
      return asItIs(channel, communities.find(tx, channel, community.id()).orElseThrow());
    }
    change(tx, channel, pressed, CoordinatorsNews.text(channel, "emergency.room.approved", community,
        coordinator.shownName()), unbinding(channel, community));
    sayInChat(tx, channel, "emergency.chat.active", community);
    return text(channel, "emergency.room.done");
  }

  /// Whoever takes us into the chat again is asked for its city anew.
  private String closed(Tx tx, Channel channel, Community community, Person coordinator, Incoming.Pressed pressed,
      String toCoordinators, String toChat) throws Exception {
    if (!communities.becomes(tx, channel, community, Community.State.GONE)) {
      return asItIs(channel, communities.find(tx, channel, community.id()).orElseThrow());
    }
    String decided = CoordinatorsNews.text(channel, toCoordinators, community, coordinator.shownName());
    communities.unbound(tx, channel, community);
    change(tx, channel, pressed, decided, List.of());
    sayInChat(tx, channel, toChat, community);
    return text(channel, "emergency.room.done");
  }

  /// Somebody else was first, or the chat has changed since.
  private static String asItIs(Channel channel, Community community) {
    return text(channel, switch (community.state()) {
      case ASKED -> "emergency.room.is-asked";
      case WAITING -> "emergency.room.is-waiting";
      case ACTIVE -> "emergency.room.is-active";
      case GONE -> "emergency.room.is-gone";
    });
  }

  private void change(Tx tx, Channel channel, Incoming.Pressed pressed, String text, List<List<Button>> buttons)
      throws Exception {
    if (pressed.on() != null) {
      deliveries.owe(tx, channel, Owed.of(Priority.EDITS, new Call.EditText(pressed.place(),
          new Target.Known(pressed.on().id()), Content.Text.of(text), buttons)));
    }
  }

  private void sayInChat(Tx tx, Channel channel, String key, Community community) throws Exception {
    deliveries.owe(tx, channel, Owed.words(Call.Say.text(Place.chat(community.chat()),
        CoordinatorsNews.text(channel, key, community, ""))));
  }

  private static String text(Channel channel, String key) {
    return channel.texts().text(channel.language(), key);
  }
}
