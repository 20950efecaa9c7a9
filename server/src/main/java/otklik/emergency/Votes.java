package otklik.emergency;

import static otklik.storage.schema.Tables.NOT_URGENT_VOTE;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Who thinks that a request isn't for this service.
@Component
final class Votes {
  private final InstantSource clock;

  Votes(InstantSource clock) {
    this.clock = clock;
  }

  /// Counts a vote, each volunteer's once; answers with how many there are.
  int add(Tx tx, Channel channel, TicketId ticket, PersonId volunteer) {
    tx.sql().insertInto(NOT_URGENT_VOTE)
        .set(NOT_URGENT_VOTE.WORKSPACE_ID, channel.workspace().value())
        .set(NOT_URGENT_VOTE.TICKET_ID, ticket.value())
        .set(NOT_URGENT_VOTE.PERSON_ID, volunteer.value())
        .set(NOT_URGENT_VOTE.CREATED_AT, clock.instant())
        .onConflictDoNothing()
        .execute();
    return tx.sql().fetchCount(NOT_URGENT_VOTE,
        NOT_URGENT_VOTE.WORKSPACE_ID.eq(channel.workspace().value()).and(NOT_URGENT_VOTE.TICKET_ID.eq(ticket.value())));
  }

  /// They count no more: a coordinator decided otherwise.
  void clear(Tx tx, Channel channel, TicketId ticket) {
    tx.sql().deleteFrom(NOT_URGENT_VOTE)
        .where(NOT_URGENT_VOTE.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(NOT_URGENT_VOTE.TICKET_ID.eq(ticket.value()))
        .execute();
  }
}
