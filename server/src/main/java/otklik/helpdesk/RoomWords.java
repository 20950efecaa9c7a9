package otklik.helpdesk;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.erasure.Portion;
import otklik.erasure.RailTraces;
import otklik.rooms.SharedTopic;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What was said of a person wherever operators read: in every topic that their tickets have had, and in what all groups
/// share.
@Component
final class RoomWords {
  private final Groups groups;
  private final SharedTopic sharedTopic;
  private final RailTraces railTraces;
  private final Deliveries deliveries;

  RoomWords(Groups groups, SharedTopic sharedTopic, RailTraces railTraces, Deliveries deliveries) {
    this.groups = groups;
    this.sharedTopic = sharedTopic;
    this.railTraces = railTraces;
    this.deliveries = deliveries;
  }

  void erase(Turn turn, Ticket ticket) throws Exception {
    if (ticket.room() != null && !ticket.sharesRoom()) {
      deliveries.dropAll(turn, ticket.room());
    }
    railTraces.eraseWords(turn, railTraces.ownRooms(turn, ticket));
  }

  /// In what all groups share.
  ///
  /// @return whether nothing is left
  boolean eraseShared(Turn turn, Portion portion) throws Exception {
    Set<Place> places = new LinkedHashSet<>();
    groups.all(turn.channel()).forEach(group -> places.add(Place.chat(group)));
    sharedTopic.where(turn).ifPresent(places::add);
    return railTraces.eraseWords(turn, places, portion);
  }
}
