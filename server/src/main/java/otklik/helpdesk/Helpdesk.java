package otklik.helpdesk;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Call;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.MovedChats;
import otklik.delivery.NewDelivery;
import otklik.helpdesk.answers.EditsAndReactions;
import otklik.helpdesk.clients.FrontDesk;
import otklik.helpdesk.settings.HelpdeskSettings;
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

/// The scenario `helpdesk`: sends what comes in to the room where it belongs.
@Component
final class Helpdesk implements Scenario {
  private final FrontDesk frontDesk;
  private final TeamRoom teamRoom;
  private final RoomNews roomNews;
  private final DeskReachability deskReachability;
  private final EditsAndReactions editsAndReactions;
  private final Relay relay;
  private final UnresolvedReplies unresolvedReplies;
  private final RoomButtons roomButtons;
  private final Deliveries deliveries;
  private final MovedChats movedChats;
  private final StrangeGroups strangeGroups;
  private final ChannelInspector channelInspector;

  Helpdesk(FrontDesk frontDesk, TeamRoom teamRoom, RoomNews roomNews, DeskReachability deskReachability,
      EditsAndReactions editsAndReactions, Relay relay, UnresolvedReplies unresolvedReplies, RoomButtons roomButtons,
      Deliveries deliveries, MovedChats movedChats, StrangeGroups strangeGroups, ChannelInspector channelInspector) {
    this.frontDesk = frontDesk;
    this.teamRoom = teamRoom;
    this.roomNews = roomNews;
    this.deskReachability = deskReachability;
    this.editsAndReactions = editsAndReactions;
    this.relay = relay;
    this.unresolvedReplies = unresolvedReplies;
    this.roomButtons = roomButtons;
    this.deliveries = deliveries;
    this.movedChats = movedChats;
    this.strangeGroups = strangeGroups;
    this.channelInspector = channelInspector;
  }

  @Override
  public String name() {
    return HelpdeskSettings.SCENARIO;
  }

  @Override
  public boolean concerns(Channel channel, Incoming incoming) {
    return switch (incoming) {
      case Incoming.Said said -> said.direct() || !strangeGroups.has(channel, said.place().chat());
      case Incoming.Edited edited -> edited.direct() || !strangeGroups.has(channel, edited.place().chat());
      case Incoming.Reacted reacted -> reacted.direct() || !strangeGroups.has(channel, reacted.place().chat());
      case Incoming.TopicChanged changed -> !strangeGroups.has(channel, changed.place().chat());
      case Incoming.Pressed _, Incoming.Reachability _, Incoming.Standing _, Incoming.Moved _, Incoming.Ignored _,
          Incoming.NotUnderstood _ -> true;
    };
  }

  @Override
  public boolean isEarly(Turn turn, Incoming incoming) throws Exception {
    return switch (incoming) {
      case Incoming.Said said when said.direct() -> unresolvedReplies.isReply(turn, said);
      case Incoming.Said said when isOurs(turn.channel(), said.place().chat()) -> teamRoom.isEarly(turn, said);
      case Incoming.Reacted reacted when reacted.direct() || isOurs(turn.channel(), reacted.place().chat()) ->
          unresolvedReplies.isReaction(turn, reacted) && editsAndReactions.counts(turn, reacted);
      default -> false;
    };
  }

  @Override
  public Optional<Query> query(Channel channel, Incoming incoming) {
    return incoming instanceof Incoming.Said said && !said.direct() && isOurs(channel, said.place().chat())
        ? teamRoom.query(channel, said) : Optional.empty();
  }

  @Override
  public void handle(Turn turn, Incoming incoming) throws Exception {
    switch (incoming) {
      case Incoming.Said said when said.direct() -> frontDesk.said(turn, said);
      case Incoming.Said said when isOurs(turn.channel(), said.place().chat()) -> teamRoom.said(turn, said);
      case Incoming.Pressed pressed when pressed.direct() -> frontDesk.pressed(turn, pressed);
      case Incoming.Pressed pressed when isOurs(turn.channel(), pressed.place().chat()) ->
          roomButtons.pressed(turn, pressed);
      case Incoming.TopicChanged changed when isOurs(turn.channel(), changed.place().chat()) ->
          roomNews.changed(turn, changed);
      case Incoming.Edited edited when edited.direct() || isOurs(turn.channel(), edited.place().chat()) ->
          editsAndReactions.edited(turn, edited);
      case Incoming.Reacted reacted when reacted.direct() || isOurs(turn.channel(), reacted.place().chat()) ->
          editsAndReactions.reacted(turn, reacted);
      case Incoming.Reachability news -> deskReachability.changed(turn, news);
      case Incoming.Moved moved -> roomNews.moved(turn, moved);
      case Incoming.Standing standing when isOurs(turn.channel(), standing.chat()) ->
          turn.afterCommit(() -> channelInspector.soon(turn.channel()));
      case Incoming.Standing standing -> strangeGroups.changed(turn, standing);
      case Incoming.Said _, Incoming.Pressed _, Incoming.TopicChanged _, Incoming.Edited _, Incoming.Reacted _,
          Incoming.Ignored _, Incoming.NotUnderstood _ -> {
        // Other groups are none of the desk's business.
      }
    }
  }

  @Override
  public boolean knows(Turn turn, Incoming incoming) throws Exception {
    return incoming instanceof Incoming.Said said && relay.knows(turn, said.ref());
  }

  @Override
  public void apologise(Turn turn, Incoming incoming) throws Exception {
    if (incoming instanceof Incoming.Said said && (said.direct() || isOurs(turn.channel(), said.place().chat()))) {
      Language language = said.direct() ? languageOf(turn.channel(), said.by()) : turn.channel().language();
      deliveries.owe(turn, NewDelivery.words(
          Call.Say.text(said.place(), turn.channel().texts().text(language, "set-aside"))));
    } else if (incoming instanceof Incoming.Pressed pressed) {
      deliveries.owe(turn, NewDelivery.words(new Call.AnswerPress(pressed.place(), pressed.press(),
          turn.channel().texts().text(languageOf(turn.channel(), pressed.by()), "sorry"), true)));
    }
  }

  private static Language languageOf(Channel channel, Author author) {
    return channel.home().languageFor(author.language());
  }

  private boolean isOurs(Channel channel, String chat) {
    return HelpdeskSettings.of(channel).groups().stream()
        .anyMatch(group -> movedChats.current(channel, group).equals(chat));
  }
}
