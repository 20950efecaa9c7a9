package otklik.storage;

import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.UniqueKey;
import otklik.storage.schema.DefaultSchema;

/// The ids that rows have.
final class StoredIds {
  private StoredIds() {}

  /// The greatest of all tables whose primary key is an id; 0 without any row. Reads one entry of each primary key.
  static long greatest(DSLContext sql) {
    String each = DefaultSchema.DEFAULT_SCHEMA.getTables().stream().filter(StoredIds::hasIds)
        .map(table -> "select max(id) as id from " + table.getName())
        .collect(Collectors.joining(" union all "));
    Number greatest = (Number) sql.fetchValue(
        "select " + AcrossWorkspaces.GREATEST_ID.mark() + " max(id) from (" + each + ") as greatest");
    return greatest == null ? 0 : greatest.longValue();
  }

  private static boolean hasIds(Table<?> table) {
    UniqueKey<?> key = table.getPrimaryKey();
    return key != null && key.getFields().size() == 1 && key.getFields().getFirst().getName().equals("id");
  }
}
