package otklik.erasure;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.PrivateTopics;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Visitor;
import otklik.intake.RawUpdates;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// What the rails keep of a person for a while: updates as they came, calls as they were made, begun forms and timers.
@Component
public final class RailTraces {
  private final Dialogs dialogs;
  private final Timers timers;
  private final RawUpdates rawUpdates;
  private final Deliveries deliveries;
  private final PrivateTopics privateTopics;
  private final Timeline timeline;

  RailTraces(Dialogs dialogs, Timers timers, RawUpdates rawUpdates, Deliveries deliveries, PrivateTopics privateTopics,
      Timeline timeline) {
    this.dialogs = dialogs;
    this.timers = timers;
    this.rawUpdates = rawUpdates;
    this.deliveries = deliveries;
    this.privateTopics = privateTopics;
    this.timeline = timeline;
  }

  /// What waits in their own chat, in either direction, comes to nothing.
  public void begin(Visitor visitor) throws Exception {
    Turn turn = visitor.turn();
    String chat = visitor.chat().key();
    timers.cancelAbout(turn, chat);
    rawUpdates.erase(turn, List.of(chat, "user:" + visitor.person().account()));
    deliveries.dropAll(turn, visitor.chat());
    dialogs.end(turn, chat);
    deliveries.eraseQuestionsAbout(turn, visitor.person().account());
    privateTopics.forget(turn, visitor.chat().chat());
  }

  /// The time of a ticket of theirs.
  public void eraseTime(Turn turn, Ticket ticket) {
    timers.cancelAbout(turn, Long.toString(ticket.id().value()));
  }

  /// Nothing tells any more that anything was said in their own chat. The last of all, because what stands there is
  /// found by it.
  ///
  /// @return whether nothing is left
  public boolean eraseChat(Visitor visitor, Portion portion) throws Exception {
    int most = portion.left();
    int erased = deliveries.erase(visitor.turn(), visitor.chat().chat(), portion.until(), most);
    portion.spend(erased);
    return erased < most;
  }

  /// Of places where others are spoken of too: what was said there, by either side, isn't kept any more. What waits to
  /// be said there will be said, and what stands there can still be found.
  public void eraseWords(Turn turn, Collection<Place> places) throws Exception {
    rawUpdates.eraseWords(turn, places.stream().map(Place::key).toList());
    for (Place place : places) {
      deliveries.eraseWords(turn, place, Integer.MAX_VALUE);
    }
  }

  /// Likewise of places where much was said.
  ///
  /// @return whether nothing is left
  public boolean eraseWords(Turn turn, Collection<Place> places, Portion portion) throws Exception {
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

  /// Every place that was a room of the ticket's own; those that were lost are told of in its timeline alone.
  public Set<Place> ownRooms(Turn turn, Ticket ticket) throws Exception {
    Set<Place> rooms = new LinkedHashSet<>();
    if (ticket.room() != null && !ticket.sharesRoom()) {
      rooms.add(ticket.room());
    }
    timeline.of(turn, ticket.id()).stream()
        .filter(entry -> entry.event().equals(Rooms.OPENED) && entry.data() != null)
        .map(entry -> Place.read(entry.data())).forEach(rooms::add);
    return rooms;
  }
}
