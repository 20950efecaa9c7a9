package otklik.conversations;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import otklik.channels.Call;
import otklik.delivery.Listener;
import otklik.dialogs.Step;
import otklik.talk.Press;
import otklik.timers.TimerHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a version writes into its rows and into people's chats and must read for ever, by where it stands.
final class StoredFormats {
  private static final String TALK = "talk";
  private static final String OF_TESTS = "lostproperty.";
  private static final List<String> SCENARIOS = List.of("helpdesk", "emergency");
  /// Of tickets; their constants are no business of others.
  private static final Set<String> STATES = Set.of("helpdesk/new", "helpdesk/in_progress", "helpdesk/closed",
      "emergency/open", "emergency/taken", "emergency/done", "emergency/appealed", "emergency/closed");
  /// Likewise, of the chats of cities.
  private static final Set<String> CHATS = Set.of("asked", "waiting", "active", "gone");
  /// For what a press or a word waits until the messenger has said who is a member.
  private static final Set<String> WISHES = Set.of("start", "join", "ask", "take", "not-urgent", "bind");

  private StoredFormats() {}

  /// All that today's version knows.
  static SortedMap<String, SortedSet<String>> known(Stage stage) {
    Collection<JavaClass> product = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("otklik").stream().toList();
    return sorted(Map.of(
        "steps", all(product, Step.class).filter(type -> !type.isInterface()).map(type -> Step.tag(type.asSubclass(Step.class)))
            .collect(Collectors.toSet()),
        "timers", kinds(stage.beans(TimerHandler.class).stream().map(TimerHandler::kinds)),
        "buttons", all(product, Press.Kind.class).filter(Class::isEnum).flatMap(StoredFormats::words)
            .collect(Collectors.toSet()),
        "calls", Arrays.stream(Call.class.getAnnotation(JsonSubTypes.class).value()).map(JsonSubTypes.Type::name)
            .collect(Collectors.toSet()),
        "subjects", kinds(stage.beans(Listener.class).stream().map(Listener::kinds)),
        "states", STATES,
        "chats", CHATS,
        "wishes", WISHES));
  }

  private static Stream<Class<?>> all(Collection<JavaClass> product, Class<?> kind) {
    return product.stream().filter(type -> type.isAssignableTo(kind)).map(JavaClass::reflect);
  }

  /// Of the product: a scenario of the tests has no channel in a recording.
  private static Set<String> kinds(Stream<Set<String>> all) {
    return all.flatMap(Set::stream).filter(kind -> !kind.startsWith(OF_TESTS)).collect(Collectors.toSet());
  }

  /// A button that all scenarios have is one of each.
  private static Stream<String> words(Class<?> buttons) {
    String module = buttons.getPackageName().split("\\.")[1];
    List<String> scenarios = module.equals(TALK) ? SCENARIOS : List.of(module);
    return scenarios.stream().flatMap(scenario -> Arrays.stream(buttons.getEnumConstants())
        .map(button -> scenario + "/" + ((Press.Kind) button).word()));
  }

  /// All that stands in a recorded database, and in the chats around it.
  static SortedMap<String, SortedSet<String>> held(Path database, Path world) {
    try (Connection rows = DriverManager.getConnection("jdbc:sqlite:" + database)) {
      return sorted(Map.of(
          "steps", words(rows, "select tag from dialog"),
          "timers", words(rows, "select kind from timer where state = 'waiting'"),
          "buttons", buttons(world),
          "calls", words(rows, "select json_extract(call, '$.call') from delivery where state = 'pending'"),
          "subjects", words(rows, "select substr(subject, 1, instr(subject, ':') - 1) from delivery"
              + " where subject is not null"),
          "states", words(rows, "select c.scenario || '/' || t.state from ticket t"
              + " join channel c on c.id = t.channel_id"),
          "chats", words(rows, "select state from community"),
          "wishes", words(rows, "select wish from membership_question")));
    } catch (SQLException | IOException e) {
      throw new AssertionError(database.toString(), e);
    }
  }

  private static Set<String> words(Connection rows, String sql) throws SQLException {
    try (Statement statement = rows.createStatement(); ResultSet found = statement.executeQuery(sql)) {
      Set<String> all = new TreeSet<>();
      while (found.next()) {
        all.add(found.getString(1));
      }
      return all;
    }
  }

  /// Of all messages that stand in chats.
  private static Set<String> buttons(Path world) throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(world)).path("rooms").valueStream()
        .flatMap(room -> room.path("posts").valueStream())
        .filter(post -> !post.path("deleted").asBoolean())
        .flatMap(post -> post.path("markup").path("inline_keyboard").valueStream().flatMap(JsonNode::valueStream)
            .map(button -> scenario(post.path("from").asLong()) + "/"
                + button.path("callback_data").asString("").split(":")[0]))
        .collect(Collectors.toSet());
  }

  private static String scenario(long bot) {
    return SCENARIOS.get(Town.isBot(bot) ? 1 : 0);
  }

  private static SortedMap<String, SortedSet<String>> sorted(Map<String, Set<String>> formats) {
    SortedMap<String, SortedSet<String>> all = new TreeMap<>();
    formats.forEach((where, words) -> all.put(where, new TreeSet<>(words)));
    return all;
  }
}
