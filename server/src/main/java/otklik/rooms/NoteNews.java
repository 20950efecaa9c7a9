package otklik.rooms;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.delivery.Done;
import otklik.delivery.Listener;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.workspaces.Channel;

/// What became of notes. One that found its topic missing is said in the next one.
@Component
final class NoteNews implements Listener, Alarm {
  private final Furnishers furnishers;
  private final Tickets tickets;
  private final Notes notes;
  private final WaitingNotes waiting;
  private final LostRooms lostRooms;

  NoteNews(Furnishers furnishers, Tickets tickets, Notes notes, WaitingNotes waiting, LostRooms lostRooms) {
    this.furnishers = furnishers;
    this.tickets = tickets;
    this.notes = notes;
    this.waiting = waiting;
    this.lostRooms = lostRooms;
  }

  @Override
  public Set<String> kinds() {
    return furnishers.kinds(RoomTag.NOTE, RoomTag.LINE);
  }

  @Override
  public void heard(Tx tx, Channel channel, Done done) throws Exception {
    if (RoomTag.read(done.subject().kind()) == RoomTag.LINE
        || !(done.outcome() instanceof Outcome.Refused refused) || refused.why() != Refusal.TOPIC_GONE) {
      return;
    }
    Ticket ticket = tickets.find(tx, channel, new TicketId(done.subject().id())).orElseThrow();
    if (!ticket.isErased() && !isClosed(ticket)) {
      waiting.add(tx, channel, ticket, done.id(), done.call());
      lostRooms.gone(tx, channel, ticket, done.call().place());
    }
  }

  @Override
  public void ring(Tx tx, Timer timer) throws Exception {
    Ticket ticket = tickets.find(tx, timer.channel(), WaitingNotes.ticket(timer)).orElseThrow();
    if (ticket.room() == null && isClosed(ticket)) {
      return;
    }
    waiting.goesOn(tx, timer);
    notes.sayWaiting(tx, timer.channel(), ticket);
  }

  private static boolean isClosed(Ticket ticket) {
    return ticket.state().equals(Ticket.CLOSED);
  }
}
