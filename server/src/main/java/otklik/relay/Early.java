package otklik.relay;

import java.sql.SQLException;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.channels.MessageRef;
import otklik.delivery.Deliveries;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// What is said or put on a copy before we know that it stands there: the messenger shows it a moment earlier.
@Component
public final class Early {
  private final Counterparts counterparts;
  private final Messages messages;
  private final Deliveries deliveries;

  Early(Counterparts counterparts, Messages messages, Deliveries deliveries) {
    this.counterparts = counterparts;
    this.messages = messages;
    this.deliveries = deliveries;
  }

  /// Whether nobody can tell yet what this answers.
  public boolean isReply(Tx tx, Channel channel, Incoming.Said said) throws SQLException {
    return said.replyTo() != null && deliveries.isUnderWay(channel, said.place())
        && isUnknown(tx, channel, said.replyTo());
  }

  /// Whether nobody can tell yet what was reacted to. In which topic it stands a reaction doesn't say (Bot API,
  /// MessageReactionUpdated).
  public boolean isReaction(Tx tx, Channel channel, Incoming.Reacted reacted) throws SQLException {
    return deliveries.isUnderWayIn(channel, reacted.on().chat()) && isUnknown(tx, channel, reacted.on());
  }

  private boolean isUnknown(Tx tx, Channel channel, MessageRef message) throws SQLException {
    return counterparts.shownAt(tx, channel, message).isEmpty() && messages.written(tx, channel, message).isEmpty()
        && deliveries.said(tx, channel, message).isEmpty();
  }
}
