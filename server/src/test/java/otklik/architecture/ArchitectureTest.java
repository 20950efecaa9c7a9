package otklik.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.InsertReturningStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import otklik.channels.Line;

class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("otklik");
  private static final JavaClasses TESTS =
      new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("otklik");

  private static final Pattern COMMENT = Pattern.compile("(?<![:\"])//.*");
  private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

  private static final Set<String> RAILS = Set.of("kernel", "settings", "storage", "channels", "geography",
      "workspaces", "turns", "people", "standing", "delivery", "intake", "timers", "dialogs", "tickets", "search",
      "relay", "rooms", "notices", "erasure", "queries", "commands", "lifecycle", "talk", "forms");

  /// What a module may depend on. It points down only: whoever adds a line here changes the house.
  private static final Map<String, Set<String>> HOUSE = Map.ofEntries(
      Map.entry("kernel", Set.of()),
      Map.entry("settings", Set.of("kernel")),
      Map.entry("storage", Set.of("kernel")),
      Map.entry("channels", Set.of("kernel", "settings")),
      Map.entry("geography", Set.of("kernel")),
      Map.entry("workspaces", Set.of("kernel", "settings", "storage", "channels")),
      Map.entry("turns", Set.of("kernel", "storage", "workspaces")),
      Map.entry("people", Set.of("kernel", "storage", "channels", "workspaces", "turns")),
      Map.entry("standing", Set.of("kernel", "storage", "channels", "workspaces", "turns")),
      Map.entry("delivery", Set.of("kernel", "storage", "channels", "workspaces", "turns", "standing")),
      Map.entry("intake", Set.of("kernel", "storage", "channels", "workspaces", "turns", "standing")),
      Map.entry("timers", Set.of("kernel", "storage", "workspaces", "turns")),
      Map.entry("dialogs", Set.of("kernel", "storage", "channels", "workspaces", "turns", "people", "delivery")),
      Map.entry("tickets", Set.of("kernel", "storage", "channels", "workspaces", "turns", "people")),
      Map.entry("search", Set.of("kernel", "storage", "workspaces", "turns")),
      Map.entry("relay", Set.of("kernel", "storage", "channels", "workspaces", "turns", "delivery", "timers", "tickets",
          "search")),
      Map.entry("notices", Set.of("kernel", "storage", "channels", "workspaces", "turns", "delivery")),
      Map.entry("rooms", Set.of("kernel", "storage", "channels", "workspaces", "turns", "standing", "delivery",
      "timers", "people",
          "tickets", "relay")),
      Map.entry("commands", Set.of("kernel", "channels", "workspaces", "turns", "people", "dialogs", "tickets")),
      Map.entry("lifecycle", Set.of("kernel", "channels", "workspaces", "turns", "people", "delivery", "timers",
          "dialogs", "tickets", "rooms", "commands")),
      Map.entry("erasure", Set.of("kernel", "storage", "channels", "workspaces", "turns", "people", "delivery",
      "intake",
          "timers", "dialogs", "tickets", "relay", "rooms")),
      Map.entry("queries", Set.of("kernel", "storage", "channels", "workspaces", "turns", "people", "delivery",
      "intake", "tickets",
          "relay", "rooms", "erasure")),
      Map.entry("talk", Set.of("kernel", "channels", "workspaces", "turns", "people", "standing", "delivery", "intake",
      "dialogs",
          "tickets", "relay", "rooms", "notices", "erasure", "queries", "commands")),
      Map.entry("forms", Set.of("kernel", "channels", "workspaces", "turns", "people", "delivery", "timers", "dialogs",
          "relay", "talk")),
      Map.entry("helpdesk", RAILS),
      Map.entry("emergency", RAILS),
      Map.entry("console", Set.of("kernel", "storage", "channels", "workspaces", "people", "standing", "tickets")),
      Map.entry("operations", Set.of("kernel", "storage", "channels", "workspaces", "turns", "standing", "delivery",
      "intake", "timers",
          "tickets")));

  private static final Set<String> SCENARIOS = Set.of("helpdesk", "emergency");

  /// The folders of a module that has some, lowest first; above them all is what stands in the module's own folder.
  private static final Map<String, List<String>> FOLDERS = Map.of(
      "helpdesk", List.of("settings", "projects", "tickets", "clocks", "cards", "answers", "clients", "operators"),
      "emergency", List.of("settings", "people", "requests", "membership", "cards", "search", "words", "form", "helping",
          "asking", "coordinators"),
      "console", List.of("accounts", "web", "pages"));

  /// More than this is no room that one looks through.
  private static final int MOST_FILES = 45;
  /// Flat, as one algorithm whose parts know each other all around (docs/adr/0035).
  private static final Set<String> LARGER = Set.of("otklik.delivery");

  /// Constructors that need more than six things, each with its reason.
  private static final Map<String, String> MANY_PARTS = Map.ofEntries(
      Map.entry("Courier", "a call touches its rows, the line, the listeners and time"),
      Map.entry("DeliveryLifecycle", "the rail's beginning and end: channels, lines, rows, time"),
      Map.entry("IntakeLifecycle", "the rail's beginning and end: channels, lines, rows, time"),
      Map.entry("Relay", "both sides of a conversation, their albums and their time"),
      Map.entry("Corrections", "both sides of a change: rows, copies, calls and who is told"),
      Map.entry("FrontDoor", "where whatever a person does is sent to whom it concerns"),
      Map.entry("Membership", "a wish waits for the messenger's answers, and is granted or refused"),
      Map.entry("Starting", "a greeting depends on the city, the chat and the request that somebody has"),
      Map.entry("Volunteering", "a volunteer comes, rests, goes on and leaves: rows, menus and what is open"),
      Map.entry("OwnRequest", "whatever a person does who has a request is sent to whom it concerns"),
      Map.entry("Positions", "a position moves: its row, its message, the taker's copy, and the form it may answer"),
      Map.entry("ToWhom", "words wait, are asked about, go to somebody or to nobody, and that in time"),
      Map.entry("Exclusion", "whoever isn't heard is taken out of all that they were in the middle of"),
      Map.entry("EmergencyReachability",
          "somebody in need and somebody who helps, and who must know that either is gone"),
      Map.entry("ToVolunteer", "words go to whoever helps, and whatever hinders them or comes too late has an end"),
      Map.entry("PlaceTraces",
          "the exact place is told and taken back: rows, messages, updates, calls, and who has it"),
      Map.entry("EmergencyBan", "a person is heard no more: their ticket, its card, and words to them"),
      Map.entry("MoveToProject", "a ticket leaves one room for another: rows, cards, messages and words at once"),
      Map.entry("OwnTopics", "a topic is opened, noted, furnished, retold and filled at once"),
      Map.entry("SharedTopic", "a topic for many: its row, its tickets, what they were told and what they are owed"),
      Map.entry("LostRooms", "what was in a room is noted, waits again with its notes, and gets another one in time"),
      Map.entry("RequestOpening", "a request begins: its rows, its card, its search and words at once"),
      Map.entry("Rooms", "each kind of room opens, changes and closes in its own way"));

  static Set<String> modules() {
    return HOUSE.keySet();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void a_module_depends_on_those_below_it_only(String module) {
    String[] forbidden = HOUSE.keySet().stream()
        .filter(other -> !other.equals(module) && !HOUSE.get(module).contains(other))
        .map(other -> "otklik." + other + "..").toArray(String[]::new);
    noClasses().that().resideInAPackage("otklik." + module + "..")
        .should().dependOnClassesThat().resideInAnyPackage(forbidden)
        .orShould().dependOnClassesThat().resideInAPackage("otklik")
        .check(PRODUCT);
  }

  @Test
  void every_module_has_its_place_in_the_house() {
    Set<String> found = PRODUCT.stream().map(JavaClass::getPackageName)
        .filter(name -> name.startsWith("otklik.")).map(name -> name.split("\\.")[1])
        .collect(Collectors.toSet());
    assertThat(HOUSE.keySet()).containsAll(found);
  }

  @Test
  void modules_never_know_each_other_in_a_circle() {
    slices().matching("otklik.(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  static Set<String> foldedModules() {
    return FOLDERS.keySet();
  }

  @ParameterizedTest
  @MethodSource("foldedModules")
  void nothing_in_a_folder_reaches_up(String module) {
    String home = "otklik." + module;
    List<String> folders = FOLDERS.get(module);
    for (int i = 0; i < folders.size(); i++) {
      String[] above = Stream.concat(Stream.of(home),
          folders.stream().skip(i + 1).map(folder -> home + "." + folder + "..")).toArray(String[]::new);
      noClasses().that().resideInAPackage(home + "." + folders.get(i) + "..")
          .should().dependOnClassesThat().resideInAnyPackage(above).check(PRODUCT);
    }
    assertThat(PRODUCT.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(home + "."))
        .map(name -> name.split("\\.")[2])).isSubsetOf(folders);
  }

  @Test
  void a_folder_is_small_enough_to_be_looked_through() {
    Map<String, Long> files = PRODUCT.stream().filter(ArchitectureTest::isWritten)
        .filter(type -> !type.getName().contains("$") && !type.getSimpleName().equals("package-info"))
        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(files.entrySet()).filteredOn(each -> each.getValue() > MOST_FILES)
        .extracting(Map.Entry::getKey).containsExactlyInAnyOrderElementsOf(LARGER);
  }

  @Test
  void scenarios_never_know_each_other() {
    for (String scenario : SCENARIOS) {
      noClasses().that().resideInAPackage("otklik." + scenario + "..").should().dependOnClassesThat(
          resideInAPackage("otklik..").and(new DescribedPredicate<>("belong to another scenario") {
            @Override
            public boolean test(JavaClass target) {
              String[] path = target.getPackageName().split("\\.");
              return path.length > 1 && SCENARIOS.contains(path[1]) && !path[1].equals(scenario);
            }
          })).check(PRODUCT);
    }
  }

  @Test
  void nobody_outside_of_its_folder_knows_a_messenger() {
    noClasses().that().resideOutsideOfPackage("otklik.channels.*..")
        .should().dependOnClassesThat().resideInAPackage("otklik.channels.*..").check(PRODUCT);
  }

  /// What they call themselves, how their addresses and ids look, who gives out their tokens.
  @Test
  void no_literal_outside_of_its_folder_knows_a_messenger() throws IOException {
    Path house = Path.of("src/main/java/otklik");
    Pattern known = Pattern.compile("telegram|t\\.me\\b|tg://|botfather|-100\\d", Pattern.CASE_INSENSITIVE);
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(house)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java"))
          .filter(each -> !each.startsWith(house.resolve("channels")) || each.getParent().endsWith("channels"))
          .toList()) {
        Files.readAllLines(file).stream().map(line -> COMMENT.matcher(line).replaceFirst(""))
            .flatMap(line -> LITERAL.matcher(line).results()).map(MatchResult::group)
            .filter(literal -> known.matcher(literal).find()).forEach(literal -> found.add(file + ": " + literal));
      }
    }
    assertThat(found).isEmpty();
  }

  /// Its own texts stand in a file of its own. What a message is that nothing is known of, its messenger's word says.
  @Test
  void no_common_text_knows_a_messenger() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/texts"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".properties"))
          .filter(each -> !each.endsWith("telegram.properties")).toList()) {
        Files.readAllLines(file).stream().filter(line -> line.matches("(?i).*(telegram|t\\.me/|botfather).*"))
            .filter(line -> !line.startsWith("kind.")).forEach(line -> found.add(file + ": " + line));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void messengers_never_know_each_other() {
    slices().matching("otklik.channels.(*)..").should().notDependOnEachOther().check(PRODUCT);
  }

  @Test
  void only_delivery_calls_a_messenger() {
    noClasses().that().resideOutsideOfPackages("otklik.delivery..")
        .should().callMethodWhere(owned("call", Line.class)).check(PRODUCT);
  }

  @Test
  void only_the_messengers_speak_http() {
    noClasses().that().resideOutsideOfPackage("otklik.channels..")
        .should().dependOnClassesThat().resideInAnyPackage("java.net.http..", "org.eclipse.jetty.client..", "okhttp3..").check(PRODUCT);
  }

  @Test
  void the_kernel_is_free_of_spring_and_sql() {
    noClasses().that().resideInAPackage("otklik.kernel..")
        .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "org.jooq..", "java.sql..",
            "javax.sql..").check(PRODUCT);
  }

  /// jOOQ emulates it on SQLite with the last row's id and silently returns wrong rows.
  @Test
  void no_insert_asks_for_what_it_inserted() {
    noClasses().should().callMethodWhere(new DescribedPredicate<JavaCall<?>>("INSERT … RETURNING") {
      @Override
      public boolean test(JavaCall<?> call) {
        return call.getName().startsWith("returning") && call.getTargetOwner().isAssignableTo(InsertReturningStep.class);
      }
    }).check(PRODUCT);
  }

  @Test
  void names_say_what_a_thing_is() {
    List<String> empty = List.of("Manager", "Service", "Helper", "Util", "Utils", "Impl", "Dto", "Abstract");
    assertThat(PRODUCT.stream().filter(ArchitectureTest::isWritten).map(JavaClass::getSimpleName)
        .filter(name -> empty.stream().anyMatch(word -> name.endsWith(word) || name.startsWith("Abstract")))).isEmpty();
  }

  /// Whoever looks for a name finds one thing.
  @Test
  void a_name_stands_for_one_thing_in_the_whole_house() {
    Map<String, List<String>> byName = PRODUCT.stream().filter(ArchitectureTest::isWritten)
        .filter(type -> !type.getName().contains("$") && !type.getSimpleName().equals("package-info"))
        .collect(Collectors.groupingBy(JavaClass::getSimpleName,
        Collectors.mapping(JavaClass::getName, Collectors.toList())));
    assertThat(byName.values()).filteredOn(all -> all.size() > 1).isEmpty();
  }

  /// But for what ends a statement: how long one runs is the machine's time, whatever a test makes of it.
  @Test
  void time_is_read_in_the_wiring_only() {
    noClasses().that().resideOutsideOfPackage("otklik").and().doNotHaveFullyQualifiedName("otklik.storage.ReadingTime")
        .should().callMethod(Instant.class, "now")
        .orShould().callMethod(LocalDate.class, "now").orShould().callMethod(LocalDateTime.class, "now")
        .orShould().callMethod(ZonedDateTime.class, "now").orShould().callMethod(InstantSource.class, "system")
        .orShould().callMethod(System.class, "currentTimeMillis").orShould().callMethod(System.class, "nanoTime")
        .orShould().callMethodWhere(owned("sleep", Thread.class))
        .orShould().callMethodWhere(owned("parkNanos", LockSupport.class)).check(PRODUCT);
  }

  @Test
  void only_the_terminal_prints() {
    noClasses().that().doNotHaveFullyQualifiedName("otklik.Terminal")
        .should().accessField(System.class, "out").orShould().accessField(System.class, "err").check(PRODUCT);
  }

  /// They wait in the pool in which the HTTP client hands over its answers ([otklik.kernel.Together]).
  @Test
  void nobody_waits_in_the_pool_that_all_share() {
    noClasses().should().callMethodWhere(owned("parallelStream", Collection.class))
        .orShould().callMethodWhere(owned("parallel", BaseStream.class))
        .orShould().callMethodWhere(new DescribedPredicate<JavaCall<?>>("…Async without an executor") {
          @Override
          public boolean test(JavaCall<?> call) {
            return call.getName().endsWith("Async") && call.getTargetOwner().isAssignableTo(CompletionStage.class)
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Executor.class));
          }
        })
        .orShould().accessClassesThat().belongToAnyOf(ForkJoinPool.class).check(PRODUCT);
  }

  @Test
  void no_test_sleeps() {
    noClasses().should().callMethodWhere(owned("sleep", Thread.class)).check(TESTS);
  }

  @Test
  void no_constructor_needs_more_than_six_things_without_a_reason() {
    List<String> many = PRODUCT.stream().filter(ArchitectureTest::isWritten)
        .filter(type -> !type.isRecord())
        .filter(type -> type.getConstructors().stream().anyMatch(made -> made.getRawParameterTypes().size() > 6))
        .map(JavaClass::getSimpleName).distinct().sorted().toList();
    assertThat(many).containsExactlyInAnyOrderElementsOf(MANY_PARTS.keySet());
  }

  @Test
  void every_package_promises_something() {
    classes().that().haveSimpleName("package-info").should()
        .beAnnotatedWith("org.jspecify.annotations.NullMarked").check(PRODUCT);
    Set<String> promising = PRODUCT.stream().filter(type -> type.getSimpleName().equals("package-info"))
        .map(JavaClass::getPackageName).collect(Collectors.toSet());
    assertThat(PRODUCT.stream().filter(ArchitectureTest::isWritten).map(JavaClass::getPackageName)).isSubsetOf(promising);
  }

  private static boolean isWritten(JavaClass type) {
    return !type.getPackageName().startsWith("otklik.storage.schema") && !type.isAnonymousClass();
  }

  private static DescribedPredicate<JavaCall<?>> owned(String method, Class<?> owner) {
    return new DescribedPredicate<>(owner.getSimpleName() + "." + method) {
      @Override
      public boolean test(JavaCall<?> call) {
        return call.getName().equals(method) && call.getTargetOwner().isAssignableTo(owner);
      }
    };
  }
}
