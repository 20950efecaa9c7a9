package otklik.helpdesk;

import static otklik.storage.schema.Tables.CSAT;
import static otklik.storage.schema.Tables.DESK_TICKET;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.kernel.Ids;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// The desk's own rows of tickets, and what people thought of the help.
@Component
final class DeskTickets {
  static final String URGENT = "urgent";
  static final String NORMAL = "normal";

  private final Ids ids;
  private final InstantSource clock;

  DeskTickets(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  void add(Tx tx, Channel channel, DeskTicket ticket) {
    tx.sql().insertInto(DESK_TICKET)
        .set(DESK_TICKET.TICKET_ID, ticket.ticket().value())
        .set(DESK_TICKET.WORKSPACE_ID, channel.workspace().value())
        .set(DESK_TICKET.PROJECT_ID, ticket.project())
        .set(DESK_TICKET.CATEGORY, ticket.category())
        .set(DESK_TICKET.PRIORITY, ticket.urgent() ? URGENT : NORMAL)
        .set(DESK_TICKET.BLOCKING, ticket.blocking() == null ? null : ticket.blocking().name())
        .set(DESK_TICKET.DESCRIPTION, ticket.description())
        .set(DESK_TICKET.ATTACHMENTS, String.join(",", ticket.attachments()))
        .execute();
  }

  DeskTicket of(Tx tx, Channel channel, TicketId ticket) {
    return tx.sql().selectFrom(DESK_TICKET)
        .where(DESK_TICKET.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(DESK_TICKET.TICKET_ID.eq(ticket.value()))
        .fetchSingle(row -> new DeskTicket(ticket, row.get(DESK_TICKET.PROJECT_ID), row.get(DESK_TICKET.CATEGORY),
            row.get(DESK_TICKET.PRIORITY).equals(URGENT),
            row.get(DESK_TICKET.BLOCKING) == null ? null : Blocking.valueOf(row.get(DESK_TICKET.BLOCKING)),
            row.get(DESK_TICKET.DESCRIPTION), list(row.get(DESK_TICKET.ATTACHMENTS))));
  }

  private static List<String> list(String stored) {
    return stored.isEmpty() ? List.of() : Arrays.asList(stored.split(","));
  }

  /// Keeps a mark. False when there was one already: a mark is given once.
  boolean marked(Tx tx, Channel channel, TicketId ticket, String score) {
    return tx.sql().insertInto(CSAT)
        .set(CSAT.ID, ids.next())
        .set(CSAT.WORKSPACE_ID, channel.workspace().value())
        .set(CSAT.TICKET_ID, ticket.value())
        .set(CSAT.SCORE, score)
        .set(CSAT.CREATED_AT, clock.instant())
        .onConflictDoNothing()
        .execute() == 1;
  }

  void commented(Tx tx, Channel channel, TicketId ticket, String comment) {
    tx.sql().update(CSAT)
        .set(CSAT.COMMENT, comment)
        .where(CSAT.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(CSAT.TICKET_ID.eq(ticket.value()))
        .execute();
  }
}
