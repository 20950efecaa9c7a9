package otklik.relay;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// Tries again to bring what failed, as it reads now, and of it only what hasn't arrived.
@Component
public final class Retries {
  private final Messages messages;
  private final ExtraCopies extraCopies;
  private final Carrier carrier;
  private final Deliveries deliveries;

  Retries(Messages messages, ExtraCopies extraCopies, Carrier carrier, Deliveries deliveries) {
    this.messages = messages;
    this.extraCopies = extraCopies;
    this.carrier = carrier;
    this.deliveries = deliveries;
  }

  /// @return false when the ticket has no such message, or it hasn't failed: then nothing happens, however many ask
  public boolean again(Turn turn, Ticket ticket, MessageId id) throws SQLException {
    Message message = messages.find(turn, id).orElse(null);
    if (message == null || !ticket.id().equals(message.ticket()) || message.takenBack() || message.delivery() == null) {
      return false;
    }
    Place to = Carrier.there(ticket, message.direction());
    List<Message> together = message.copy() != null ? List.of(message)
        : messages.sentBy(turn, ticket.id(), message.delivery());
    if (to == null || !messages.triedAgain(turn, together.stream().map(Message::id).toList())) {
      return false;
    }
    deliveries.sentAnew(turn, List.of(message.delivery()));
    if (together.size() > 1) {
      bringAlbum(turn, ticket, to, together);
    } else {
      bring(turn, ticket, to, message);
    }
    return true;
  }

  private void bringAlbum(Turn turn, Ticket ticket, Place to, List<Message> items) throws SQLException {
    for (Message item : items) {
      forgetFailed(turn, item.id());
    }
    carrier.bring(turn, ticket, to, items);
  }

  private void bring(Turn turn, Ticket ticket, Place to, Message message) throws SQLException {
    boolean end = message.copy() != null && message.content() instanceof Content.Location
        && extraCopies.pieces(turn, List.of(message.id())).stream().anyMatch(ExtraCopies.Piece::failed);
    Set<Integer> arriving = forgetFailed(turn, message.id());
    if (end) {
      carrier.bringPiece(turn, to, message.id(), 1, message.content(), new Target.Known(message.copy().id()));
      return;
    }
    List<Content> marked =
        Byline.above(Carrier.head(Carrier.mark(ticket, message.direction()), message), message.shown());
    List<Content> pieces = Pieces.of(marked.getLast(), turn.channel().sizes());
    if (message.copy() == null) {
      carrier.bringLine(turn, to, message.id(), marked);
      DeliveryId first =
          carrier.bringFirst(turn, ticket, to, message, pieces, carrier.repliedTo(turn, message));
      messages.sentWith(turn, List.of(message.id()), first);
    }
    for (int number = 1; number < pieces.size(); number++) {
      if (!arriving.contains(number)) {
        carrier.bringPiece(turn, to, message.id(), number, pieces.get(number), null);
      }
    }
  }

  /// @return the pieces that have arrived or are on their way
  private Set<Integer> forgetFailed(Turn turn, MessageId message) throws SQLException {
    List<ExtraCopies.Piece> pieces = extraCopies.pieces(turn, List.of(message));
    List<DeliveryId> failed = pieces.stream().filter(ExtraCopies.Piece::failed)
        .map(ExtraCopies.Piece::delivery).toList();
    deliveries.sentAnew(turn, failed);
    failed.forEach(delivery -> extraCopies.remove(turn, message, delivery));
    return pieces.stream().filter(piece -> !piece.failed()).map(ExtraCopies.Piece::number).collect(Collectors.toSet());
  }
}
