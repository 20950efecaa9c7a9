package otklik.emergency;

import java.util.LinkedHashSet;
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
import otklik.delivery.Done;
import otklik.delivery.Listener;
import otklik.delivery.MovedChats;
import otklik.delivery.Owed;
import otklik.delivery.Priority;
import otklik.erasure.Erasures;
import otklik.erasure.RailTraces;
import otklik.kernel.TicketId;
import otklik.rooms.RoomTraces;
import otklik.rooms.Rooms;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
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
  void withdraw(Tx tx, Channel channel, List<Ticket> theirs) throws Exception {
    Place group = group(channel);
    Set<Place> places = new LinkedHashSet<>(List.of(group));
    for (Ticket ticket : theirs) {
      Place room = ticket.room() == null ? group : ticket.room();
      for (MessageRef standing : roomTraces.withdraw(tx, channel, ticket, room.chat())) {
        if (!(ticket.card() instanceof Target.Known(var card)) || !card.equals(standing.id())) {
          deliveries.owe(tx, channel, Owed.of(Priority.EDITS,
              new Call.Delete(room, new Target.Known(standing.id()))).about(DELETION, ticket.id().value()));
        }
      }
      places.addAll(railTraces.ownRooms(tx, channel, ticket));
    }
    railTraces.eraseWords(tx, channel, places);
  }

  /// Nor is it kept what was said there of somebody who helped.
  void eraseWords(Tx tx, Channel channel, List<Ticket> helpedWith) throws Exception {
    Set<Place> places = new LinkedHashSet<>(List.of(group(channel)));
    for (Ticket ticket : helpedWith) {
      places.addAll(railTraces.ownRooms(tx, channel, ticket));
    }
    railTraces.eraseWords(tx, channel, places);
  }

  void redraw(Tx tx, Channel channel, Ticket ticket) throws Exception {
    rooms.redraw(tx, channel, ticket, rows.read(tx, channel, ticket).erased());
  }

  private Place group(Channel channel) {
    return Place.chat(movedChats.current(channel, Emergency.settings(channel).coordinatorsChat()));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DELETION);
  }

  @Override
  public void heard(Tx tx, Channel channel, Done done) throws Exception {
    if (!(done.outcome() instanceof Outcome.Refused refused) || refused.why() == Refusal.TOPIC_GONE
        || refused.why() == Refusal.MESSAGE_GONE) {
      return;
    }
    Ticket ticket = tickets.find(tx, channel, new TicketId(done.subject().id())).orElseThrow();
    if (erasures.leftOver(tx, channel, ticket.person())) {
      deliveries.owe(tx, channel, Owed.of(Priority.BOOKKEEPING, Call.Say.text(group(channel),
          channel.texts().text(channel.language(), "emergency.erasing.left",
              "number", ticket.shownNumber(), "reason", refused.detail()))));
    }
  }
}
