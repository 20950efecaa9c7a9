package otklik.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.kernel.Beside;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import playground.Call;
import playground.TopicView;

/// `kill -9` at random moments while people and operators write.
///
/// A lane makes no call before what became of the one before is durable. So whatever arrived twice may only be the last
/// call of its lane in the run of the program that was killed, followed directly by its repetition in a later run:
/// then the outcome of that call cannot have been durable. Anything else is an echo without an excuse.
@Tag("slow")
@Tag("program")
@ParameterizedClass(name = "{0}")
@EachDatabase
class KillFaultsTest {
  private static final int PEOPLE = 10;
  private static final int MESSAGES_A_RUN = 100;
  private static final int ANSWER_EACH = 5;
  /// Nanoseconds. Longer than a commit, since all lanes make their calls together just after one.
  private static final int LATEST_KILL = 100_000_000;

  @Parameter TestDatabases database;
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final List<Visitor> people = new ArrayList<>();
  private final Map<Visitor, List<String>> written = new HashMap<>();
  private final Map<Visitor, List<String>> answers = new HashMap<>();
  private int count;

  /// Each begins a process anew: on PostgreSQL, whose part in it is small, there are fewer.
  private int kills() {
    return switch (database) {
      case SQLITE -> 10;
      case POSTGRES -> 4;
    };
  }

  @Test
  void kills_during_hundreds_of_messages_lose_nothing_and_reorder_nothing(@TempDir Path folder) {
    int kills = kills();
    try (Survivor survivor = new Survivor(database.ready(), folder)) {
      IntStream.range(0, PEOPLE).mapToObj(survivor::visitor).forEach(people::add);
      people.forEach(Visitor::opensTicket);
      people.forEach(Visitor::topic);
      List<Visitor> newcomers = IntStream.range(PEOPLE, PEOPLE + kills()).mapToObj(survivor::visitor).toList();
      List<CompletableFuture<Void>> opening = new ArrayList<>();

      for (int run = 0; run < kills; run++) {
        opening.add(Beside.run(newcomers.get(run)::opensTicket));
        writeUntilKilled(survivor, random.nextInt(1, MESSAGES_A_RUN), random.nextInt(LATEST_KILL));
        survivor.begin();
      }

      people.forEach(person -> survivor.awaitAll("all words and answers to arrive (seed " + seed + ")",
          words(survivor, person).written().size() + heard(person).written().size(),
          () -> words(survivor, person).come() + heard(person).come()));
      opening.forEach(CompletableFuture::join);
      people.addAll(newcomers);
      people.forEach(Visitor::topic);
      assertThat(survivor.terminate()).as("ends well").isIn(0, 143);
      check(survivor);
    }
  }

  /// The kill comes at a random moment after so many calls; who writes doesn't notice it.
  private void writeUntilKilled(Survivor survivor, int afterCalls, int nanos) {
    long before = sent(survivor);
    CompletableFuture<Void> writing = Beside.run(() -> write(survivor));
    survivor.await("the program to convey " + afterCalls + " (seed " + seed + ")",
        () -> sent(survivor) - before >= afterCalls);
    LockSupport.parkNanos(nanos);
    survivor.kill();
    writing.join();
  }

  /// Writers stay a little ahead of what arrives, so that every part of the program has something under way.
  private void write(Survivor survivor) {
    for (int i = 0; i < MESSAGES_A_RUN; i++) {
      Visitor person = people.get(random.nextInt(PEOPLE));
      int number = count++;
      String words = "сообщение " + number;
      person.chat.writes(words);
      written.computeIfAbsent(person, key -> new ArrayList<>()).add(words);
      if (number % ANSWER_EACH == 0) {
        String answer = "ответ " + number;
        person.operator().writes(answer);
        answers.computeIfAbsent(person, key -> new ArrayList<>()).add(answer);
      }
    }
  }

  private static long sent(Survivor survivor) {
    return survivor.playground.calls("sendMessage").size();
  }

  private Conveyed words(Survivor survivor, Visitor person) {
    return Conveyed.of(written.getOrDefault(person, List.of()), survivor.group.messages(person.topic()));
  }

  private Conveyed heard(Visitor person) {
    return Conveyed.of(answers.getOrDefault(person, List.of()), person.fromBot());
  }

  private void check(Survivor survivor) {
    assertThat(count).isEqualTo(kills() * MESSAGES_A_RUN);
    assertThat(survivor.group.topics()).as("a topic for each ticket (seed %d)", seed).hasSize(PEOPLE + kills());
    List<Duration> excuses = new ArrayList<>();
    for (Visitor person : people) {
      assertThat(person.topics()).as("a topic of one's own (seed %d)", seed).extracting(TopicView::closed)
          .containsExactly(false);
      for (Conveyed conveyed : List.of(words(survivor, person), heard(person))) {
        assertThat(conveyed.withoutEchoes()).as("in order (seed %d)", seed).isEqualTo(conveyed.written());
        conveyed.echoes().forEach(text -> excuses.addAll(excuses(survivor, text)));
      }
    }
    System.Logger log = System.getLogger(KillFaultsTest.class.getName());
    log.log(System.Logger.Level.INFO, "{0}: seed {1}, {2} of {3} messages were under way at a kill and repeated; "
        + "{4} of these calls had been answered, the earliest {5} ms before", database, Long.toString(seed),
        excuses.size(), count + count / ANSWER_EACH,
        excuses.stream().filter(Duration::isPositive).count(),
        excuses.stream().map(Duration::toMillis).max(Long::compare).orElse(0L));
  }

  /// For every call but the last: how long before the kill it had been answered. Each was made by another run.
  private List<Duration> excuses(Survivor survivor, String text) {
    List<Call> calls = survivor.playground.calls("sendMessage").stream()
        .filter(call -> call.params().path("text").asString("").equals(text))
        .sorted(Comparator.comparingLong(Call::arrived)).toList();
    assertThat(calls.stream().map(survivor::run)).as("runs that sent «%s» (seed %d)", text, seed)
        .doesNotHaveDuplicates().hasSizeGreaterThan(1);
    return calls.subList(0, calls.size() - 1).stream().map(survivor::answeredBeforeKill).toList();
  }
}
