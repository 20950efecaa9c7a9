package otklik.lifecycle;

import java.util.Objects;
import org.springframework.stereotype.Component;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// What any scenario's moves have as effects.
@Component
final class CommonEffects {
  private final Tickets tickets;
  private final Timeline timeline;
  private final Rooms rooms;
  private final Timers timers;
  private final TicketWords ticketWords;

  CommonEffects(Tickets tickets, Timeline timeline, Rooms rooms, Timers timers, TicketWords ticketWords) {
    this.tickets = tickets;
    this.timeline = timeline;
    this.rooms = rooms;
    this.timers = timers;
    this.ticketWords = ticketWords;
  }

  void apply(Transition transition, Effect effect) throws Exception {
    Turn turn = transition.turn();
    Ticket ticket = transition.after();
    switch (effect) {
      case Effect.Noted(var event, var by, var data) ->
          timeline.note(turn, ticket.id(), event, Objects.requireNonNullElse(by, transition.by()), data);
      case Effect.CardRefreshed _ -> rooms.refresh(turn, ticket.id());
      case Effect.RoomTold(var words) -> ticketWords.toRoom(turn, ticket, words);
      case Effect.RoomClosed _ -> rooms.close(turn, ticket);
      // What came earlier may have given it another room.
      case Effect.RoomReopened _ -> rooms.reopen(turn, tickets.find(turn, ticket.id()).orElseThrow());
      case Effect.PersonTold(var words) -> ticketWords.toPerson(turn, ticket, words);
      case Effect.TimerSet(var kind, var after) ->
          timers.set(turn, kind, Long.toString(ticket.id().value()), "", turn.now().plus(after));
      case Effect.TimersCancelled _ -> timers.cancelAbout(turn, Long.toString(ticket.id().value()));
      case Effect.Own own -> throw new IllegalStateException("a scenario's own: " + own);
    }
  }
}
