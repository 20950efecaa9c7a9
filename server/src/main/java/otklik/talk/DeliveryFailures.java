package otklik.talk;

import otklik.channels.Refusal;
import otklik.relay.Direction;
import otklik.relay.Failed;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What a scenario does and says in its own way about words that don't arrive. Without one it is said as
/// [UndeliveredWords] says it.
public interface DeliveryFailures extends Part {
  /// The line that tells of it.
  default String told(Channel channel, Failed failed) {
    String whose = failed.direction() == Direction.IN ? ".theirs" : "";
    return channel.text(channel.ownKey(switch (failed.why().why()) {
      case UNCONFIRMED -> "unconfirmed" + whose;
      case KEEPS_FAILING -> "keeps-failing" + whose;
      case PERSON_UNREACHABLE -> "undelivered.unreachable";
      case NO_VOICE -> "undelivered.no-voice";
      case BAD_FILE -> "undelivered.file";
      case CHAT_GONE, CHAT_MOVED, TOPIC_GONE, TOPIC_CLOSED, MESSAGE_GONE, MESSAGE_FIXED, NO_RIGHTS, TOO_LATE,
          CHANNEL_REVOKED, NOT_ACCEPTED -> "undelivered";
    }));
  }

  /// Likewise, of what a person sent and the messenger doesn't show to the team.
  default String lost(Channel channel, Failed failed) {
    return channel.text(channel.ownKey("file-lost"));
  }

  /// Whether the team is offered to send its words again.
  default boolean canBeSentAgain(Refusal why) {
    return true;
  }

  /// Whatever else follows.
  default void refused(Turn turn, Ticket ticket, Failed failed) throws Exception {
    // The team is told.
  }
}
