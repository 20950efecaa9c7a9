package otklik.talk;

import java.util.Optional;
import otklik.channels.Incoming;
import otklik.intake.Query;
import otklik.intake.Scenario;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// A scenario of the usual shape: people in their own chats, and a [Team] in one group or more. What the team does is
/// sorted here and handled on the rails; the scenario says what becomes of what people do, and what else it does
/// otherwise.
public abstract class TeamScenario implements Scenario {
  private final String name;
  private final TeamGroups groups;
  private final SaidWords words;

  protected TeamScenario(String name, TeamGroups groups, SaidWords words) {
    this.name = name;
    this.groups = groups;
    this.words = words;
  }

  /// Somebody wrote in their own chat.
  protected abstract void said(Turn turn, Incoming.Said said) throws Exception;

  /// Somebody pressed a button there.
  protected abstract void pressed(Turn turn, Incoming.Pressed pressed) throws Exception;

  /// Somebody changed what they wrote in their own chat, or somebody of the team in its group.
  protected void edited(Turn turn, Incoming.Edited edited) throws Exception {
    words.edited(turn, edited);
  }

  /// Whether the team sees what somebody puts on its words in their own chat. Changes nothing.
  protected boolean showsReaction(Turn turn, Incoming.Reacted reacted) throws Exception {
    return true;
  }

  /// Whether it is any of the scenario's business what happens in a group that isn't the team's, or nobody understands.
  /// Else it is not even kept.
  protected boolean hearsElsewhere(Channel channel, Incoming incoming) {
    return false;
  }

  /// What is. Of any group it may be told that it lives on under another id.
  protected void happenedElsewhere(Turn turn, Incoming incoming) throws Exception {
    // Other groups are none of our business.
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean concerns(Channel channel, Incoming incoming) {
    return switch (incoming) {
      case Incoming.Moved _ -> true;
      case Incoming.Ignored _, Incoming.NotUnderstood _ -> hearsElsewhere(channel, incoming);
      case Incoming.Said _, Incoming.Pressed _, Incoming.Edited _, Incoming.Reacted _, Incoming.TopicChanged _,
          Incoming.Standing _, Incoming.Reachability _ ->
          isOurs(channel, incoming) || hearsElsewhere(channel, incoming);
    };
  }

  /// In a person's own chat, or in a group of the team.
  private boolean isOurs(Channel channel, Incoming incoming) {
    return incoming.group() == null || groups.have(channel, incoming.group());
  }

  @Override
  public final boolean isEarly(Turn turn, Incoming incoming) throws Exception {
    return isOurs(turn.channel(), incoming) && switch (incoming) {
      case Incoming.Said said -> said.direct() ? words.areEarly(turn, said) : groups.isEarly(turn, said);
      case Incoming.Reacted reacted -> shows(turn, reacted) && words.isEarly(turn, reacted);
      default -> false;
    };
  }

  private boolean shows(Turn turn, Incoming.Reacted reacted) throws Exception {
    return reacted.direct() ? showsReaction(turn, reacted) : groups.areHeard(turn.channel(), reacted.by());
  }

  @Override
  public final Optional<Query> query(Channel channel, Incoming incoming) {
    return incoming instanceof Incoming.Said said && !said.direct() && isOurs(channel, said)
        ? groups.query(channel, said) : Optional.empty();
  }

  @Override
  public final void handle(Turn turn, Incoming incoming) throws Exception {
    if (!isOurs(turn.channel(), incoming)) {
      happenedElsewhere(turn, incoming);
      return;
    }
    switch (incoming) {
      case Incoming.Said said when said.direct() -> said(turn, said);
      case Incoming.Said said -> groups.said(turn, said);
      case Incoming.Pressed pressed when pressed.direct() -> pressed(turn, pressed);
      case Incoming.Pressed pressed -> groups.pressed(turn, pressed);
      case Incoming.Edited edited -> {
        if (edited.direct() || groups.areHeard(turn.channel(), edited.by())) {
          edited(turn, edited);
        }
      }
      case Incoming.Reacted reacted -> {
        if (shows(turn, reacted)) {
          words.reacted(turn, reacted);
        }
      }
      case Incoming.TopicChanged changed -> groups.topicChanged(turn, changed);
      case Incoming.Standing _ -> groups.standingChanged(turn);
      case Incoming.Reachability news -> groups.reachabilityChanged(turn, news);
      case Incoming.Moved moved -> {
        groups.moved(turn, moved);
        happenedElsewhere(turn, moved);
      }
      case Incoming.Ignored _, Incoming.NotUnderstood _ -> {
        // Nothing to do.
      }
    }
  }

  @Override
  public final boolean knows(Turn turn, Incoming incoming) throws Exception {
    return incoming instanceof Incoming.Said said && words.areKnown(turn, said);
  }

  @Override
  public final void apologise(Turn turn, Incoming incoming) throws Exception {
    switch (incoming) {
      case Incoming.Said said when isOurs(turn.channel(), said) -> words.apologise(turn, said);
      case Incoming.Pressed pressed -> words.apologise(turn, pressed);
      default -> {
        // Nobody waits for an answer.
      }
    }
  }
}
