package otklik.storage;

import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import otklik.storage.schema.DefaultSchema;

/// A statement as a test executed it, asked of [LargeTables]: of the workspace that has most rows, and of a moment near
/// the end that its question looks for, because that is what cleaning, timers and budgets do. What is still to be bound
/// gets a value of its column's type.
final class Explained {
  private static final Pattern WORKSPACE = Pattern.compile("\\b(workspace_id = )(?:\\d+|\\?)");
  private static final Pattern CHANNEL = Pattern.compile("\\b(channel_id [<>]?= )(?:\\d+|\\?)");
  private static final Pattern BEFORE = Pattern.compile("(_at <=? )(?:\\d+|\\?)");
  private static final Pattern SINCE = Pattern.compile("(_at >=? )(?:\\d+|\\?)");
  private static final Pattern BETWEEN = Pattern.compile("(_at between )\\d+ and \\d+");
  /// Ids of the program have so many digits, those of the rows fewer.
  private static final Pattern ID = Pattern.compile("\\b\\d{18,}\\b");
  /// The program does many at once where a test has two.
  private static final Pattern IDS = Pattern.compile("(id in \\()\\d+(?:, \\d+)*\\)");
  private static final String MANY = IntStream.range(0, 250).mapToObj(i -> "" + i * 20).collect(Collectors.joining(", "));
  /// One of those in [LargeTables]: many timers are of a kind.
  private static final Pattern KIND = Pattern.compile("\\b(timer\\.kind = )'[^']*'");
  /// What a full-text index is asked for.
  private static final Pattern WORDS = Pattern.compile("( match |@@ cast\\()\\?");
  private static final Pattern COMPARED = Pattern.compile("\\b(\\w+)(\\)? (?:=|<>|<|>|<=|>=|in \\() ?)\\?((?:, \\?)*)");

  /// Nothing is asked for: such a statement reads nothing.
  private static final Pattern NOTHING = Pattern.compile(" in \\(\\)| and false\\b");

  private Explained() {}

  static boolean readsNothing(String sql) {
    return NOTHING.matcher(sql).find();
  }

  static String of(String sql) {
    String asked = WORKSPACE.matcher(sql).replaceAll("$1" + LargeTables.WORKSPACE);
    asked = CHANNEL.matcher(asked).replaceAll("$1" + LargeTables.CHANNEL);
    asked = BEFORE.matcher(asked).replaceAll("$1" + (LargeTables.BEGINNING + LargeTables.MOMENT));
    asked = SINCE.matcher(asked).replaceAll("$1" + (LargeTables.END - LargeTables.MOMENT));
    asked = BETWEEN.matcher(asked).replaceAll(
        "$1" + (LargeTables.END - LargeTables.MOMENT) + " and " + LargeTables.END);
    asked = ID.matcher(asked).replaceAll("4711");
    asked = IDS.matcher(asked).replaceAll("$1" + MANY + ")");
    asked = KIND.matcher(asked).replaceAll("$1'kind3'");
    asked = WORDS.matcher(asked).replaceAll("$1'word'");
    asked = COMPARED.matcher(asked).replaceAll(Explained::filled);
    return asked.replace("?", "1");
  }

  private static String filled(MatchResult compared) {
    Function<String, String> value = column -> isText(column) ? "'x'" : "4711";
    String one = value.apply(compared.group(1));
    return compared.group(1) + compared.group(2) + one + compared.group(3).replace("?", one);
  }

  private static boolean isText(String column) {
    return DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
        .flatMap(table -> Arrays.stream(table.fields()))
        .filter(field -> field.getName().equals(column))
        .anyMatch(field -> field.getType() == String.class);
  }
}
