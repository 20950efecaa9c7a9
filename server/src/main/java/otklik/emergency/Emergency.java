package otklik.emergency;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Call;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.MovedChats;
import otklik.delivery.NewDelivery;
import otklik.emergency.asking.FrontDoor;
import otklik.emergency.asking.Positions;
import otklik.emergency.coordinators.Coordinators;
import otklik.emergency.membership.CommunityOnboarding;
import otklik.emergency.settings.EmergencySettings;
import otklik.emergency.words.EmergencyReachability;
import otklik.intake.Query;
import otklik.intake.Scenario;
import otklik.kernel.Language;
import otklik.relay.Relay;
import otklik.relay.UnresolvedReplies;
import otklik.rooms.RoomNews;
import otklik.standing.ChannelInspector;
import otklik.talk.RoomButtons;
import otklik.talk.TeamRoom;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The scenario `emergency`: sends what comes in to the room where it belongs.
@Component
final class Emergency implements Scenario {
  private final FrontDoor frontDoor;
  private final Positions positions;
  private final CommunityOnboarding communityOnboarding;
  private final Coordinators coordinators;
  private final TeamRoom teamRoom;
  private final RoomNews roomNews;
  private final ChannelInspector channelInspector;
  private final EmergencyReachability emergencyReachability;
  private final Relay relay;
  private final UnresolvedReplies unresolvedReplies;
  private final RoomButtons roomButtons;
  private final Deliveries deliveries;
  private final MovedChats movedChats;

  Emergency(FrontDoor frontDoor, Positions positions, CommunityOnboarding communityOnboarding,
      Coordinators coordinators, TeamRoom teamRoom, RoomNews roomNews, ChannelInspector channelInspector,
      EmergencyReachability emergencyReachability, Relay relay, UnresolvedReplies unresolvedReplies,
      RoomButtons roomButtons, Deliveries deliveries, MovedChats movedChats) {
    this.frontDoor = frontDoor;
    this.positions = positions;
    this.communityOnboarding = communityOnboarding;
    this.coordinators = coordinators;
    this.teamRoom = teamRoom;
    this.roomNews = roomNews;
    this.channelInspector = channelInspector;
    this.emergencyReachability = emergencyReachability;
    this.relay = relay;
    this.unresolvedReplies = unresolvedReplies;
    this.roomButtons = roomButtons;
    this.deliveries = deliveries;
    this.movedChats = movedChats;
  }

  @Override
  public String name() {
    return EmergencySettings.SCENARIO;
  }

  /// What members of a community say to each other is not even kept.
  @Override
  public boolean concerns(Channel channel, Incoming incoming) {
    return switch (incoming) {
      case Incoming.Said said -> said.direct() || isCoordinators(channel, said.place().chat())
          || communityOnboarding.isAsked(channel, said);
      case Incoming.Edited edited -> edited.direct() || isCoordinators(channel, edited.place().chat());
      case Incoming.Reacted reacted -> reacted.direct() || isCoordinators(channel, reacted.place().chat());
      case Incoming.TopicChanged changed -> isCoordinators(channel, changed.place().chat());
      case Incoming.Pressed _, Incoming.Reachability _, Incoming.Standing _, Incoming.Moved _ -> true;
      case Incoming.Ignored _, Incoming.NotUnderstood _ -> false;
    };
  }

  @Override
  public boolean isEarly(Turn turn, Incoming incoming) throws Exception {
    return switch (incoming) {
      case Incoming.Said said when said.direct() -> unresolvedReplies.isReply(turn, said);
      case Incoming.Said said when isCoordinators(turn.channel(), said.place().chat()) ->
          teamRoom.isEarly(turn, said);
      case Incoming.Reacted reacted when !reacted.direct() ->
          Coordinators.isCoordinator(turn.channel(), reacted.by()) && unresolvedReplies.isReaction(turn, reacted);
      default -> false;
    };
  }

  @Override
  public Optional<Query> query(Channel channel, Incoming incoming) {
    return incoming instanceof Incoming.Said said && !said.direct() && isCoordinators(channel, said.place().chat())
        ? teamRoom.query(channel, said) : Optional.empty();
  }

  @Override
  public void handle(Turn turn, Incoming incoming) throws Exception {
    switch (incoming) {
      case Incoming.Said said when said.direct() -> frontDoor.said(turn, said);
      case Incoming.Said said when isCoordinators(turn.channel(), said.place().chat()) ->
          teamRoom.said(turn, said);
      case Incoming.Said said -> communityOnboarding.said(turn, said);
      case Incoming.Pressed pressed when pressed.direct() -> frontDoor.pressed(turn, pressed);
      case Incoming.Pressed pressed when isCoordinators(turn.channel(), pressed.place().chat()) ->
          roomButtons.pressed(turn, pressed);
      case Incoming.Pressed pressed -> communityOnboarding.pressed(turn, pressed);
      case Incoming.Edited edited when edited.direct() -> positions.edited(turn, edited);
      case Incoming.Edited edited -> coordinators.edited(turn, edited);
      case Incoming.Reacted reacted when reacted.direct() -> {
        // Nothing waits for a sign here.
      }
      case Incoming.Reacted reacted -> coordinators.reacted(turn, reacted);
      case Incoming.TopicChanged changed -> roomNews.changed(turn, changed);
      case Incoming.Reachability news -> emergencyReachability.changed(turn, news);
      case Incoming.Standing standing when isCoordinators(turn.channel(), standing.chat()) ->
          turn.afterCommit(() -> channelInspector.soon(turn.channel())); // the next look sees what stands in the way
      case Incoming.Standing standing -> communityOnboarding.standing(turn, standing);
      case Incoming.Moved moved -> {
        roomNews.moved(turn, moved);
        communityOnboarding.moved(turn, moved);
      }
      case Incoming.Ignored _, Incoming.NotUnderstood _ -> {
        // Nothing to do.
      }
    }
  }

  @Override
  public boolean knows(Turn turn, Incoming incoming) throws Exception {
    return incoming instanceof Incoming.Said said && relay.knows(turn, said.ref());
  }

  @Override
  public void apologise(Turn turn, Incoming incoming) throws Exception {
    if (incoming instanceof Incoming.Said said && (said.direct()
        || isCoordinators(turn.channel(), said.place().chat()))) {
      Language language = said.direct() ? languageOf(turn.channel(), said.by()) : turn.channel().language();
      deliveries.owe(turn, NewDelivery.words(
          Call.Say.text(said.place(), turn.channel().texts().text(language, "emergency.set-aside"))));
    } else if (incoming instanceof Incoming.Pressed pressed) {
      deliveries.owe(turn, NewDelivery.words(new Call.AnswerPress(pressed.place(), pressed.press(),
          turn.channel().texts().text(languageOf(turn.channel(), pressed.by()), "emergency.sorry"), true)));
    }
  }

  private static Language languageOf(Channel channel, Author author) {
    return channel.home().languageFor(author.language());
  }

  private boolean isCoordinators(Channel channel, String chat) {
    return movedChats.current(channel, EmergencySettings.of(channel).coordinatorsChat()).equals(chat);
  }
}
