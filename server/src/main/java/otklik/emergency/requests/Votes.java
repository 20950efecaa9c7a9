package otklik.emergency.requests;

import static otklik.storage.schema.Tables.NOT_URGENT_VOTE;

import java.util.List;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.people.Blocklist;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Who thinks that a request isn't for this service.
@Component
public final class Votes {
  private final Blocklist blocklist;

  Votes(Blocklist blocklist) {
    this.blocklist = blocklist;
  }

  /// Counts a vote, each volunteer's once.
  ///
  /// @return false when it was counted before
  public boolean add(Turn turn, TicketId ticket, PersonId volunteer) {
    return turn.sql().insertInto(NOT_URGENT_VOTE)
        .set(NOT_URGENT_VOTE.WORKSPACE_ID, turn.workspace().value())
        .set(NOT_URGENT_VOTE.TICKET_ID, ticket.value())
        .set(NOT_URGENT_VOTE.PERSON_ID, volunteer.value())
        .set(NOT_URGENT_VOTE.CREATED_AT, turn.now())
        .onConflictDoNothing()
        .execute() == 1;
  }

  /// Whose votes count, first to last.
  public List<PersonId> of(ReadTurn turn, TicketId ticket) {
    return turn.sql().select(NOT_URGENT_VOTE.PERSON_ID).from(NOT_URGENT_VOTE).where(about(turn.channel(), ticket))
        .orderBy(NOT_URGENT_VOTE.CREATED_AT, NOT_URGENT_VOTE.PERSON_ID)
        .fetch(row -> new PersonId(row.value1()));
  }

  /// @return false when there was none
  public boolean takeBack(Turn turn, TicketId ticket, PersonId volunteer) {
    return turn.sql().deleteFrom(NOT_URGENT_VOTE)
        .where(about(turn.channel(), ticket)).and(NOT_URGENT_VOTE.PERSON_ID.eq(volunteer.value()))
        .execute() == 1;
  }

  /// Whoever isn't heard any more decides nothing.
  public void takeBackUnheard(Turn turn, TicketId ticket) {
    of(turn, ticket).stream().filter(voter -> blocklist.has(turn, voter))
        .forEach(voter -> takeBack(turn, ticket, voter));
  }

  /// They count no more: somebody decided otherwise.
  public void clear(Turn turn, TicketId ticket) {
    turn.sql().deleteFrom(NOT_URGENT_VOTE).where(about(turn.channel(), ticket)).execute();
  }

  private static Condition about(Channel channel, TicketId ticket) {
    return NOT_URGENT_VOTE.WORKSPACE_ID.eq(channel.workspace().value())
        .and(NOT_URGENT_VOTE.TICKET_ID.eq(ticket.value()));
  }
}
