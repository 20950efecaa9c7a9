package otklik.rooms;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.MovedChats;
import otklik.delivery.Owed;
import otklik.delivery.Priority;
import otklik.kernel.DeliveryId;
import otklik.relay.RoomChanges;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// The one topic that tickets of a channel share. Opened when it is first needed, opened anew when it is lost.
@Component
public final class SharedTopic {
  private static final Logger log = LoggerFactory.getLogger(SharedTopic.class);

  private final SharedTopicRows rows;
  private final Furnishers furnishers;
  private final Tickets tickets;
  private final SharedPlaces places;
  private final RoomChanges roomChanges;
  private final Deliveries deliveries;
  private final MovedChats movedChats;

  SharedTopic(SharedTopicRows rows, Furnishers furnishers, Tickets tickets, SharedPlaces places, RoomChanges roomChanges,
      Deliveries deliveries, MovedChats movedChats) {
    this.rows = rows;
    this.furnishers = furnishers;
    this.tickets = tickets;
    this.places = places;
    this.roomChanges = roomChanges;
    this.deliveries = deliveries;
    this.movedChats = movedChats;
  }

  public Optional<Place> where(Tx tx, Channel channel) {
    return rows.where(tx, channel);
  }

  public boolean is(Tx tx, Channel channel, Place place) {
    return place.topic() != null && rows.where(tx, channel).filter(place::equals).isPresent();
  }

  /// A line for everybody there. False while there is no such topic: it is opened for the next line.
  ///
  /// @param about the id of the ticket or the person whom it names
  public boolean say(Tx tx, Channel channel, String text, long about) throws Exception {
    Optional<Place> room = rows.where(tx, channel);
    if (room.isPresent()) {
      deliveries.owe(tx, channel, Owed.of(Priority.BOOKKEEPING, Call.Say.text(room.get(), text))
          .about(RoomTag.LINE.of(channel), about));
    } else if (rows.claim(tx, channel)) {
      open(tx, channel);
    }
    return room.isPresent();
  }

  void takeIn(Tx tx, Channel channel, Ticket ticket, Lodging.InSharedTopic lodging) throws Exception {
    tickets.shares(tx, channel, ticket, lodging.mark());
    Optional<Place> room = rows.where(tx, channel);
    if (room.isPresent()) {
      places.moveIn(tx, channel, ticket.id(), room.get());
    } else if (rows.claim(tx, channel)) {
      open(tx, channel);
    }
  }

  /// Its opening was refused. By now it may have been found all the same.
  void openAgain(Tx tx, Channel channel) throws Exception {
    if (rows.where(tx, channel).isEmpty()) {
      open(tx, channel);
    }
  }

  private void open(Tx tx, Channel channel) throws Exception {
    SharedTopicPlan plan = furnishers.of(channel).sharedTopic(channel).orElseThrow();
    Place group = Place.chat(movedChats.current(channel, plan.group()));
    DeliveryId opening = deliveries.owe(tx, channel, Owed.of(Priority.CARDS, new Call.OpenTopic(group, plan.name()))
        .about(RoomTag.SHARED_ROOM.of(channel), channel.id().value()));
    rows.opensWith(tx, channel, opening);
  }

  void opened(Tx tx, Channel channel, Place where) throws Exception {
    Place room = new Place(movedChats.current(channel, where.chat()), where.topic());
    if (!rows.opened(tx, channel, room)) {
      if (!is(tx, channel, room)) {
        log.warn("{}: a second topic to share is closed", channel.label());
        deliveries.owe(tx, channel, Owed.of(Priority.BOOKKEEPING, new Call.CloseTopic(room)));
      }
      return;
    }
    for (Ticket ticket : tickets.waitingToShare(tx, channel)) {
      if (furnishers.of(channel).lodging(tx, channel, ticket) instanceof Lodging.InSharedTopic) {
        places.moveIn(tx, channel, ticket.id(), room);
      }
    }
  }

  /// The messenger tells of a topic of that name: its opening may never be answered.
  void found(Tx tx, Channel channel, String name, Place where) throws Exception {
    boolean named = furnishers.of(channel).sharedTopic(channel).map(SharedTopicPlan::name).filter(name::equals)
        .isPresent();
    Optional<DeliveryId> opening = named ? rows.opening(tx, channel) : Optional.empty();
    if (opening.isPresent()) {
      if (rows.where(tx, channel).isEmpty()) {
        deliveries.drop(tx, channel, opening.get());
      }
      opened(tx, channel, where);
    }
  }

  /// It was deleted with everything in it, if it was there. What is still open is shown again in the next one.
  void gone(Tx tx, Channel channel, Place room) throws Exception {
    if (room.topic() == null || !rows.lost(tx, channel, room)) {
      return;
    }
    log.warn("{}: the topic that tickets share is gone", channel.label());
    boolean needed = false;
    for (Ticket ticket : tickets.sharing(tx, channel, room)) {
      tickets.roomLost(tx, channel, ticket, room);
      roomChanges.roomLost(tx, channel, ticket, room);
      needed |= !ticket.state().equals(Ticket.CLOSED);
    }
    if (needed && rows.claim(tx, channel)) {
      open(tx, channel);
    }
  }
}
