package otklik.helpdesk;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.MovedChats;
import otklik.delivery.Threads;
import otklik.dialogs.Dialogs;
import otklik.intake.RawUpdates;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

/// What the rails keep of a person for a while: updates as they came, calls as they were made, begun forms and timers.
@Component
final class RailTraces {
  private final Dialogs dialogs;
  private final Timers timers;
  private final RawUpdates rawUpdates;
  private final Deliveries deliveries;
  private final Threads threads;
  private final MovedChats movedChats;
  private final TriageRooms triageRooms;

  RailTraces(Dialogs dialogs, Timers timers, RawUpdates rawUpdates, Deliveries deliveries, Threads threads,
      MovedChats movedChats, TriageRooms triageRooms) {
    this.dialogs = dialogs;
    this.timers = timers;
    this.rawUpdates = rawUpdates;
    this.deliveries = deliveries;
    this.threads = threads;
    this.movedChats = movedChats;
    this.triageRooms = triageRooms;
  }

  void erase(Tx tx, Visitor visitor, List<Ticket> theirs) throws Exception {
    Channel channel = visitor.channel();
    String chat = visitor.chat().key();
    dialogs.end(tx, channel, chat);
    timers.cancelAbout(tx, channel, chat);
    rawUpdates.erase(tx, channel, List.of(chat, "user:" + visitor.person().account()));
    deliveries.erase(tx, channel, visitor.chat());
    threads.forget(tx, channel, visitor.chat().chat());

    List<Place> shared = new ArrayList<>();
    shared.add(Place.chat(movedChats.current(channel, Helpdesk.settings(channel).supportChat())));
    triageRooms.where(tx, channel).ifPresent(shared::add);
    for (Ticket ticket : theirs) {
      timers.cancelAbout(tx, channel, Long.toString(ticket.id().value()));
      if (ticket.room() != null && !ticket.sharesRoom()) {
        shared.add(ticket.room());
        deliveries.erase(tx, channel, ticket.room());
      }
    }
    rawUpdates.eraseWords(tx, channel, shared.stream().map(Place::key).toList());
    for (Place place : shared) {
      deliveries.eraseWords(tx, channel, place);
    }
  }
}
