package otklik.emergency.membership;

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
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.emergency.people.Communities;
import otklik.emergency.people.Community;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.people.People;
import otklik.people.Person;
import otklik.talk.Press;
import otklik.talk.RoomButton;
import otklik.talk.RoomPressing;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Which chats are communities, as coordinators decide.
@Component
final class CommunityApproval implements EmergencyPart, RoomButton {
  private final Communities communities;
  private final People people;
  private final CoordinatorsNews news;
  private final Deliveries deliveries;

  CommunityApproval(Communities communities, People people, CoordinatorsNews news, Deliveries deliveries) {
    this.communities = communities;
    this.people = people;
    this.news = news;
    this.deliveries = deliveries;
  }

  /// One of its administrators has named the chat's city.
  void bound(Turn turn, Community community) throws Exception {
    boolean waits = community.state() == Community.State.WAITING;
    String who = community.boundBy() == null ? turn.text("emergency.room.anonymous-administrator")
        : people.find(turn, community.boundBy()).map(Person::shownName).orElse("");
    String key = waits ? "emergency.room.new-chat" : "emergency.room.chat-joined";
    news.tell(turn, CoordinatorsNews.text(turn.channel(), key, community, who),
        waits ? decision(turn.channel(), community) : unbinding(turn.channel(), community));
    sayInChat(turn, waits ? "emergency.chat.waits" : "emergency.chat.active", community);
  }

  private static List<List<Button>> decision(Channel channel, Community community) {
    return List.of(List.of(button(channel, "emergency.menu.approve", EmergencyButton.APPROVE, community),
        button(channel, "emergency.menu.reject", EmergencyButton.REJECT, community)));
  }

  private static List<List<Button>> unbinding(Channel channel, Community community) {
    return List.of(List.of(button(channel, "emergency.menu.unbind", EmergencyButton.UNBIND, community)));
  }

  private static Button button(Channel channel, String key, Press.Kind action, Community community) {
    return new Button(channel.text(key), Press.of(action, Long.toString(community.id())).data());
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.APPROVE, EmergencyButton.REJECT, EmergencyButton.UNBIND);
  }

  @Override
  public String pressed(RoomPressing pressing) throws Exception {
    Turn turn = pressing.turn();
    Person coordinator = pressing.by();
    Incoming.Pressed pressed = pressing.pressed();
    Community community = pressing.press().number().flatMap(id -> communities.find(turn, id)).orElse(null);
    if (community == null) {
      return pressing.outdated();
    }
    return switch (pressing.press().kind()) {
      case EmergencyButton.APPROVE -> community.state() == Community.State.WAITING
          ? approved(turn, community, coordinator, pressed) : asItIs(turn.channel(), community);
      case EmergencyButton.REJECT -> community.state() == Community.State.WAITING
          ? closed(turn, community, coordinator, pressed, "emergency.room.rejected", "emergency.chat.rejected")
          : asItIs(turn.channel(), community);
      case EmergencyButton.UNBIND -> community.state() == Community.State.ACTIVE
          ? closed(turn, community, coordinator, pressed, "emergency.room.unbound", "emergency.chat.unbound")
          : asItIs(turn.channel(), community);
      default -> throw new IllegalStateException("nobody sent " + pressing.press().kind() + " here");
    };
  }

  private String approved(Turn turn, Community community, Person coordinator, Incoming.Pressed pressed)
      throws Exception {
    if (!communities.becomes(turn, community, Community.State.ACTIVE)) {
      return asItIs(turn.channel(), communities.find(turn, community.id()).orElseThrow());
    }
    change(turn, pressed, CoordinatorsNews.text(turn.channel(), "emergency.room.approved", community,
        coordinator.shownName()), unbinding(turn.channel(), community));
    sayInChat(turn, "emergency.chat.active", community);
    return turn.text("emergency.room.done");
  }

  /// Whoever takes us into the chat again is asked for its city anew.
  private String closed(Turn turn, Community community, Person coordinator, Incoming.Pressed pressed,
      String toCoordinators, String toChat) throws Exception {
    if (!communities.becomes(turn, community, Community.State.GONE)) {
      return asItIs(turn.channel(), communities.find(turn, community.id()).orElseThrow());
    }
    String decided = CoordinatorsNews.text(turn.channel(), toCoordinators, community, coordinator.shownName());
    communities.unbound(turn, community);
    change(turn, pressed, decided, List.of());
    sayInChat(turn, toChat, community);
    return turn.text("emergency.room.done");
  }

  /// Somebody else was first, or the chat has changed since.
  private static String asItIs(Channel channel, Community community) {
    return channel.text(switch (community.state()) {
      case ASKED -> "emergency.room.is-asked";
      case WAITING -> "emergency.room.is-waiting";
      case ACTIVE -> "emergency.room.is-active";
      case GONE -> "emergency.room.is-gone";
    });
  }

  private void change(Turn turn, Incoming.Pressed pressed, String text, List<List<Button>> buttons) throws Exception {
    if (pressed.on() != null) {
      deliveries.owe(turn, NewDelivery.of(Priority.EDITS, new Call.EditText(pressed.place(),
          new Target.Known(pressed.on().id()), Content.Text.of(text), buttons)));
    }
  }

  private void sayInChat(Turn turn, String key, Community community) throws Exception {
    deliveries.owe(turn, NewDelivery.words(Call.Say.text(Place.chat(community.chat()),
        CoordinatorsNews.text(turn.channel(), key, community, ""))));
  }
}
