package otklik.helpdesk;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.kernel.TicketId;
import otklik.rooms.Rooms;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// Tells a ticket's clocks what happened to it. Whoever moves tickets calls one of these in the same transaction.
@Component
final class Clocks {
  private final ClockRows rows;
  private final DeskTickets deskTickets;
  private final Deadlines deadlines;
  private final Rooms rooms;
  private final InstantSource clock;

  Clocks(ClockRows rows, DeskTickets deskTickets, Deadlines deadlines, Rooms rooms, InstantSource clock) {
    this.rows = rows;
    this.deskTickets = deskTickets;
    this.deadlines = deadlines;
    this.rooms = rooms;
    this.clock = clock;
  }

  /// A ticket was opened. The card is drawn afterwards.
  void opened(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    change(tx, channel, ticket, rows.of(tx, channel, ticket), TicketClocks::opened);
  }

  /// The person wrote something that belongs to their open ticket. Brings the card up to date.
  void personWrote(Tx tx, Channel channel, Ticket ticket) throws Exception {
    TicketClocks known = rows.of(tx, channel, ticket.id());
    boolean answered = ticket.firstResponseAt() != null;
    if (!known.isAnswerAwaited() && change(tx, channel, ticket.id(), known,
        (clocks, terms, now) -> clocks.personWrote(terms, answered, now))) {
      rooms.refresh(tx, channel, ticket.id());
    }
  }

  /// An operator's words are on their way to the person. Brings the card up to date.
  void operatorAnswered(Tx tx, Channel channel, TicketId ticket) throws Exception {
    changeAndShow(tx, channel, ticket, TicketClocks::operatorAnswered);
  }

  /// The person was asked something. Brings the card up to date.
  void waitsForClient(Tx tx, Channel channel, TicketId ticket) throws Exception {
    changeAndShow(tx, channel, ticket, TicketClocks::waitsForClient);
  }

  /// The ticket was closed. The card is drawn afterwards.
  void closed(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    change(tx, channel, ticket, rows.of(tx, channel, ticket), TicketClocks::closed);
  }

  /// The ticket was opened again. The card is drawn afterwards.
  void reopened(Tx tx, Channel channel, Ticket ticket) throws SQLException {
    boolean answered = ticket.firstResponseAt() != null;
    change(tx, channel, ticket.id(), rows.of(tx, channel, ticket.id()),
        (clocks, terms, now) -> clocks.reopened(terms, answered, now));
  }

  /// The ticket's priority has just been changed. The card is drawn afterwards.
  void priorityChanged(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    change(tx, channel, ticket, rows.of(tx, channel, ticket), TicketClocks::priorityChanged);
  }

  private interface Happening {
    TicketClocks after(TicketClocks clocks, Terms terms, Instant now);
  }

  private void changeAndShow(Tx tx, Channel channel, TicketId ticket, Happening happening) throws Exception {
    if (change(tx, channel, ticket, rows.of(tx, channel, ticket), happening)) {
      rooms.refresh(tx, channel, ticket);
    }
  }

  private boolean change(Tx tx, Channel channel, TicketId ticket, TicketClocks known, Happening happening)
      throws SQLException {
    Terms terms = Terms.of(channel, deskTickets.isUrgent(tx, channel, ticket));
    List<SlaClock> after = happening.after(known, terms, clock.instant()).all();
    List<SlaClock> changed = after.stream().filter(one -> !known.all().contains(one)).toList();
    changed.forEach(one -> rows.save(tx, channel, ticket, one));
    if (changed.stream().anyMatch(one -> one.nextAt() != null)) {
      deadlines.watch(tx, channel);
    }
    return !changed.isEmpty();
  }
}
