package otklik.rooms;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.MessageRef;
import otklik.delivery.Deliveries;
import otklik.delivery.Subject;
import otklik.relay.RelayTraces;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What stands of a ticket among its operators.
@Component
public final class RoomTraces {
  private final RelayTraces relayTraces;
  private final Deliveries deliveries;

  RoomTraces(RelayTraces relayTraces, Deliveries deliveries) {
    this.relayTraces = relayTraces;
    this.deliveries = deliveries;
  }

  /// Takes back what was to be said there yet, and erases the words of what was.
  ///
  /// @return what stands in that chat: the card, lines about the ticket, and what both sides wrote
  public Set<MessageRef> withdraw(Turn turn, Ticket ticket, String chat) throws SQLException {
    Set<MessageRef> standing = new LinkedHashSet<>(relayTraces.withdraw(turn, ticket, chat));
    long id = ticket.id().value();
    standing.addAll(deliveries.withdraw(turn, chat, List.of(about(turn.channel(), RoomTag.CARD, id),
        about(turn.channel(), RoomTag.SHARED_CARD, id), about(turn.channel(), RoomTag.LINE, id))));
    deliveries.withdrawReplaceable(turn, List.of(RoomCards.ownKey(ticket), RoomCards.sharedKey(ticket)));
    if (ticket.roomDelivery() != null) {
      deliveries.drop(turn, ticket.roomDelivery());
    }
    return standing;
  }

  /// Likewise of the oldest messages of a ticket alone, which are forgotten at once.
  ///
  /// @param most at most so many messages
  public Set<MessageRef> eraseOldest(Turn turn, Ticket ticket, String chat, int most) throws SQLException {
    return relayTraces.eraseOldest(turn, ticket, chat, most);
  }

  private static Subject about(Channel channel, RoomTag tag, long id) {
    return new Subject(tag.of(channel), id);
  }
}
