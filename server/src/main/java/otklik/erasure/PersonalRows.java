package otklik.erasure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import otklik.dialogs.Visitor;
import otklik.kernel.TicketId;
import otklik.turns.Turn;

/// Rows of a scenario's own that tell of a person: how they are found, and what becomes of them. They are deleted,
/// unless some columns alone are [emptied][#emptied]. An index must serve the column by which they are found.
public final class PersonalRows {
  private static final String WORKSPACE = "workspace_id";
  private static final String CHANNEL = "channel_id";

  private enum When {
    AT_ONCE,
    WITH_TICKET,
    AT_LAST
  }

  private final TableField<?, Long> by;
  private final When when;
  private final List<Field<?>> emptied;

  private PersonalRows(TableField<?, Long> by, When when, List<Field<?>> emptied) {
    this.by = by;
    this.when = when;
    this.emptied = emptied;
  }

  /// Found by the person. They go at once, so there may be few for each person.
  public static PersonalRows ofPerson(TableField<?, Long> person) {
    return new PersonalRows(person, When.AT_ONCE, List.of());
  }

  /// Found by a ticket of the person. They go with what was said in it.
  public static PersonalRows ofTicket(TableField<?, Long> ticket) {
    return new PersonalRows(ticket, When.WITH_TICKET, List.of());
  }

  /// The last of all, because the rest is erased with their help.
  public PersonalRows atLast() {
    if (when == When.WITH_TICKET) {
      throw new IllegalArgumentException("found by a ticket, so it goes with one: " + by);
    }
    return new PersonalRows(by, When.AT_LAST, emptied);
  }

  /// The rows stay to be counted, without what these columns say: it becomes null, or an empty text where there must be
  /// one.
  public PersonalRows emptied(Field<?>... columns) {
    for (Field<?> column : columns) {
      if (!column.getDataType().nullable() && !column.getDataType().isString()) {
        throw new IllegalArgumentException("can't be empty: " + column);
      }
    }
    return new PersonalRows(by, when, List.of(columns));
  }

  TableField<?, Long> by() {
    return by;
  }

  static void eraseAtOnce(Visitor visitor, List<PersonalRows> all) {
    erase(visitor.turn(), all, When.AT_ONCE, visitor.person().id().value());
  }

  static void eraseWith(Turn turn, List<PersonalRows> all, TicketId ticket) {
    erase(turn, all, When.WITH_TICKET, ticket.value());
  }

  static void eraseAtLast(Visitor visitor, List<PersonalRows> all) {
    erase(visitor.turn(), all, When.AT_LAST, visitor.person().id().value());
  }

  private static void erase(Turn turn, List<PersonalRows> all, When when, long id) {
    all.stream().filter(rows -> rows.when == when).forEach(rows -> rows.erase(turn, id));
  }

  private void erase(Turn turn, long id) {
    Table<?> table = Objects.requireNonNull(by.getTable());
    Condition found = named(table, WORKSPACE).eq(turn.workspace().value()).and(by.eq(id));
    if (table.field(CHANNEL) != null) {
      found = found.and(named(table, CHANNEL).eq(turn.channel().id().value()));
    }
    if (emptied.isEmpty()) {
      turn.sql().deleteFrom(table).where(found).execute();
    } else {
      Map<Field<?>, Object> nothing = new HashMap<>();
      emptied.forEach(column -> nothing.put(column, column.getDataType().nullable() ? null : ""));
      turn.sql().update(table).set(nothing).where(found).execute();
    }
  }

  private static Field<Long> named(Table<?> table, String column) {
    return Objects.requireNonNull(table.field(column, Long.class));
  }
}
