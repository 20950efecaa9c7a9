package otklik.relay;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.delivery.CancelledDelivery;
import otklik.delivery.Deliveries;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What becomes of a conversation when its ticket's room opens, is lost or gives way to another: nothing that was said
/// is left behind.
@Component
public final class RoomChanges {
  private static final int FILES_BROUGHT_AGAIN = 10;

  private final Messages messages;
  private final WaitingMessages waiting;
  private final Albums albums;
  private final Carrier carrier;
  private final Deliveries deliveries;

  RoomChanges(Messages messages, WaitingMessages waiting, Albums albums, Carrier carrier, Deliveries deliveries) {
    this.messages = messages;
    this.waiting = waiting;
    this.albums = albums;
    this.carrier = carrier;
    this.deliveries = deliveries;
  }

  /// The words from before the ticket stand in the card and need no copy of their own.
  public void coveredBy(Turn turn, Ticket ticket, DeliveryId card) throws SQLException {
    waiting.coveredBy(turn, ticket.id(), card);
  }

  /// The card has become too small for the words that it covered: they follow it in full.
  public void uncover(Turn turn, Ticket ticket) throws SQLException {
    if (ticket.cardDelivery() != null && ticket.room() != null) {
      messages.waitAgain(turn, messages.sentBy(turn, ticket.id(), ticket.cardDelivery()).stream()
          .map(Message::id).toList());
      passWaiting(turn, ticket, ticket.room());
    }
  }

  /// The card is there: whoever replies to the words in it replies to the card.
  public void cardShown(Turn turn, Ticket ticket, DeliveryId card, String chat, String id) throws SQLException {
    for (Message message : messages.sentBy(turn, ticket.id(), card)) {
      messages.copied(turn, message.id(), chat, id);
    }
  }

  /// The room was lost with everything in it. What was said by either side waits for the next one. In a chat others are
  /// spoken of too, and what is owed there about them finds out by itself.
  ///
  /// @return everything that was still owed to a topic, in order
  public List<CancelledDelivery> roomLost(Turn turn, Ticket ticket, Place room) throws SQLException {
    List<CancelledDelivery> dropped = List.of();
    if (room.topic() == null) {
      dropUnderWay(turn, ticket);
    } else {
      dropped = deliveries.dropAll(turn, room);
    }
    waiting.allWaitAgain(turn, ticket.id());
    waiting.filesWaitAgain(turn, ticket.id(), FILES_BROUGHT_AGAIN);
    return dropped;
  }

  /// Not the card, though it says words for which others would be owed: whoever owes it changes it where it comes to stand.
  private void dropUnderWay(Turn turn, Ticket ticket) throws SQLException {
    for (DeliveryId delivery : waiting.underWay(turn, ticket.id())) {
      if (!delivery.equals(ticket.cardDelivery())) {
        deliveries.drop(turn, delivery);
      }
    }
  }

  /// The newest of what was said by either side and doesn't wait to be carried over, oldest first.
  public List<SaidMessage> told(Turn turn, Ticket ticket, int most) throws SQLException {
    return waiting.told(turn, ticket.id(), most);
  }

  /// The ticket moves to another room, which isn't open yet: there everything will be told again in its order.
  ///
  /// @param nameOf how the operators call the account of one of them
  public void moveOut(Turn turn, Ticket ticket, UnaryOperator<String> nameOf) throws SQLException {
    dropUnderWay(turn, ticket);
    waiting.waitFromTheStart(turn, ticket.id());
    for (String account : waiting.answerers(turn, ticket.id())) {
      waiting.tellAgain(turn, ticket.id(), account, nameOf.apply(account));
    }
  }

  /// Carries over what waited for the room. An album of which more may come isn't torn apart: it follows when it is whole.
  public void passWaiting(Turn turn, Ticket ticket, Place room) throws SQLException {
    pass(turn, ticket, room, waiting.waiting(turn, ticket.id()));
  }

  /// Likewise, of some messages alone.
  public void passWaiting(Turn turn, Ticket ticket, Place room, Set<MessageId> some) throws SQLException {
    if (!some.isEmpty()) {
      pass(turn, ticket, room,
          waiting.waiting(turn, ticket.id()).stream().filter(message -> some.contains(message.id())).toList());
    }
  }

  private void pass(Turn turn, Ticket ticket, Place room, List<Message> all) throws SQLException {
    Set<String> incomplete = all.isEmpty() ? Set.of() : albums.of(turn, ticket.id());
    carrier.bringInOrder(turn, ticket, room, incomplete.isEmpty() ? all : all.stream()
        .filter(message -> message.album() == null || message.byline() != null || !incomplete.contains(message.album()))
        .toList());
  }
}
