package otklik.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// The statements that the program has executed in tests. Each process keeps what it saw in a file of its own, which
/// [StatementPlansTest] reads when all other tests are over; the build empties the folder before they begin.
///
/// A query is kept as each database would be asked it, whichever it was executed on, so conversations needn't be played
/// on both. Its values stand in it: whether a partial index serves `state = ?` depends on them.
final class SeenStatements {
  static final Path FOLDER = Path.of("target", "statements");

  private static final Map<TestDatabases, DSLContext> RENDERED = Map.of(
      TestDatabases.SQLITE, DSL.using(Queries.on(SQLDialect.SQLITE, SqlListener.NONE)),
      TestDatabases.POSTGRES, DSL.using(Queries.on(SQLDialect.POSTGRES, SqlListener.NONE)));
  private static final Pattern LIST = Pattern.compile("\\?(?:, (?:cast\\()?\\?)+");
  /// The words of columns such as `state`: with another word it is another statement to the planner.
  private static final Pattern WORD = Pattern.compile("[a-z_]{2,12}");
  private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final Set<Object> seen = ConcurrentHashMap.newKeySet();

  private SeenStatements() {}

  private record Seen(String sql, List<Object> words) {}

  /// A [Statement], which is written in the words of both databases.
  static void note(String sql) {
    if (isOfInterest(sql) && isNew(sql)) {
      keep(Stream.of(TestDatabases.values()).map(database -> database + "\t" + line(sql)).toList());
    }
  }

  static void note(String sql, Query query) {
    if (isOfInterest(sql) && isNew(new Seen(LIST.matcher(sql).replaceAll("?"), words(sql, query)))) {
      keep(RENDERED.entrySet().stream()
          .map(dialect -> dialect.getKey() + "\t" + line(dialect.getValue().renderInlined(query))).toList());
    }
  }

  private static boolean isNew(Object statement) {
    return !seen.contains(statement) && STACK.walk(SeenStatements::isOfTheProgram) && seen.add(statement);
  }

  /// What tests ask on their own may take as long as it likes.
  private static boolean isOfTheProgram(Stream<StackWalker.StackFrame> frames) {
    return frames.map(StackWalker.StackFrame::getDeclaringClass)
        .filter(type -> type.getName().startsWith("otklik.") && !type.getName().contains("WorkspaceIsolation")
            && type != SeenStatements.class)
        .filter(type -> isOfTests(type) || !type.getPackageName().equals("otklik.storage"))
        .findFirst().map(type -> !isOfTests(type)).orElse(true);
  }

  private static boolean isOfTests(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath().endsWith("/test-classes/");
  }

  /// What only adds a row asks nothing, and what SQLite has learned of its indexes is a page.
  private static boolean isOfInterest(String sql) {
    return !sql.contains("sqlite_") && (sql.startsWith("select") || sql.startsWith("update") || sql.startsWith("delete") || sql.startsWith("with")
        || sql.startsWith("insert") && sql.contains("select"));
  }

  private static List<Object> words(String sql, Query query) {
    return !sql.contains("state") ? List.of() : query.getBindValues().stream()
        .filter(value -> value instanceof String text && WORD.matcher(text).matches()).toList();
  }

  private static String line(String sql) {
    return sql.replaceAll("\\s+", " ").strip();
  }

  private static synchronized void keep(List<String> lines) {
    try {
      Files.createDirectories(FOLDER);
      Files.write(FOLDER.resolve(ProcessHandle.current().pid() + ".sql"), lines, StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What all processes saw, as that database is asked it, each once.
  static Collection<String> on(TestDatabases database) {
    String prefix = database + "\t";
    try (Stream<Path> files = Files.isDirectory(FOLDER) ? Files.list(FOLDER) : Stream.empty()) {
      return files.sorted().flatMap(SeenStatements::lines)
          .filter(line -> line.startsWith(prefix)).map(line -> line.substring(prefix.length()))
          .filter(sql -> isWrittenFor(database, sql))
          .distinct().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Each has a full-text index of its own, and statements that the other one doesn't understand.
  private static boolean isWrittenFor(TestDatabases database, String sql) {
    return switch (database) {
      case SQLITE -> !sql.contains("array_to_tsvector");
      case POSTGRES -> !sql.contains("search_terms");
    };
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether more than some chosen tests have run before.
  static boolean areOfTheWholeSuite() {
    return Boolean.getBoolean("otklik.after-the-suite") && System.getProperty("test") == null
        && !System.getProperty("excludedGroups", "").contains("slow");
  }
}
