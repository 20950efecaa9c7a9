package otklik.tickets;

import static otklik.storage.schema.Tables.TICKET;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.Database;

/// The numbers that people know tickets by, for whoever looks at what was set aside.
public final class TicketNumbers {
  private static final int AT_ONCE = 500;

  private final Database database;

  public TicketNumbers(Database database) {
    this.database = database;
  }

  /// @param ids of which some may be tickets'
  /// @return the numbers of those that are
  public Map<Long, Long> of(Collection<Long> ids) {
    List<Long> all = List.copyOf(ids);
    Map<Long, Long> numbers = new HashMap<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Long> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      database.read(sql -> sql.select(TICKET.ID, TICKET.NUMBER)
          .hint(AcrossWorkspaces.TICKETS_OF_WHAT_WAS_SET_ASIDE.mark())
          .from(TICKET)
          .where(TICKET.ID.in(some))
          .fetch()).forEach(row -> numbers.put(row.value1(), row.value2()));
    }
    return numbers;
  }
}
