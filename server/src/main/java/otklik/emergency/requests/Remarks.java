package otklik.emergency.requests;

import static otklik.storage.schema.Tables.REQUEST_REMARK;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;

/// What those who gave a request back say about it; it travels with the request.
@Component
public final class Remarks {
  private final Ids ids;

  /// @param author may have been erased since
  public record Remark(PersonId author, String text) {}

  Remarks(Ids ids) {
    this.ids = ids;
  }

  public void add(Turn turn, TicketId ticket, PersonId author, String text) {
    turn.sql().insertInto(REQUEST_REMARK)
        .set(REQUEST_REMARK.ID, ids.next())
        .set(REQUEST_REMARK.WORKSPACE_ID, turn.workspace().value())
        .set(REQUEST_REMARK.TICKET_ID, ticket.value())
        .set(REQUEST_REMARK.AUTHOR_ID, author.value())
        .set(REQUEST_REMARK.TEXT, text)
        .set(REQUEST_REMARK.CREATED_AT, turn.now())
        .execute();
  }

  /// Oldest first.
  public List<Remark> of(ReadTurn turn, TicketId ticket) {
    return turn.sql().select(REQUEST_REMARK.AUTHOR_ID, REQUEST_REMARK.TEXT).from(REQUEST_REMARK)
        .where(REQUEST_REMARK.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(REQUEST_REMARK.TICKET_ID.eq(ticket.value()))
        .orderBy(REQUEST_REMARK.ID)
        .fetch(row -> new Remark(new PersonId(row.value1()), row.value2()));
  }

  /// Those that would lead anybody to the person are gone. False when there were none.
  public boolean forgetPlaces(Turn turn, TicketId ticket) {
    List<Long> places = turn.sql().select(REQUEST_REMARK.ID, REQUEST_REMARK.TEXT).from(REQUEST_REMARK)
        .where(REQUEST_REMARK.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(REQUEST_REMARK.TICKET_ID.eq(ticket.value()))
        .stream().filter(row -> PrivateWords.areIn(row.value2())).map(row -> row.value1()).toList();
    return !places.isEmpty() && turn.sql().deleteFrom(REQUEST_REMARK)
        .where(REQUEST_REMARK.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(REQUEST_REMARK.ID.in(places))
        .execute() > 0;
  }
}
