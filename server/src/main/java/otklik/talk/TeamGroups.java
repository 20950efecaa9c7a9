package otklik.talk;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Incoming;
import otklik.intake.Query;
import otklik.rooms.RoomNews;
import otklik.standing.ChannelInspector;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What happens in a team's groups, and what a team hears there: each kind of news goes to whom it concerns.
@Component
public final class TeamGroups {
  private final Teams teams;
  private final TeamRoom teamRoom;
  private final RoomButtons roomButtons;
  private final RoomNews roomNews;
  private final Askers askers;
  private final ChannelInspector channelInspector;

  TeamGroups(Teams teams, TeamRoom teamRoom, RoomButtons roomButtons, RoomNews roomNews, Askers askers,
      ChannelInspector channelInspector) {
    this.teams = teams;
    this.teamRoom = teamRoom;
    this.roomButtons = roomButtons;
    this.roomNews = roomNews;
    this.askers = askers;
    this.channelInspector = channelInspector;
  }

  /// Whether it is one of the team's, under whatever id it lives on.
  public boolean have(Channel channel, String group) {
    return teams.groups(channel).contains(group);
  }

  /// Whether what somebody says or does there counts.
  boolean areHeard(Channel channel, Author author) {
    return teams.areHeard(channel, author);
  }

  boolean isEarly(Turn turn, Incoming.Said said) throws Exception {
    return teamRoom.isEarly(turn, said);
  }

  Optional<Query> query(Channel channel, Incoming.Said said) {
    return teamRoom.query(channel, said);
  }

  void said(Turn turn, Incoming.Said said) throws Exception {
    teamRoom.said(turn, said);
  }

  void pressed(Turn turn, Incoming.Pressed pressed) throws Exception {
    roomButtons.pressed(turn, pressed);
  }

  void topicChanged(Turn turn, Incoming.TopicChanged changed) throws Exception {
    roomNews.changed(turn, changed);
  }

  void moved(Turn turn, Incoming.Moved moved) {
    roomNews.moved(turn, moved);
  }

  /// Of somebody who isn't of the team.
  void reachabilityChanged(Turn turn, Incoming.Reachability news) throws Exception {
    askers.changed(turn, news);
  }

  /// The next look sees what stands in the way.
  void standingChanged(Turn turn) {
    turn.afterCommit(() -> channelInspector.soon(turn.channel()));
  }
}
