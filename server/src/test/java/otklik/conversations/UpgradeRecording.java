package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import otklik.storage.TestDatabases;

/// Records today's version for [VersionUpgradeTest] of the next ones: `-Dtest=UpgradeRecording` names it, and
/// `-Dotklik.record-upgrade` the folder (docs/testing.md). It is no test, and no run of tests finds it by its name.
class UpgradeRecording {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String FOLDER = "otklik.record-upgrade";

  /// What no recording holds, and why.
  private static final String NO_SHARED_TOPIC = "a panic button has no topic that requests share";
  private static final String ONLY_HEARD = "a kind that is listened to, of which no timer is set";
  private static final String ONLY_READ = "read still, but not written any more since contacts open the ticket";
  private static final Map<String, String> ABSENT = Map.ofEntries(
      Map.entry("calls/ask-group", "asked at once by whoever inspects a group, never owed"),
      Map.entry("steps/helpdesk.trouble.v1", ONLY_READ),
      Map.entry("timers/emergency.member", ONLY_HEARD),
      Map.entry("timers/emergency.triage-line", ONLY_HEARD),
      Map.entry("timers/helpdesk.triage-line", ONLY_HEARD),
      Map.entry("timers/emergency.triage-room", NO_SHARED_TOPIC),
      Map.entry("subjects/emergency.triage-room", NO_SHARED_TOPIC),
      Map.entry("subjects/emergency.erasing-line", "lines about a person, not about a ticket, stand at desks only"),
      Map.entry("subjects/emergency.nearer-chats", "a kind of timers, under which nothing is owed"),
      Map.entry("subjects/operations.alert", "the recorded installation has no chat for alerts"));

  @Test
  void record() throws IOException {
    String to = System.getProperty(FOLDER);
    assertThat(to).as("-D" + FOLDER + " says where to").isNotNull();
    Path folder = Files.createTempDirectory("otklik");
    try (Stage stage = Stage.recorded(TestDatabases.SQLITE.ready(), folder, Interruption.DESKS, Interruption.TOWNS)) {
      Interruption interruption = new Interruption(stage);
      List<Situation> situations = interruption.all();
      assertThat(situations).extracting(Situation::name).doesNotHaveDuplicates();
      interruption.prepare();
      situations.forEach(situation -> situation.before().run());
      isKept(stage, folder);
      Recording recording = new Recording(Path.of(to));
      SortedMap<String, SortedSet<String>> known = StoredFormats.known(stage);
      recording.keep(stage, folder, new Recording.Contents(stage.time.instant().toString(),
          situations.stream().map(Situation::name).toList(), known, new TreeMap<>(ABSENT)));
      assertThat(missing(known, recording.held())).isEqualTo(new TreeSet<>(ABSENT.keySet()));
      stage.playground.endFaults(); // so that the end needn't wait for them
    }
  }

  /// The messenger writes its world a moment after it has changed.
  private static void isKept(Stage stage, Path folder) {
    String last = "The recording ends here";
    stage.playground.user(1, last, null, null, null);
    stage.playground.await(PATIENCE, () -> {
      try {
        Path world = folder.resolve(Stage.WORLD);
        return Files.exists(world) && Files.readString(world).contains(last);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    });
  }

  static SortedSet<String> missing(SortedMap<String, SortedSet<String>> known,
      SortedMap<String, SortedSet<String>> held) {
    SortedSet<String> missing = new TreeSet<>();
    known.forEach((where, words) -> words.stream().filter(word -> !held.get(where).contains(word))
        .forEach(word -> missing.add(where + "/" + word)));
    return missing;
  }
}
