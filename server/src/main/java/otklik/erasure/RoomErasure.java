package otklik.erasure;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.rooms.RoomTraces;
import otklik.rooms.Rooms;
import otklik.rooms.SharedTopic;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What stands of a ticket among the team. Its topic is deleted with all that is in it, and its messages elsewhere; or
/// its card stays [without words][PersonalData#erasedCard], and whatever was said besides is deleted.
@Component
final class RoomErasure {
  private static final Place NOWHERE = Place.chat("");

  private final PersonalDataRegister register;
  private final RoomTraces roomTraces;
  private final Rooms rooms;
  private final SharedTopic sharedTopic;
  private final WordsErasure wordsErasure;
  private final Deliveries deliveries;

  RoomErasure(PersonalDataRegister register, RoomTraces roomTraces, Rooms rooms, SharedTopic sharedTopic,
      WordsErasure wordsErasure, Deliveries deliveries) {
    this.register = register;
    this.roomTraces = roomTraces;
    this.rooms = rooms;
    this.sharedTopic = sharedTopic;
    this.wordsErasure = wordsErasure;
    this.deliveries = deliveries;
  }

  /// What is to stay there must be owed after this. The messages must still be there.
  void withdraw(Turn turn, Ticket ticket) throws Exception {
    Place topic = ticket.sharesRoom() || cardStays(turn) ? null : ticket.room();
    if (topic != null) {
      deliveries.dropAll(turn, topic);
    }
    wordsErasure.eraseInOwnRooms(turn, ticket);
    Place place = place(turn, ticket);
    delete(turn, ticket, place, roomTraces.withdraw(turn, ticket, place.chat()));
    if (topic != null) {
      owe(turn, ticket, new Call.DeleteTopic(topic));
    }
  }

  /// Of its oldest messages alone, which are forgotten at once.
  void eraseOldest(Turn turn, Ticket ticket, int most) throws Exception {
    Place place = place(turn, ticket);
    delete(turn, ticket, place, roomTraces.eraseOldest(turn, ticket, place.chat(), most));
  }

  /// Where messages of it stand one by one.
  private Place place(Turn turn, Ticket ticket) {
    Place room = ticket.room();
    return room != null && (cardStays(turn) || room.topic() == null) ? room
        : sharedTopic.where(turn).orElseGet(
            () -> register.groups(turn.channel()).stream().findFirst().orElse(NOWHERE));
  }

  private void delete(Turn turn, Ticket ticket, Place place, Set<MessageRef> standing) throws Exception {
    boolean cardStays = cardStays(turn);
    if (!cardStays && !register.of(turn.channel()).wasInSharedRoom(turn, ticket)) {
      return; // It goes with the topic.
    }
    for (MessageRef message : standing) {
      Target.Known here = new Target.Known(message.id());
      if (!cardStays || !here.equals(ticket.card())) {
        owe(turn, ticket, new Call.Delete(place, here));
      }
    }
  }

  private void owe(Turn turn, Ticket ticket, Call deletion) throws Exception {
    deliveries.owe(turn, NewDelivery.of(Priority.EDITS, deletion)
        .about(Leftovers.ticket(turn.channel()), ticket.id().value()));
  }

  private boolean cardStays(Turn turn) {
    return register.of(turn.channel()).erasedCard().isPresent();
  }

  /// The card, if it stays, says that its person is forgotten.
  void redraw(Turn turn, Ticket ticket) throws Exception {
    PersonalData.ErasedCard card = register.of(turn.channel()).erasedCard().orElse(null);
    if (card != null) {
      rooms.redraw(turn, ticket, card.of(turn, ticket));
    }
  }

  /// Nor is it kept what was said where all tickets are spoken of.
  ///
  /// @return whether nothing is left
  boolean eraseShared(Turn turn, Portion portion) throws Exception {
    Set<Place> places = new LinkedHashSet<>(register.groups(turn.channel()));
    sharedTopic.where(turn).ifPresent(places::add);
    return wordsErasure.erase(turn, places, portion);
  }
}
