package otklik.helpdesk.tickets;

import static otklik.storage.schema.Tables.CSAT;
import static otklik.storage.schema.Tables.DESK_TICKET;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.helpdesk.projects.Project;
import otklik.kernel.Ids;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.storage.Statement;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// The desk's own rows of tickets, and what people thought of the help.
@Component
public final class DeskTickets {
  static final String URGENT = "urgent";
  static final String NORMAL = "normal";

  private static final Statement OF = Statement.of("""
      select project_id, category, priority, blocking, description, attachments, company, contact from desk_ticket
      where workspace_id = ? and ticket_id = ?
      """);
  private static final Statement PRIORITY =
      Statement.of("select priority from desk_ticket where workspace_id = ? and ticket_id = ?");

  private final Ids ids;

  DeskTickets(Ids ids) {
    this.ids = ids;
  }

  public void add(Turn turn, DeskTicket ticket) {
    turn.sql().insertInto(DESK_TICKET)
        .set(DESK_TICKET.TICKET_ID, ticket.ticket().value())
        .set(DESK_TICKET.WORKSPACE_ID, turn.workspace().value())
        .set(DESK_TICKET.PROJECT_ID, ticket.project())
        .set(DESK_TICKET.CATEGORY, ticket.category())
        .set(DESK_TICKET.PRIORITY, ticket.urgent() ? URGENT : NORMAL)
        .set(DESK_TICKET.BLOCKING, ticket.blocking() == null ? null : ticket.blocking().name())
        .set(DESK_TICKET.DESCRIPTION, ticket.description())
        .set(DESK_TICKET.ATTACHMENTS, String.join(",", ticket.attachments()))
        .set(DESK_TICKET.COMPANY, ticket.company())
        .set(DESK_TICKET.CONTACT, ticket.contact())
        .execute();
  }

  public void describe(Turn turn, TicketId ticket, String description) {
    turn.sql().update(DESK_TICKET)
        .set(DESK_TICKET.DESCRIPTION, description)
        .where(DESK_TICKET.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(DESK_TICKET.TICKET_ID.eq(ticket.value()))
        .execute();
  }

  public DeskTicket of(Turn turn, TicketId ticket) {
    return turn.first(OF, row -> read(ticket, row), turn.workspace().value(), ticket.value()).orElseThrow();
  }

  private static DeskTicket read(TicketId ticket, ResultSet row) throws SQLException {
    long project = row.getLong(1);
    Long known = row.wasNull() ? null : project;
    String blocking = row.getString(4);
    return new DeskTicket(ticket, known, row.getString(2), row.getString(3).equals(URGENT),
        blocking == null ? null : WorkImpact.valueOf(blocking), row.getString(5), list(row.getString(6)),
        row.getString(7), row.getString(8));
  }

  public void belongsTo(Turn turn, TicketId ticket, Project project) {
    turn.sql().update(DESK_TICKET)
        .set(DESK_TICKET.PROJECT_ID, project.id())
        .where(DESK_TICKET.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(DESK_TICKET.TICKET_ID.eq(ticket.value()))
        .execute();
  }

  public boolean isUrgent(Turn turn, TicketId ticket) {
    return turn.first(PRIORITY, row -> row.getString(1), turn.workspace().value(), ticket.value())
        .filter(URGENT::equals).isPresent();
  }

  /// False when it had that priority already.
  boolean prioritised(Turn turn, TicketId ticket, boolean urgent) {
    String priority = urgent ? URGENT : NORMAL;
    return turn.sql().update(DESK_TICKET)
        .set(DESK_TICKET.PRIORITY, priority)
        .where(DESK_TICKET.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(DESK_TICKET.TICKET_ID.eq(ticket.value()))
        .and(DESK_TICKET.PRIORITY.ne(priority))
        .execute() == 1;
  }

  /// The person has told this too.
  public void describedBy(Turn turn, TicketId ticket, String words) {
    turn.sql().update(DESK_TICKET)
        .set(DESK_TICKET.DESCRIPTION, DESK_TICKET.DESCRIPTION.concat("\n" + words))
        .where(DESK_TICKET.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(DESK_TICKET.TICKET_ID.eq(ticket.value()))
        .execute();
  }

  private static List<String> list(String stored) {
    return stored.isEmpty() ? List.of() : Arrays.asList(stored.split(","));
  }

  /// Keeps a mark. False when there was one already: a mark is given once for each closing.
  public boolean marked(Turn turn, Ticket ticket, String score) {
    Instant now = turn.now();
    return turn.sql().insertInto(CSAT)
        .set(CSAT.ID, ids.next())
        .set(CSAT.WORKSPACE_ID, turn.workspace().value())
        .set(CSAT.TICKET_ID, ticket.id().value())
        .set(CSAT.SCORE, score)
        .set(CSAT.CREATED_AT, now)
        .onConflict(CSAT.WORKSPACE_ID, CSAT.TICKET_ID)
        .doUpdate()
        .set(CSAT.SCORE, score)
        .setNull(CSAT.COMMENT)
        .setNull(CSAT.COMMENT_MESSAGE_ID)
        .set(CSAT.CREATED_AT, now)
        .where(CSAT.CREATED_AT.lt(ticket.closedAt()))
        .execute() == 1;
  }

  void commented(Turn turn, TicketId ticket, String comment, MessageId message) {
    turn.sql().update(CSAT)
        .set(CSAT.COMMENT, comment)
        .set(CSAT.COMMENT_MESSAGE_ID, message.value())
        .where(CSAT.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(CSAT.TICKET_ID.eq(ticket.value()))
        .execute();
  }

  /// The person changed their comment. False when the message isn't the ticket's comment, or its mark was given before
  /// that moment.
  boolean recommented(Turn turn, TicketId ticket, String comment, MessageId message, Instant earliest) {
    return turn.sql().update(CSAT)
        .set(CSAT.COMMENT, comment)
        .where(CSAT.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(CSAT.TICKET_ID.eq(ticket.value()))
        .and(CSAT.COMMENT_MESSAGE_ID.eq(message.value()))
        .and(CSAT.CREATED_AT.gt(earliest))
        .execute() == 1;
  }

  /// The message was no comment after all. False when it isn't the ticket's comment, or isn't any more.
  boolean uncommented(Turn turn, TicketId ticket, MessageId message) {
    return turn.sql().update(CSAT)
        .setNull(CSAT.COMMENT)
        .setNull(CSAT.COMMENT_MESSAGE_ID)
        .where(CSAT.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(CSAT.TICKET_ID.eq(ticket.value()))
        .and(CSAT.COMMENT_MESSAGE_ID.eq(message.value()))
        .execute() == 1;
  }
}
