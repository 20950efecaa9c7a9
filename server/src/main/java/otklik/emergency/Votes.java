package otklik.emergency;

import static otklik.storage.schema.Tables.NOT_URGENT_VOTE;

import java.time.InstantSource;
import java.util.List;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.storage.ReadTx;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Who thinks that a request isn't for this service.
@Component
final class Votes {
  private final InstantSource clock;

  Votes(InstantSource clock) {
    this.clock = clock;
  }

  /// Counts a vote, each volunteer's once.
  ///
  /// @return false when it was counted before
  boolean add(Tx tx, Channel channel, TicketId ticket, PersonId volunteer) {
    return tx.sql().insertInto(NOT_URGENT_VOTE)
        .set(NOT_URGENT_VOTE.WORKSPACE_ID, channel.workspace().value())
        .set(NOT_URGENT_VOTE.TICKET_ID, ticket.value())
        .set(NOT_URGENT_VOTE.PERSON_ID, volunteer.value())
        .set(NOT_URGENT_VOTE.CREATED_AT, clock.instant())
        .onConflictDoNothing()
        .execute() == 1;
  }

  /// Whose votes count, first to last.
  List<PersonId> of(ReadTx tx, Channel channel, TicketId ticket) {
    return tx.sql().select(NOT_URGENT_VOTE.PERSON_ID).from(NOT_URGENT_VOTE).where(about(channel, ticket))
        .orderBy(NOT_URGENT_VOTE.CREATED_AT, NOT_URGENT_VOTE.PERSON_ID)
        .fetch(row -> new PersonId(row.value1()));
  }

  /// @return false when there was none
  boolean takeBack(Tx tx, Channel channel, TicketId ticket, PersonId volunteer) {
    return tx.sql().deleteFrom(NOT_URGENT_VOTE)
        .where(about(channel, ticket)).and(NOT_URGENT_VOTE.PERSON_ID.eq(volunteer.value()))
        .execute() == 1;
  }

  /// They count no more: somebody decided otherwise.
  void clear(Tx tx, Channel channel, TicketId ticket) {
    tx.sql().deleteFrom(NOT_URGENT_VOTE).where(about(channel, ticket)).execute();
  }

  private static Condition about(Channel channel, TicketId ticket) {
    return NOT_URGENT_VOTE.WORKSPACE_ID.eq(channel.workspace().value())
        .and(NOT_URGENT_VOTE.TICKET_ID.eq(ticket.value()));
  }
}
