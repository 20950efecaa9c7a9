package otklik.helpdesk.cards;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.helpdesk.clocks.ClockFace;
import otklik.helpdesk.clocks.ClockRows;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.projects.Projects;
import otklik.helpdesk.tickets.DeskTicket;
import otklik.helpdesk.tickets.DeskTickets;
import otklik.people.Blocklist;
import otklik.people.People;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// Tickets' cards as they are now.
@Component
public final class DeskCards {
  private final DeskTickets deskTickets;
  private final Projects projects;
  private final People people;
  private final Blocklist blocklist;
  private final ClockRows clockRows;

  DeskCards(DeskTickets deskTickets, Projects projects, People people, Blocklist blocklist, ClockRows clockRows) {
    this.deskTickets = deskTickets;
    this.projects = projects;
    this.people = people;
    this.blocklist = blocklist;
    this.clockRows = clockRows;
  }

  /// @param desk belongs to a project
  TicketCard inOwnTopic(Turn turn, Ticket ticket, DeskTicket desk) throws SQLException {
    Project project = projects.find(turn, Objects.requireNonNull(desk.project())).orElseThrow();
    return new TicketCard(turn.channel(), ticket, desk, project, person(turn, ticket), owner(turn, ticket),
        clock(turn, ticket));
  }

  public TriageCard inTriage(Turn turn, Ticket ticket) throws SQLException {
    return inTriage(turn, ticket, deskTickets.of(turn, ticket.id()));
  }

  public TriageCard inTriage(Turn turn, Ticket ticket, DeskTicket desk) throws SQLException {
    return new TriageCard(turn.channel(), ticket, desk, person(turn, ticket), owner(turn, ticket),
        blocklist.has(turn, ticket.person()), clock(turn, ticket));
  }

  private Person person(Turn turn, Ticket ticket) {
    return people.find(turn, ticket.person()).orElseThrow();
  }

  private @Nullable Person owner(Turn turn, Ticket ticket) {
    return ticket.owner() == null ? null : people.find(turn, ticket.owner()).orElse(null);
  }

  private @Nullable String clock(Turn turn, Ticket ticket) throws SQLException {
    return ticket.state().equals(Ticket.CLOSED) ? null
        : ClockFace.of(turn.channel(), clockRows.of(turn, ticket.id()), turn.now());
  }
}
