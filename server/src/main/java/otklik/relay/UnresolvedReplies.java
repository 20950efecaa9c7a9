package otklik.relay;

import java.sql.SQLException;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.channels.MessageRef;
import otklik.delivery.Deliveries;
import otklik.turns.Turn;

/// What is said or put on a copy before we know that it stands there: the messenger shows it a moment earlier.
@Component
public final class UnresolvedReplies {
  private final Counterparts counterparts;
  private final Messages messages;
  private final Deliveries deliveries;

  UnresolvedReplies(Counterparts counterparts, Messages messages, Deliveries deliveries) {
    this.counterparts = counterparts;
    this.messages = messages;
    this.deliveries = deliveries;
  }

  /// Whether nobody can tell yet what this answers.
  public boolean isReply(Turn turn, Incoming.Said said) throws SQLException {
    return said.replyTo() != null && deliveries.isUnderWay(turn.channel(), said.place())
        && isUnknown(turn, said.replyTo());
  }

  /// Whether nobody can tell yet what was reacted to. In which topic it stands a reaction doesn't say (Bot API,
  /// MessageReactionUpdated).
  public boolean isReaction(Turn turn, Incoming.Reacted reacted) throws SQLException {
    return deliveries.isUnderWayIn(turn.channel(), reacted.on().chat()) && isUnknown(turn, reacted.on());
  }

  private boolean isUnknown(Turn turn, MessageRef message) throws SQLException {
    return counterparts.shownAt(turn, message).isEmpty() && messages.written(turn, message).isEmpty()
        && deliveries.said(turn, message).isEmpty();
  }
}
