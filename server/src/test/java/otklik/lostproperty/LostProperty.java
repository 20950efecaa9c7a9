package otklik.lostproperty;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.MovedChats;
import otklik.delivery.NewDelivery;
import otklik.intake.Query;
import otklik.intake.Scenario;
import otklik.relay.Relay;
import otklik.relay.UnresolvedReplies;
import otklik.rooms.RoomNews;
import otklik.talk.RoomButtons;
import otklik.talk.TeamRoom;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The scenario `lostproperty`: sends what comes in to whom it concerns.
@Component
final class LostProperty implements Scenario {
  static final String NAME = "lostproperty";

  private final Finders finders;
  private final TeamRoom teamRoom;
  private final RoomButtons roomButtons;
  private final RoomNews roomNews;
  private final Relay relay;
  private final UnresolvedReplies unresolvedReplies;
  private final Deliveries deliveries;
  private final MovedChats movedChats;

  LostProperty(Finders finders, TeamRoom teamRoom, RoomButtons roomButtons, RoomNews roomNews, Relay relay,
      UnresolvedReplies unresolvedReplies, Deliveries deliveries, MovedChats movedChats) {
    this.finders = finders;
    this.teamRoom = teamRoom;
    this.roomButtons = roomButtons;
    this.roomNews = roomNews;
    this.relay = relay;
    this.unresolvedReplies = unresolvedReplies;
    this.deliveries = deliveries;
    this.movedChats = movedChats;
  }

  static LostSettings settings(Channel channel) {
    return channel.settings().settings(LostSettings.class);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean concerns(Channel channel, Incoming incoming) {
    return switch (incoming) {
      case Incoming.Said said -> said.direct() || isStaffs(channel, said.place().chat());
      case Incoming.Pressed pressed -> pressed.direct() || isStaffs(channel, pressed.place().chat());
      case Incoming.TopicChanged changed -> isStaffs(channel, changed.place().chat());
      case Incoming.Moved _ -> true;
      case Incoming.Edited _, Incoming.Reacted _, Incoming.Reachability _, Incoming.Standing _, Incoming.Ignored _,
          Incoming.NotUnderstood _ -> false;
    };
  }

  private boolean isStaffs(Channel channel, String chat) {
    return movedChats.current(channel, settings(channel).staffChat()).equals(chat);
  }

  @Override
  public boolean isEarly(Turn turn, Incoming incoming) throws Exception {
    return incoming instanceof Incoming.Said said
        && (said.direct() ? unresolvedReplies.isReply(turn, said) : teamRoom.isEarly(turn, said));
  }

  @Override
  public Optional<Query> query(Channel channel, Incoming incoming) {
    return incoming instanceof Incoming.Said said && !said.direct() ? teamRoom.query(channel, said) : Optional.empty();
  }

  @Override
  public void handle(Turn turn, Incoming incoming) throws Exception {
    switch (incoming) {
      case Incoming.Said said when said.direct() -> finders.said(turn, said);
      case Incoming.Said said -> teamRoom.said(turn, said);
      case Incoming.Pressed pressed when pressed.direct() -> finders.pressed(turn, pressed);
      case Incoming.Pressed pressed -> roomButtons.pressed(turn, pressed);
      case Incoming.TopicChanged changed -> roomNews.changed(turn, changed);
      case Incoming.Moved moved -> roomNews.moved(turn, moved);
      case Incoming.Edited _, Incoming.Reacted _, Incoming.Reachability _, Incoming.Standing _, Incoming.Ignored _,
          Incoming.NotUnderstood _ -> {
        // Not kept.
      }
    }
  }

  @Override
  public boolean knows(Turn turn, Incoming incoming) throws Exception {
    return incoming instanceof Incoming.Said said && relay.knows(turn, said.ref());
  }

  @Override
  public void apologise(Turn turn, Incoming incoming) throws Exception {
    if (incoming instanceof Incoming.Said said) {
      deliveries.owe(turn, NewDelivery.words(Call.Say.text(said.place(), turn.text("lostproperty.sorry"))));
    }
  }
}
