package otklik.helpdesk;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.erasure.Portion;
import otklik.erasure.RailTraces;
import otklik.rooms.SharedTopic;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

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

  void erase(Tx tx, Channel channel, Ticket ticket) throws Exception {
    if (ticket.room() != null && !ticket.sharesRoom()) {
      deliveries.dropAll(tx, channel, ticket.room());
    }
    railTraces.eraseWords(tx, channel, railTraces.ownRooms(tx, channel, ticket));
  }

  /// In what all groups share.
  ///
  /// @return whether nothing is left
  boolean eraseShared(Tx tx, Channel channel, Portion portion) throws Exception {
    Set<Place> places = new LinkedHashSet<>();
    groups.all(channel).forEach(group -> places.add(Place.chat(group)));
    sharedTopic.where(tx, channel).ifPresent(places::add);
    return railTraces.eraseWords(tx, channel, places, portion);
  }
}
