package otklik.relay;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.Dropped;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

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
  public void coveredBy(Tx tx, Channel channel, Ticket ticket, DeliveryId card) throws SQLException {
    waiting.coveredBy(tx, channel, ticket.id(), card);
  }

  /// The card has become too small for the words that it covered: they follow it in full.
  public void uncover(Tx tx, Channel channel, Ticket ticket) throws SQLException {
    if (ticket.cardDelivery() != null && ticket.room() != null) {
      messages.waitAgain(tx, channel, messages.sentBy(tx, channel, ticket.id(), ticket.cardDelivery()).stream()
          .map(Message::id).toList());
      passWaiting(tx, channel, ticket, ticket.room());
    }
  }

  /// The card is there: whoever replies to the words in it replies to the card.
  public void cardShown(Tx tx, Channel channel, Ticket ticket, DeliveryId card, String chat, String id)
      throws SQLException {
    for (Message message : messages.sentBy(tx, channel, ticket.id(), card)) {
      messages.copied(tx, channel, message.id(), chat, id);
    }
  }

  /// The room was lost with everything in it. What was said by either side waits for the next one. In a chat others are
  /// spoken of too, and what is owed there about them finds out by itself.
  ///
  /// @return everything that was still owed to a topic, in order
  public List<Dropped> roomLost(Tx tx, Channel channel, Ticket ticket, Place room) throws SQLException {
    List<Dropped> dropped = List.of();
    if (room.topic() == null) {
      dropUnderWay(tx, channel, ticket);
    } else {
      dropped = deliveries.dropAll(tx, channel, room);
    }
    waiting.allWaitAgain(tx, channel, ticket.id());
    waiting.filesWaitAgain(tx, channel, ticket.id(), FILES_BROUGHT_AGAIN);
    return dropped;
  }

  /// Not the card, though it says words for which others would be owed: whoever owes it changes it where it comes to stand.
  private void dropUnderWay(Tx tx, Channel channel, Ticket ticket) throws SQLException {
    for (DeliveryId delivery : waiting.underWay(tx, channel, ticket.id())) {
      if (!delivery.equals(ticket.cardDelivery())) {
        deliveries.drop(tx, channel, delivery);
      }
    }
  }

  /// The newest of what was said by either side and doesn't wait to be carried over, oldest first.
  public List<Told> told(Tx tx, Channel channel, Ticket ticket, int most) throws SQLException {
    return waiting.told(tx, channel, ticket.id(), most);
  }

  /// The ticket moves to another room, which isn't open yet: there everything will be told again in its order.
  ///
  /// @param nameOf how the operators call the account of one of them
  public void moveOut(Tx tx, Channel channel, Ticket ticket, UnaryOperator<String> nameOf) throws SQLException {
    dropUnderWay(tx, channel, ticket);
    waiting.waitFromTheStart(tx, channel, ticket.id());
    for (String account : waiting.answerers(tx, channel, ticket.id())) {
      waiting.tellAgain(tx, channel, ticket.id(), account, nameOf.apply(account));
    }
  }

  /// Carries over what waited for the room. An album of which more may come isn't torn apart: it follows when it is whole.
  public void passWaiting(Tx tx, Channel channel, Ticket ticket, Place room) throws SQLException {
    pass(tx, channel, ticket, room, waiting.waiting(tx, channel, ticket.id()));
  }

  /// Likewise, of some messages alone.
  public void passWaiting(Tx tx, Channel channel, Ticket ticket, Place room, Set<MessageId> some) throws SQLException {
    if (!some.isEmpty()) {
      pass(tx, channel, ticket, room,
          waiting.waiting(tx, channel, ticket.id()).stream().filter(message -> some.contains(message.id())).toList());
    }
  }

  private void pass(Tx tx, Channel channel, Ticket ticket, Place room, List<Message> all) throws SQLException {
    Set<String> incomplete = all.isEmpty() ? Set.of() : albums.of(tx, channel, ticket.id());
    carrier.bringInOrder(tx, channel, ticket, room, incomplete.isEmpty() ? all : all.stream()
        .filter(message -> message.album() == null || message.byline() != null || !incomplete.contains(message.album()))
        .toList());
  }
}
