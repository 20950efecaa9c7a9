package otklik.erasure;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.intake.RawUpdates;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// Words that updates and calls still have of places where others are spoken of too. What waits to be said there will
/// be said, and what stands there can still be found.
@Component
final class WordsErasure {
  private final RawUpdates rawUpdates;
  private final Deliveries deliveries;
  private final Timeline timeline;

  WordsErasure(RawUpdates rawUpdates, Deliveries deliveries, Timeline timeline) {
    this.rawUpdates = rawUpdates;
    this.deliveries = deliveries;
    this.timeline = timeline;
  }

  void erase(Turn turn, Collection<Place> places) throws Exception {
    rawUpdates.eraseWords(turn, places.stream().map(Place::key).toList());
    for (Place place : places) {
      deliveries.eraseWords(turn, place, Integer.MAX_VALUE);
    }
  }

  /// Where much was said.
  ///
  /// @return whether nothing is left
  boolean erase(Turn turn, Collection<Place> places, Portion portion) throws Exception {
    for (Place place : places) {
      int most = portion.left();
      int updates = rawUpdates.eraseWords(turn, place.key(), most);
      portion.spend(updates);
      if (updates == most) {
        return false;
      }
      most = portion.left();
      int words = deliveries.eraseWords(turn, place, most);
      portion.spend(words);
      if (words == most) {
        return false;
      }
    }
    return true;
  }

  /// In every place that was a room of the ticket's own; those that were lost are told of in its timeline alone.
  void eraseInOwnRooms(Turn turn, Ticket ticket) throws Exception {
    Set<Place> rooms = new LinkedHashSet<>();
    if (ticket.room() != null && !ticket.sharesRoom()) {
      rooms.add(ticket.room());
    }
    timeline.of(turn, ticket.id()).stream()
        .filter(entry -> entry.event().equals(Rooms.OPENED) && entry.data() != null)
        .map(entry -> Place.read(entry.data())).forEach(rooms::add);
    erase(turn, rooms);
  }
}
