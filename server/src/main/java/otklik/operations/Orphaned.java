package otklik.operations;

import static otklik.storage.schema.Tables.CHANNEL;
import static otklik.storage.schema.Tables.PERSON;
import static otklik.storage.schema.Tables.TICKET;
import static otklik.storage.schema.Tables.WORKSPACE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.impl.DSL;
import otklik.storage.Address;
import otklik.storage.Beside;
import otklik.tickets.Ticket;

/// Open tickets of people who don't work there any more. The next start makes them nobody's; until then they wait.
final class Orphaned {
  private Orphaned() {}

  /// @param workers who alone may have tickets, by the messenger's ids
  static List<DoctorFinding> in(Address rows, String workspace, String channel, Set<String> workers) {
    List<DoctorFinding> findings = new ArrayList<>(Beside.read(rows, sql -> sql
        .select(PERSON.EXTERNAL_ID, PERSON.NAME, DSL.count())
        .from(WORKSPACE)
        .join(CHANNEL).on(CHANNEL.WORKSPACE_ID.eq(WORKSPACE.ID))
        .join(TICKET).on(TICKET.WORKSPACE_ID.eq(CHANNEL.WORKSPACE_ID)).and(TICKET.CHANNEL_ID.eq(CHANNEL.ID))
        .join(PERSON).on(PERSON.WORKSPACE_ID.eq(TICKET.WORKSPACE_ID)).and(PERSON.ID.eq(TICKET.OWNER_ID))
        .where(WORKSPACE.NAME.eq(workspace)).and(CHANNEL.NAME.eq(channel))
        .and(TICKET.OWNER_ID.isNotNull()).and(TICKET.STATE.ne(DSL.inline(Ticket.CLOSED)))
        .groupBy(PERSON.EXTERNAL_ID, PERSON.NAME)
        .orderBy(PERSON.EXTERNAL_ID)
        .fetch(row -> row)).stream()
        .filter(row -> !workers.contains(row.value1()))
        .map(row -> DoctorFinding.wrong("orphans.wrong", "name", row.value2(), "id", row.value1(),
            "count", Integer.toString(row.value3())))
        .toList());
    if (findings.isEmpty()) {
      findings.add(DoctorFinding.fine("orphans"));
    }
    return findings;
  }
}
