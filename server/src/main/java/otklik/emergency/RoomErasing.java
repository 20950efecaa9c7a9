package otklik.emergency;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.MessageRef;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.MovedChats;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.delivery.SettledDelivery;
import otklik.erasure.Erasures;
import otklik.erasure.Portion;
import otklik.erasure.RailTraces;
import otklik.kernel.TicketId;
import otklik.rooms.RoomTraces;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What stands of a request among the coordinators: its card stays without words, whatever was said besides is deleted.
/// They are told what the messenger did not let us delete.
@Component
final class RoomErasing implements Listener {
  private static final String DELETION = "emergency.erasing";

  private final Tickets tickets;
  private final CardRows rows;
  private final Rooms rooms;
  private final RoomTraces roomTraces;
  private final RailTraces railTraces;
  private final Erasures erasures;
  private final Deliveries deliveries;
  private final MovedChats movedChats;

  RoomErasing(Tickets tickets, CardRows rows, Rooms rooms, RoomTraces roomTraces, RailTraces railTraces,
      Erasures erasures, Deliveries deliveries, MovedChats movedChats) {
    this.tickets = tickets;
    this.rows = rows;
    this.rooms = rooms;
    this.roomTraces = roomTraces;
    this.railTraces = railTraces;
    this.erasures = erasures;
    this.deliveries = deliveries;
    this.movedChats = movedChats;
  }

  /// What is to stay there must be owed after this.
  void withdraw(Turn turn, Ticket ticket) throws Exception {
    Place room = room(turn.channel(), ticket);
    delete(turn, ticket, roomTraces.withdraw(turn, ticket, room.chat()));
    eraseWords(turn, ticket);
  }

  /// Of its oldest messages alone, which are forgotten at once.
  void eraseOldest(Turn turn, Ticket ticket, int most) throws Exception {
    delete(turn, ticket,
        roomTraces.eraseOldest(turn, ticket, room(turn.channel(), ticket).chat(), most));
  }

  private void delete(Turn turn, Ticket ticket, Set<MessageRef> standing) throws Exception {
    for (MessageRef message : standing) {
      if (!(ticket.card() instanceof Target.Known(var card)) || !card.equals(message.id())) {
        deliveries.owe(turn, NewDelivery.of(Priority.EDITS, new Call.Delete(room(turn.channel(), ticket),
            new Target.Known(message.id()))).about(DELETION, ticket.id().value()));
      }
    }
  }

  /// Nor is it kept what was said in its own rooms, also of somebody who helped.
  void eraseWords(Turn turn, Ticket ticket) throws Exception {
    railTraces.eraseWords(turn, railTraces.ownRooms(turn, ticket));
  }

  /// Nor what was said where all requests are spoken of.
  ///
  /// @return whether nothing is left
  boolean eraseShared(Turn turn, Portion portion) throws Exception {
    return railTraces.eraseWords(turn, List.of(group(turn.channel())), portion);
  }

  void redraw(Turn turn, Ticket ticket) throws Exception {
    rooms.redraw(turn, ticket, rows.read(turn, ticket).erased());
  }

  private Place room(Channel channel, Ticket ticket) {
    return ticket.room() == null ? group(channel) : ticket.room();
  }

  private Place group(Channel channel) {
    return Place.chat(movedChats.current(channel, Emergency.settings(channel).coordinatorsChat()));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DELETION);
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    if (!(done.outcome() instanceof Outcome.Refused refused) || refused.why() == Refusal.TOPIC_GONE
        || refused.why() == Refusal.MESSAGE_GONE) {
      return;
    }
    Ticket ticket = tickets.find(turn, new TicketId(done.subject().id())).orElseThrow();
    if (erasures.leftOver(turn, ticket.person())) {
      deliveries.owe(turn, NewDelivery.of(Priority.BOOKKEEPING, Call.Say.text(group(turn.channel()),
          turn.text("emergency.erasing.left",
              "number", ticket.shownNumber()))));
    }
  }
}
