package otklik.conversations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jooq.Table;
import otklik.storage.schema.DefaultSchema;

/// Looks for words in every column of every table.
final class Traces {
  private Traces() {}

  /// One query for all tables.
  static List<String> of(Scene scene, String words) {
    String everywhere = DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
        .filter(table -> table.field("workspace_id") != null)
        .map(table -> ("select '%1$s ' || %2$s as it from %1$s where workspace_id = %%1$s"
            + " and (%2$s like '%%%%%3$s%%%%' or %2$s like '%%%%%4$s%%%%')")
            .formatted(table.getName(), row(table), words, words.toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(" union all "));
    return scene.rows(everywhere).stream().map(row -> row.get("it")).toList();
  }

  /// All that stands in a row.
  private static String row(Table<?> table) {
    return Arrays.stream(table.fields()).map(field -> "coalesce(cast(" + field.getName() + " as text), '')")
        .collect(Collectors.joining(" || ' ' || "));
  }
}
