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
import otklik.delivery.Done;
import otklik.delivery.Listener;
import otklik.delivery.Owed;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.workspaces.Channel;

/// What became of notes. One that found its topic missing is said in the next one; a line that was given up in its topic
/// is said outside of it.
@Component
final class NoteNews implements Listener, Alarm {
  private final Furnishers furnishers;
  private final Tickets tickets;
  private final Notes notes;
  private final WaitingNotes waiting;
  private final LostRooms lostRooms;
  private final Deliveries deliveries;

  NoteNews(Furnishers furnishers, Tickets tickets, Notes notes, WaitingNotes waiting, LostRooms lostRooms,
      Deliveries deliveries) {
    this.furnishers = furnishers;
    this.tickets = tickets;
    this.notes = notes;
    this.waiting = waiting;
    this.lostRooms = lostRooms;
    this.deliveries = deliveries;
  }

  @Override
  public Set<String> kinds() {
    return furnishers.kinds(RoomTag.NOTE, RoomTag.LINE);
  }

  @Override
  public void heard(Tx tx, Channel channel, Done done) throws Exception {
    if (RoomTag.read(done.subject().kind()) == RoomTag.LINE) {
      line(tx, channel, done);
      return;
    }
    if (!(done.outcome() instanceof Outcome.Refused refused) || refused.why() != Refusal.TOPIC_GONE) {
      return;
    }
    Ticket ticket = tickets.find(tx, channel, new TicketId(done.subject().id())).orElseThrow();
    if (!ticket.isErased() && !isClosed(ticket)) {
      waiting.add(tx, channel, ticket, done.id(), done.call());
      lostRooms.gone(tx, channel, ticket, done.call().place());
    }
  }

  /// A line mostly tells of something that has to be decided, and where it was given up no other will be read either: it
  /// is said once more outside of the topic.
  private void line(Tx tx, Channel channel, Done done) throws Exception {
    if (!(done.outcome() instanceof Outcome.Refused refused) || !isUnsaid(tx, channel, done, refused.why())
        || !(done.call() instanceof Call.Say say) || say.place().topic() == null
        || !(say.content() instanceof Content.Text text)) {
      return;
    }
    String number = tickets.find(tx, channel, new TicketId(done.subject().id())).map(ticket -> ticket.shownNumber() + "\n")
        .orElse("");
    deliveries.sentAnew(tx, channel, List.of(done.id()));
    deliveries.owe(tx, channel, Owed.words(new Call.Say(Place.chat(say.place().chat()),
        Content.Text.of(number + text.text()), null, say.buttons()))
        .about(done.subject().kind(), done.subject().id()));
  }

  /// A closed ticket gets no other topic.
  private boolean isUnsaid(Tx tx, Channel channel, Done done, Refusal why) throws Exception {
    return why.isGivenUp() || why == Refusal.TOPIC_GONE && tickets.find(tx, channel, new TicketId(done.subject().id()))
        .filter(ticket -> isClosed(ticket) && !ticket.isErased()).isPresent();
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
