package otklik.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;

/// A request as it stood when it was read.
///
/// @param chat  where the person writes
/// @param state one of the scenario's own words; `closed` is common to all
/// @param room  the operators' topic or chat, once the ticket is there
/// @param mark  stands before the person's messages where several tickets share the room; null where the room is the
///              ticket's own
public record Ticket(
    TicketId id,
    long number,
    PersonId person,
    String chat,
    String state,
    @Nullable PersonId owner,
    @Nullable Place room,
    @Nullable DeliveryId roomDelivery,
    @Nullable DeliveryId cardDelivery,
    @Nullable String cardId,
    Instant createdAt,
    @Nullable Instant firstResponseAt,
    @Nullable Instant closedAt,
    @Nullable String mark) {
  public static final String CLOSED = "closed";

  /// As people read it: #0042.
  public String shownNumber() {
    return "#%04d".formatted(number);
  }

  public boolean sharesRoom() {
    return mark != null;
  }

  /// What is said in the room about this ticket: a shared room must be told which one is meant.
  public String saidInRoom(String text) {
    return mark == null ? text : mark + ": " + text;
  }

  /// Nothing of the person is left in it.
  public boolean isErased() {
    return chat.isEmpty();
  }

  /// The card to edit or pin; null before there is one.
  public @Nullable Target card() {
    if (cardId != null) {
      return new Target.Known(cardId);
    }
    return cardDelivery == null ? null : new Target.MadeBy(cardDelivery, 0);
  }

  /// As it stands once it was moved.
  public Ticket moved(String to, @Nullable PersonId toWhom, Instant at) {
    return new Ticket(id, number, person, chat, to, toWhom, room, roomDelivery, cardDelivery, cardId, createdAt,
        firstResponseAt, to.equals(CLOSED) ? at : null, mark);
  }
}
