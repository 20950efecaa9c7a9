package otklik.helpdesk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.Threads;
import otklik.dialogs.Dialogs;
import otklik.intake.RawUpdates;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

/// What the rails keep of a person for a while: updates as they came, calls as they were made, begun forms and timers; of
/// their own chat, of every topic that their tickets have had, and of what all groups share.
@Component
final class RailTraces {
  private final Dialogs dialogs;
  private final Timers timers;
  private final RawUpdates rawUpdates;
  private final Deliveries deliveries;
  private final Threads threads;
  private final Groups groups;
  private final TriageRooms triageRooms;
  private final Timeline timeline;

  RailTraces(Dialogs dialogs, Timers timers, RawUpdates rawUpdates, Deliveries deliveries, Threads threads,
      Groups groups, TriageRooms triageRooms, Timeline timeline) {
    this.dialogs = dialogs;
    this.timers = timers;
    this.rawUpdates = rawUpdates;
    this.deliveries = deliveries;
    this.threads = threads;
    this.groups = groups;
    this.triageRooms = triageRooms;
    this.timeline = timeline;
  }

  void erase(Tx tx, Visitor visitor, List<Ticket> theirs) throws Exception {
    Channel channel = visitor.channel();
    String chat = visitor.chat().key();
    dialogs.end(tx, channel, chat);
    timers.cancelAbout(tx, channel, chat);
    rawUpdates.erase(tx, channel, List.of(chat, "user:" + visitor.person().account()));
    deliveries.erase(tx, channel, visitor.chat());
    threads.forget(tx, channel, visitor.chat().chat());

    Set<Place> places = new LinkedHashSet<>();
    groups.all(channel).forEach(group -> places.add(Place.chat(group)));
    triageRooms.where(tx, channel).ifPresent(places::add);
    for (Ticket ticket : theirs) {
      timers.cancelAbout(tx, channel, Long.toString(ticket.id().value()));
      if (ticket.room() != null && !ticket.sharesRoom()) {
        places.add(ticket.room());
        deliveries.erase(tx, channel, ticket.room());
      }
      places.addAll(formerRooms(tx, channel, ticket));
    }
    rawUpdates.eraseWords(tx, channel, places.stream().map(Place::key).toList());
    for (Place place : places) {
      deliveries.eraseWords(tx, channel, place);
    }
  }

  /// Topics that were lost are told of nowhere else.
  private List<Place> formerRooms(Tx tx, Channel channel, Ticket ticket) throws Exception {
    return timeline.of(tx, channel, ticket.id()).stream()
        .filter(entry -> entry.event().equals(Rooms.OPENED) && entry.data() != null)
        .map(entry -> Place.read(entry.data())).toList();
  }
}
