package otklik.emergency.cards;

import java.sql.SQLException;
import org.springframework.stereotype.Component;
import otklik.people.Actor;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// A request's topic is closed with it, once, and opened again when it goes on.
@Component
final class TopicDoors {
  private static final String CLOSED = "topic-closed";
  private static final String REOPENED = "topic-reopened";

  private final Rooms rooms;
  private final Timeline timeline;

  TopicDoors(Rooms rooms, Timeline timeline) {
    this.rooms = rooms;
    this.timeline = timeline;
  }

  void fit(Turn turn, Ticket ticket) throws Exception {
    if (ticket.room() == null || ticket.sharesRoom()) {
      return;
    }
    boolean closes = ticket.state().equals(Ticket.CLOSED);
    if (closes == isClosed(turn, ticket)) {
      return;
    }
    timeline.note(turn, ticket.id(), closes ? CLOSED : REOPENED, Actor.CLOCK, null);
    if (closes) {
      rooms.close(turn, ticket);
    } else {
      rooms.reopen(turn, ticket);
    }
  }

  private boolean isClosed(Turn turn, Ticket ticket) throws SQLException {
    return timeline.of(turn, ticket.id()).stream().map(Timeline.Entry::event)
        .filter(event -> event.equals(CLOSED) || event.equals(REOPENED))
        .reduce((earlier, later) -> later).filter(CLOSED::equals).isPresent();
  }
}
