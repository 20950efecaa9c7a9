package otklik.rooms;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.MovedChats;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.kernel.DeliveryId;
import otklik.relay.RoomChanges;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// The one topic that tickets of a channel share. Opened when it is first needed, opened anew when it is lost.
@Component
public final class SharedTopic {
  private static final Logger log = LoggerFactory.getLogger(SharedTopic.class);

  private final SharedTopicRows rows;
  private final RoomProviders roomProviders;
  private final Tickets tickets;
  private final SharedPlaces places;
  private final RoomChanges roomChanges;
  private final Deliveries deliveries;
  private final MovedChats movedChats;

  SharedTopic(SharedTopicRows rows, RoomProviders roomProviders, Tickets tickets, SharedPlaces places,
      RoomChanges roomChanges, Deliveries deliveries, MovedChats movedChats) {
    this.rows = rows;
    this.roomProviders = roomProviders;
    this.tickets = tickets;
    this.places = places;
    this.roomChanges = roomChanges;
    this.deliveries = deliveries;
    this.movedChats = movedChats;
  }

  public Optional<Place> where(Turn turn) {
    return rows.where(turn);
  }

  public boolean is(Turn turn, Place place) {
    return place.topic() != null && rows.where(turn).filter(place::equals).isPresent();
  }

  /// A line for everybody there. False while there is no such topic: it is opened for the next line.
  ///
  /// @param about the id of the ticket or the person whom it names
  public boolean say(Turn turn, String text, long about) throws Exception {
    Optional<Place> room = rows.where(turn);
    if (room.isPresent()) {
      deliveries.owe(turn, NewDelivery.of(Priority.BOOKKEEPING, Call.Say.text(room.get(), text))
          .about(RoomTag.LINE.of(turn.channel()), about));
    } else if (rows.claim(turn)) {
      open(turn);
    }
    return room.isPresent();
  }

  void takeIn(Turn turn, Ticket ticket, RoomPlacement.InSharedTopic placement) throws Exception {
    tickets.shares(turn, ticket, placement.mark());
    Optional<Place> room = rows.where(turn);
    if (room.isPresent()) {
      places.moveIn(turn, ticket.id(), room.get());
    } else if (rows.claim(turn)) {
      open(turn);
    }
  }

  /// Until it is there, nobody sees those who wait for it: its group is told each time that its opening is given up.
  void notOpened(Turn turn, Place group) throws Exception {
    String words = roomProviders.of(turn.channel()).sharedTopic(turn.channel()).orElseThrow().notOpened();
    deliveries.owe(turn, NewDelivery.words(Call.Say.text(group, words))
        .replacing("shared-not-opened:" + group.key()));
  }

  /// Its opening was refused. By now it may have been found all the same.
  void openAgain(Turn turn) throws Exception {
    if (rows.where(turn).isEmpty()) {
      open(turn);
    }
  }

  private void open(Turn turn) throws Exception {
    SharedTopicPlan plan = roomProviders.of(turn.channel()).sharedTopic(turn.channel()).orElseThrow();
    Place group = Place.chat(movedChats.current(turn.channel(), plan.group()));
    DeliveryId opening = deliveries.owe(turn, NewDelivery.of(Priority.CARDS, new Call.OpenTopic(group, plan.name()))
        .about(RoomTag.SHARED_ROOM.of(turn.channel()), turn.channel().id().value()));
    rows.opensWith(turn, opening);
  }

  void opened(Turn turn, Place where) throws Exception {
    Place room = new Place(movedChats.current(turn.channel(), where.chat()), where.topic());
    if (!rows.opened(turn, room)) {
      if (!is(turn, room)) {
        log.warn("{}: a second topic to share is closed", turn.channel().label());
        deliveries.owe(turn, NewDelivery.of(Priority.BOOKKEEPING, new Call.CloseTopic(room)));
      }
      return;
    }
    for (Ticket ticket : tickets.waitingToShare(turn)) {
      if (roomProviders.of(turn.channel()).placement(turn, ticket) instanceof RoomPlacement.InSharedTopic) {
        places.moveIn(turn, ticket.id(), room);
      }
    }
  }

  /// The messenger tells of a topic of that name: its opening may never be answered.
  void found(Turn turn, String name, Place where) throws Exception {
    boolean named = roomProviders.of(turn.channel()).sharedTopic(turn.channel()).map(SharedTopicPlan::name)
        .filter(name::equals)
        .isPresent();
    Optional<DeliveryId> opening = named ? rows.opening(turn) : Optional.empty();
    if (opening.isPresent()) {
      if (rows.where(turn).isEmpty()) {
        deliveries.drop(turn, opening.get());
      }
      opened(turn, where);
    }
  }

  /// It was deleted with everything in it, if it was there. What is still open is shown again in the next one.
  void gone(Turn turn, Place room) throws Exception {
    if (room.topic() == null || !rows.lost(turn, room)) {
      return;
    }
    log.warn("{}: the topic that tickets share is gone", turn.channel().label());
    boolean needed = false;
    for (Ticket ticket : tickets.sharing(turn, room)) {
      tickets.roomLost(turn, ticket, room);
      roomChanges.roomLost(turn, ticket, room);
      needed |= !ticket.state().equals(Ticket.CLOSED);
    }
    if (needed && rows.claim(turn)) {
      open(turn);
    }
  }
}
