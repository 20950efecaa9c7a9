package otklik.relay;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.MessageRef;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.SettledDelivery;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// Takes answers back from people's chats, whole: albums and long texts with all of their messages.
@Component
public final class Withdrawals {
  private final Messages messages;
  private final ExtraCopies extraCopies;
  private final Counterparts counterparts;
  private final Receipts receipts;
  private final Deliveries deliveries;

  Withdrawals(Messages messages, ExtraCopies extraCopies, Counterparts counterparts, Receipts receipts,
      Deliveries deliveries) {
    this.messages = messages;
    this.extraCopies = extraCopies;
    this.counterparts = counterparts;
    this.receipts = receipts;
    this.deliveries = deliveries;
  }

  public enum Asked {
    /// The outcome will be told.
    OWED,
    /// That message isn't an answer of this ticket.
    NOT_AN_ANSWER,
    NEVER_ARRIVED,
    TAKEN_BACK_ALREADY
  }

  /// Also what is still on its way is taken back, right after it arrives: a call in the air can't be stopped.
  ///
  /// @param kind under which the outcome is told, about the message
  public Asked ask(Turn turn, Ticket ticket, MessageRef answer, String kind) throws SQLException {
    Message message = messages.written(turn, answer).orElse(null);
    if (message == null || message.direction() != Direction.OUT || !ticket.id().equals(message.ticket())
        || message.delivery() == null) {
      return Asked.NOT_AN_ANSWER;
    }
    if (message.takenBack()) {
      return Asked.TAKEN_BACK_ALREADY;
    }
    if (message.failure() != null && message.copy() == null) {
      return Asked.NEVER_ARRIVED;
    }
    Place chat = Carrier.there(ticket, Direction.OUT);
    for (Target copy : copies(turn, message)) {
      deliveries.owe(turn, NewDelivery.words(new Call.Delete(chat, copy)));
    }
    deliveries.owe(turn, NewDelivery.words(new Call.Delete(chat, counterparts.copy(turn, message)))
        .about(kind, message.id().value()));
    return Asked.OWED;
  }

  /// All but the message's own first copy.
  private List<Target> copies(Turn turn, Message message) throws SQLException {
    List<Message> together = together(turn, message);
    List<Target> copies = new ArrayList<>();
    for (Message one : together) {
      if (!one.id().equals(message.id())) {
        copies.add(counterparts.copy(turn, one));
      }
    }
    extraCopies.all(turn, together.stream().map(Message::id).toList())
        .forEach(piece -> copies.add(piece.target()));
    return copies;
  }

  private List<Message> together(Turn turn, Message message) throws SQLException {
    return message.album() == null ? List.of(message)
        : messages.sentBy(turn, message.ticket(), message.delivery());
  }

  /// @param answer  where it was written
  /// @param refused why the person still sees it; null when it is gone
  public record Heard(TicketId ticket, MessageRef answer, Outcome.@Nullable Refused refused) {}

  /// Notes what became of it; empty when the answer isn't kept any more.
  public Optional<Heard> heard(Turn turn, SettledDelivery done) throws SQLException {
    Message message = messages.find(turn, new MessageId(done.subject().id())).orElse(null);
    if (message == null) {
      return Optional.empty();
    }
    if (done.outcome() instanceof Outcome.Refused refused && message.copy() != null) {
      return Optional.of(new Heard(message.ticket(), message.origin(), refused));
    }
    messages.takenBack(turn, together(turn, message).stream().map(Message::id).toList());
    receipts.show(turn, messages.find(turn, message.id()).orElseThrow());
    return Optional.of(new Heard(message.ticket(), message.origin(), null));
  }
}
