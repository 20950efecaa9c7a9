package otklik.rooms;

import org.springframework.stereotype.Component;
import otklik.kernel.DeliveryId;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// Each ticket's room, as scenarios use it. While the room isn't there yet, nothing is owed to it: once it is, its card
/// says what is true then, and what the relay has kept follows.
@Component
public final class Rooms {
  /// The event of a ticket\'s timeline that says where its topic is.
  public static final String OPENED = "room-opened";
  /// The word of the button under a line that tells of a card that was given up: it carries the ticket, and what was to
  /// make the card ([#showCard]).
  public static final String SHOW_CARD = "show-card";

  private final RoomProviders roomProviders;
  private final Tickets tickets;
  private final RoomCards roomCards;
  private final OwnTopics ownTopics;
  private final SharedTopic sharedTopic;
  private final SharedPlaces sharedPlaces;
  private final Notes notes;

  Rooms(RoomProviders roomProviders, Tickets tickets, RoomCards roomCards, OwnTopics ownTopics, SharedTopic sharedTopic,
      SharedPlaces sharedPlaces, Notes notes) {
    this.roomProviders = roomProviders;
    this.tickets = tickets;
    this.roomCards = roomCards;
    this.ownTopics = ownTopics;
    this.sharedTopic = sharedTopic;
    this.sharedPlaces = sharedPlaces;
    this.notes = notes;
  }

  /// Gives a ticket that has no room the one where its scenario wants it.
  public void open(Turn turn, Ticket ticket) throws Exception {
    switch (roomProviders.of(turn.channel()).placement(turn, ticket)) {
      case RoomPlacement.OwnTopic own -> ownTopics.open(turn, ticket, own);
      case RoomPlacement.InSharedTopic among -> sharedTopic.takeIn(turn, ticket, among);
      case RoomPlacement.InChat chat -> sharedPlaces.takeIn(turn, ticket, chat);
      case RoomPlacement.NotYet _ -> {
        // The scenario refreshes it when the time has come.
      }
    }
  }

  /// The card says what is true now. Only the newest state is worth sending. An open ticket without a room gets one.
  public void refresh(Turn turn, TicketId id) throws Exception {
    Ticket ticket = tickets.find(turn, id).orElseThrow();
    if (ticket.room() != null) {
      roomCards.change(turn, ticket);
    } else if (ticket.roomDelivery() == null && !ticket.state().equals(Ticket.CLOSED)) {
      open(turn, ticket);
    }
  }

  /// Shows the card in place of one that was given up.
  ///
  /// @param lost what was to make it
  /// @return false when there is another one by now
  public boolean showCard(Turn turn, Ticket ticket, DeliveryId lost) throws Exception {
    return roomCards.showInPlaceOf(turn, ticket, lost);
  }

  /// The card says this, until it is refreshed.
  public void redraw(Turn turn, Ticket ticket, CardFace face) throws Exception {
    roomCards.change(turn, ticket, face);
  }

  /// A line of the scenario's own for the operators; without a room there is nobody to read it.
  public void note(Turn turn, Ticket ticket, String text) throws Exception {
    notes.say(turn, ticket, text);
  }

  /// A topic of the ticket's own is closed with it.
  public void close(Turn turn, Ticket ticket) throws Exception {
    ownTopics.close(turn, ticket);
  }

  public void reopen(Turn turn, Ticket ticket) throws Exception {
    ownTopics.reopen(turn, ticket);
  }

  /// The name of the ticket's own topic says what is true now.
  public void rename(Turn turn, TicketId id) throws Exception {
    Ticket ticket = tickets.find(turn, id).orElseThrow();
    if (roomProviders.of(turn.channel()).placement(turn, ticket) instanceof RoomPlacement.OwnTopic own) {
      ownTopics.rename(turn, ticket, own);
    }
  }
}
