package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.storage.AlsoOnPostgres;
import otklik.storage.ConversationDatabase;
import otklik.storage.MicrosConverter;
import otklik.storage.TestDatabases;

/// Databases of earlier versions, with people in the middle of everything: under today's version it goes on, as if
/// nothing had happened.
@ParameterizedClass(name = "{0}")
@ConversationDatabase
@AlsoOnPostgres
class VersionUpgradeTest {
  /// Until then time stands still but for what is let pass: whoever answers at once does so before any timer rings. What
  /// was in the air is tried again by then.
  private static final Duration AT_ONCE = Duration.ofSeconds(90);

  @Parameter TestDatabases database;

  private record Played(String name, Situation.Step step) {
    String shown() {
      Duration later = step.later();
      return later.isZero() ? name : name + ", " + later.toString().substring(2).toLowerCase(Locale.ROOT) + " later";
    }
  }

  @TestFactory
  Stream<DynamicContainer> whatever_people_were_in_the_middle_of_goes_on() {
    return Recording.all().stream().map(recording -> dynamicContainer(recording.name(), played(recording)));
  }

  private Stream<DynamicTest> played(Recording recording) {
    Stage stage = recording.goesOn(database);
    Interruption interruption = new Interruption(stage);
    List<String> recorded = recording.contents().situations();
    List<Situation> all = interruption.all().stream()
        .filter(situation -> recorded.contains(situation.name())).toList();
    Stream<DynamicTest> steps = all.stream()
        .flatMap(situation -> situation.after().stream().map(step -> new Played(situation.name(), step)))
        .sorted(Comparator.comparing(played -> played.step().later()))
        .map(played -> dynamicTest(played.shown(), () -> {
          passes(stage, interruption, played.step().later());
          played.step().played().run();
        }));
    return Stream.of(
        Stream.of(dynamicTest("everything that was recorded is played", () ->
            assertThat(all).extracting(Situation::name).containsExactlyInAnyOrderElementsOf(recorded))),
        steps,
        Stream.of(dynamicTest("nothing was set aside meanwhile", () -> nothingIsAside(stage))))
        .flatMap(each -> each).onClose(stage::close);
  }

  private static void passes(Stage stage, Interruption interruption, Duration later) {
    Instant then = stage.begun.plus(later);
    if (stage.time.instant().isBefore(then)) {
      if (later.compareTo(AT_ONCE) > 0) {
        stage.skipsTime();
        interruption.settles();
      }
      stage.time.goTo(then);
    }
  }

  private static void nothingIsAside(Stage stage) {
    assertThat(stage.rows("select kind, subject, error from timer where state = 'aside'")).isEmpty();
    assertThat(stage.rows("select conversation, error from inbox where state = 'aside'")).isEmpty();
    assertThat(stage.rows("select lane, subject, error from delivery where state in ('aside', 'unheard')"
        + " and done_at > " + MicrosConverter.micros(stage.begun))).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> a_recording_holds_whatever_its_version_stored() {
    return Recording.all().stream().map(recording -> dynamicTest(recording.name(), () -> {
      Recording.Contents contents = recording.contents();
      assertThat(UpgradeRecording.missing(contents.formats(), recording.held()))
          .containsExactlyElementsOf(contents.absent().keySet());
      assertThat(contents.absent().values()).noneMatch(String::isBlank);
    }));
  }
}
