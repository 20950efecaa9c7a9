package otklik.emergency;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.MessageRef;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Done;
import otklik.delivery.Listener;
import otklik.delivery.Owed;
import otklik.delivery.Priority;
import otklik.delivery.Subject;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.storage.ReadTx;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

/// A request that was called not urgent is closed when a while has passed. Until then nothing changes: it is searched for,
/// or stays with whoever has it, and keeps its place.
@Component
final class Closings implements Listener {
  static final String TIMER = "emergency.closing";
  static final Duration WHILE = Duration.ofMinutes(2);
  /// Messages whose keys close the request or leave it open; about the ticket.
  private static final String KEYS = "emergency.closing-keys";

  private final Timers timers;
  private final Votes votes;
  private final Tickets tickets;
  private final Deliveries deliveries;
  private final InstantSource clock;

  Closings(Timers timers, Votes votes, Tickets tickets, Deliveries deliveries, InstantSource clock) {
    this.timers = timers;
    this.votes = votes;
    this.tickets = tickets;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /// @param by who said so, the last of several
  record Closing(PersonId by, Instant at) {}

  void begin(Tx tx, Channel channel, TicketId ticket, PersonId by) {
    timers.set(tx, channel, TIMER, Long.toString(ticket.value()), Long.toString(by.value()),
        clock.instant().plus(WHILE));
  }

  Optional<Closing> of(ReadTx tx, Channel channel, TicketId ticket) {
    return timers.waiting(tx, channel, TIMER, Long.toString(ticket.value()))
        .map(timer -> new Closing(by(timer.data()), timer.dueAt()));
  }

  static PersonId by(String data) {
    return new PersonId(Long.parseLong(data));
  }

  /// Says something about it, with keys that go when nothing is left to decide.
  void say(Tx tx, Channel channel, TicketId ticket, Call words) throws SQLException {
    deliveries.owe(tx, channel, Owed.words(words).about(KEYS, ticket.value()).of(ticket));
  }

  /// It stays open, or is closed already; what volunteers think is remembered.
  void end(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    timers.cancel(tx, channel, TIMER, Long.toString(ticket.value()));
    for (MessageRef message : deliveries.withdraw(tx, channel, List.of(new Subject(KEYS, ticket.value())))) {
      takeKeys(tx, channel, Place.chat(message.chat()), message.id());
    }
  }

  /// It stays open, and what volunteers think counts no more.
  void overrule(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    end(tx, channel, ticket);
    votes.clear(tx, channel, ticket);
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KEYS);
  }

  @Override
  public boolean isRevocable() {
    return true;
  }

  /// What was in the air when the request was closed arrives all the same.
  @Override
  public void heard(Tx tx, Channel channel, Done done) throws Exception {
    if (done.outcome() instanceof Outcome.Sent sent
        && tickets.find(tx, channel, new TicketId(done.subject().id())).orElseThrow().state().equals(Ticket.CLOSED)) {
      for (String id : sent.ids()) {
        takeKeys(tx, channel, done.call().place(), id);
      }
    }
  }

  private void takeKeys(Tx tx, Channel channel, Place chat, String message) throws SQLException {
    deliveries.owe(tx, channel,
        Owed.of(Priority.EDITS, new Call.EditButtons(chat, new Target.Known(message), List.of())));
  }
}
