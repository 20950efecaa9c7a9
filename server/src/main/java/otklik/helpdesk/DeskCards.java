package otklik.helpdesk;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.people.Blocklist;
import otklik.people.People;
import otklik.people.Person;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// Tickets' cards as they are now.
@Component
final class DeskCards {
  private final DeskTickets deskTickets;
  private final Projects projects;
  private final People people;
  private final Blocklist blocklist;
  private final ClockRows clockRows;
  private final InstantSource clock;

  DeskCards(DeskTickets deskTickets, Projects projects, People people, Blocklist blocklist, ClockRows clockRows,
      InstantSource clock) {
    this.deskTickets = deskTickets;
    this.projects = projects;
    this.people = people;
    this.blocklist = blocklist;
    this.clockRows = clockRows;
    this.clock = clock;
  }

  /// @param desk belongs to a project
  Card inOwnTopic(Tx tx, Channel channel, Ticket ticket, DeskTicket desk) throws SQLException {
    Project project = projects.find(tx, channel, Objects.requireNonNull(desk.project())).orElseThrow();
    return new Card(channel, ticket, desk, project, person(tx, channel, ticket), owner(tx, channel, ticket),
        clock(tx, channel, ticket));
  }

  TriageCard inTriage(Tx tx, Channel channel, Ticket ticket) throws SQLException {
    return inTriage(tx, channel, ticket, deskTickets.of(tx, channel, ticket.id()));
  }

  TriageCard inTriage(Tx tx, Channel channel, Ticket ticket, DeskTicket desk) throws SQLException {
    return new TriageCard(channel, ticket, desk, person(tx, channel, ticket), owner(tx, channel, ticket),
        blocklist.has(tx, channel, ticket.person()), clock(tx, channel, ticket));
  }

  private Person person(Tx tx, Channel channel, Ticket ticket) {
    return people.find(tx, channel, ticket.person()).orElseThrow();
  }

  private @Nullable Person owner(Tx tx, Channel channel, Ticket ticket) {
    return ticket.owner() == null ? null : people.find(tx, channel, ticket.owner()).orElse(null);
  }

  private @Nullable String clock(Tx tx, Channel channel, Ticket ticket) throws SQLException {
    return ticket.state().equals(Ticket.CLOSED) ? null
        : ClockFace.of(channel, clockRows.of(tx, channel, ticket.id()), clock.instant());
  }
}
