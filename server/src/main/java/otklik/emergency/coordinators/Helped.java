package otklik.emergency.coordinators;

import static org.jooq.impl.DSL.inline;
import static otklik.storage.schema.Tables.EMERGENCY_REQUEST;
import static otklik.storage.schema.Tables.TICKET;

import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import otklik.emergency.requests.Request;
import otklik.kernel.PersonId;
import otklik.turns.ReadTurn;

/// Who helped how often.
@Component
final class Helped {
  /// @param times requests that they had when the person was helped
  record Often(PersonId volunteer, int times) {}

  /// Whoever helped most comes first.
  List<Often> all(ReadTurn turn) {
    Field<Integer> times = DSL.count();
    return turn.sql().select(TICKET.OWNER_ID, times).from(EMERGENCY_REQUEST)
        .join(TICKET).on(TICKET.WORKSPACE_ID.eq(EMERGENCY_REQUEST.WORKSPACE_ID),
            TICKET.ID.eq(EMERGENCY_REQUEST.TICKET_ID))
        .where(EMERGENCY_REQUEST.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(EMERGENCY_REQUEST.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(EMERGENCY_REQUEST.ENDING.eq(inline(Request.Ending.FULFILLED.name())))
        .and(TICKET.OWNER_ID.isNotNull())
        .groupBy(TICKET.OWNER_ID)
        .orderBy(times.desc(), TICKET.OWNER_ID)
        .fetch(row -> new Often(new PersonId(row.value1()), row.value2()));
  }
}
