package otklik.rooms;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.SettledDelivery;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.turns.Turn;

/// What became of notes. One that found its topic missing is said in the next one; a line that was given up in its topic
/// is said outside of it.
@Component
final class NoteNews implements Listener, TimerHandler {
  private final RoomProviders roomProviders;
  private final Tickets tickets;
  private final Notes notes;
  private final WaitingNotes waiting;
  private final LostRooms lostRooms;
  private final Deliveries deliveries;

  NoteNews(RoomProviders roomProviders, Tickets tickets, Notes notes, WaitingNotes waiting, LostRooms lostRooms,
      Deliveries deliveries) {
    this.roomProviders = roomProviders;
    this.tickets = tickets;
    this.notes = notes;
    this.waiting = waiting;
    this.lostRooms = lostRooms;
    this.deliveries = deliveries;
  }

  @Override
  public Set<String> kinds() {
    return roomProviders.kinds(RoomTag.NOTE, RoomTag.LINE);
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    if (RoomTag.read(done.subject().kind()) == RoomTag.LINE) {
      line(turn, done);
      return;
    }
    if (!(done.outcome() instanceof Outcome.Refused refused) || refused.why() != Refusal.TOPIC_GONE) {
      return;
    }
    Ticket ticket = tickets.find(turn, new TicketId(done.subject().id())).orElseThrow();
    if (!ticket.isErased() && !isClosed(ticket)) {
      waiting.add(turn, ticket, done.id(), done.call());
      lostRooms.gone(turn, ticket, done.call().place());
    }
  }

  /// A line mostly tells of something that has to be decided, and where it was given up no other will be read either: it
  /// is said once more outside of the topic.
  private void line(Turn turn, SettledDelivery done) throws Exception {
    if (!(done.outcome() instanceof Outcome.Refused refused) || !isUnsaid(turn, done, refused.why())
        || !(done.call() instanceof Call.Say say) || say.place().topic() == null
        || !(say.content() instanceof Content.Text text)) {
      return;
    }
    String number = tickets.find(turn, new TicketId(done.subject().id())).map(ticket -> ticket.shownNumber() + "\n")
        .orElse("");
    deliveries.sentAnew(turn, List.of(done.id()));
    deliveries.owe(turn, NewDelivery.words(new Call.Say(Place.chat(say.place().chat()),
        Content.Text.of(number + text.text()), null, say.buttons()))
        .about(done.subject().kind(), done.subject().id()));
  }

  /// A closed ticket gets no other topic.
  private boolean isUnsaid(Turn turn, SettledDelivery done, Refusal why) throws Exception {
    return why.isGivenUp() || why == Refusal.TOPIC_GONE && tickets.find(turn, new TicketId(done.subject().id()))
        .filter(ticket -> isClosed(ticket) && !ticket.isErased()).isPresent();
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Ticket ticket = tickets.find(turn, WaitingNotes.ticket(timer)).orElseThrow();
    if (ticket.room() == null && isClosed(ticket)) {
      return;
    }
    waiting.goesOn(turn, timer);
    notes.sayWaiting(turn, ticket);
  }

  private static boolean isClosed(Ticket ticket) {
    return ticket.state().equals(Ticket.CLOSED);
  }
}
