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
import otklik.people.Actor;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// Topics that are one ticket's own: opened once, furnished with the card, closed and opened again with the ticket.
@Component
final class OwnTopics {
  private static final Logger log = LoggerFactory.getLogger(OwnTopics.class);

  private static final String DELAYED = "room-delayed";

  private final RoomProviders roomProviders;
  private final Tickets tickets;
  private final Timeline timeline;
  private final RoomCards roomCards;
  private final TopicSummary topicSummary;
  private final WaitingWords waitingWords;
  private final Deliveries deliveries;
  private final MovedChats movedChats;

  OwnTopics(RoomProviders roomProviders, Tickets tickets, Timeline timeline, RoomCards roomCards,
      TopicSummary topicSummary, WaitingWords waitingWords, Deliveries deliveries, MovedChats movedChats) {
    this.roomProviders = roomProviders;
    this.tickets = tickets;
    this.timeline = timeline;
    this.roomCards = roomCards;
    this.topicSummary = topicSummary;
    this.waitingWords = waitingWords;
    this.deliveries = deliveries;
    this.movedChats = movedChats;
  }

  void open(Turn turn, Ticket ticket, RoomPlacement.OwnTopic placement) throws Exception {
    Place group = Place.chat(movedChats.current(turn.channel(), placement.group()));
    DeliveryId delivery = deliveries.owe(turn, NewDelivery.of(Priority.CARDS,
        new Call.OpenTopic(group, placement.name())).about(RoomTag.ROOM.of(turn.channel()), ticket.id().value()));
    tickets.roomOwed(turn, ticket, delivery);
  }

  void opened(Turn turn, Ticket ticket, Place where) throws Exception {
    if (ticket.isErased()) { // meanwhile
      deliveries.owe(turn, NewDelivery.of(Priority.EDITS, new Call.DeleteTopic(where)));
      return;
    }
    Place room = new Place(movedChats.current(turn.channel(), where.chat()), where.topic());
    if (!tickets.roomOpened(turn, ticket, room)) {
      boolean second = tickets.find(turn, ticket.id()).map(Ticket::room)
          .filter(known -> !known.equals(room)).isPresent();
      if (second) {
        log.warn("{}: {} got a second topic, which is closed", turn.channel().label(), ticket.shownNumber());
        deliveries.owe(turn, NewDelivery.of(Priority.BOOKKEEPING, new Call.CloseTopic(room)));
      }
      return;
    }
    timeline.note(turn, ticket.id(), Rooms.OPENED, Actor.CLOCK, room.key());
    roomCards.show(turn, ticket, room);
    Optional<String> retold = topicSummary.of(turn, ticket);
    if (retold.isPresent()) {
      deliveries.owe(turn, NewDelivery.of(Priority.CARDS, Call.Say.text(room, retold.get())));
    }
    waitingWords.bring(turn, ticket, room);
  }

  /// The messenger opens none. Operators would see nothing of the ticket, so they are told, once; it is tried again. Returns
  /// whether they are told now.
  boolean notOpened(Turn turn, Ticket ticket, Place group) throws Exception {
    boolean told = timeline.of(turn, ticket.id()).stream().anyMatch(entry -> entry.event().equals(DELAYED));
    if (told || ticket.isErased() || ticket.state().equals(Ticket.CLOSED)) {
      return false;
    }
    timeline.note(turn, ticket.id(), DELAYED, Actor.CLOCK, null);
    deliveries.owe(turn, NewDelivery.words(Call.Say.text(group,
        turn.text(turn.channel().ownKey("topic.not-opened"), "ticket", ticket.shownNumber()))));
    return true;
  }

  /// The messenger tells of a topic whose opening is not answered yet, or never will be.
  void found(Turn turn, Ticket ticket, Place where) throws Exception {
    if (ticket.roomDelivery() == null) {
      return;
    }
    if (ticket.room() == null) {
      deliveries.drop(turn, ticket.roomDelivery());
    }
    opened(turn, ticket, where);
  }

  void close(Turn turn, Ticket ticket) throws Exception {
    if (has(ticket)) {
      deliveries.owe(turn, NewDelivery.of(Priority.BOOKKEEPING, new Call.CloseTopic(ticket.room()))
          .replacing(lock(ticket)));
    }
  }

  /// Goes with words: what follows in the topic is not to wait behind it.
  void reopen(Turn turn, Ticket ticket) throws Exception {
    if (has(ticket)) {
      deliveries.owe(turn, NewDelivery.words(new Call.ReopenTopic(ticket.room())).replacing(lock(ticket)));
    }
  }

  /// Of closing and reopening a topic only the last one matters.
  private static String lock(Ticket ticket) {
    return "lock:" + ticket.id().value();
  }

  void rename(Turn turn, Ticket ticket, RoomPlacement.OwnTopic placement) throws Exception {
    if (has(ticket)) {
      deliveries.owe(turn, NewDelivery.of(Priority.EDITS, new Call.RenameTopic(ticket.room(), placement.name()))
          .replacing("name:" + ticket.id().value()));
    }
  }

  private static boolean has(Ticket ticket) {
    return ticket.room() != null && !ticket.sharesRoom();
  }
}
