package otklik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import otklik.kernel.Background;
import otklik.kernel.TestTime;

/// When something that looks wrong counts as wrong.
class ReadinessTest {
  private static final Problem WRITES = Problem.of(ProblemKind.WRITES);
  private static final Duration PROMISED = Duration.ofSeconds(15);
  /// Whoever asks after so long looks, if nobody else did.
  private static final Duration A_WHILE = Duration.ofSeconds(10);

  private final TestTime time = new TestTime();
  private final Background background = new Background(time);
  private final List<Problem> wrong = new CopyOnWriteArrayList<>();
  private final Readiness readiness = new Readiness(List.of(() -> List.copyOf(wrong)), new ProblemWatch() {
    @Override
    public void begin() {
      // Nothing is remembered here.
    }

    @Override
    public void seen(Map<Problem, Instant> problems) {
      // Nobody is told here.
    }
  }, background, time);

  @BeforeEach
  void begin() {
    readiness.start();
  }

  @AfterEach
  void end() {
    readiness.stop();
    background.close();
  }

  private Set<Problem> nextLook() {
    time.advance(A_WHILE);
    return readiness.problems().keySet();
  }

  @Test
  void what_one_look_sees_is_no_problem_yet_and_what_two_see_is() {
    wrong.add(WRITES);
    assertThat(nextLook()).isEmpty();
    assertThat(nextLook()).containsExactly(WRITES);
  }

  @Test
  void what_is_well_again_is_well_at_once() {
    wrong.add(WRITES);
    nextLook();
    nextLook();
    wrong.clear();
    assertThat(nextLook()).isEmpty();
  }

  @Test
  void what_comes_and_goes_between_two_looks_is_no_problem() {
    wrong.add(WRITES);
    nextLook();
    wrong.clear();
    nextLook();
    wrong.add(WRITES);
    assertThat(nextLook()).isEmpty();
  }

  @Test
  void a_try_that_never_ends_has_failed_and_all_that_is_within_what_is_promised() {
    CompletableFuture<Boolean> never = new CompletableFuture<>();
    Probe probe = new Probe(() -> never, time);
    assertThat(probe.look()).as("just begun, after all was well").isTrue();
    assertThat(probe.look()).isFalse();
    assertThat(probe.look()).isFalse();
    assertThat(Readiness.PAUSE.multipliedBy(3)).isLessThan(PROMISED);
    never.complete(true);
    assertThat(probe.look()).isTrue();
  }

  @Test
  void a_try_that_fails_is_made_again() {
    List<CompletableFuture<Boolean>> tries = new ArrayList<>();
    Probe probe = new Probe(() -> {
      tries.add(new CompletableFuture<>());
      return tries.getLast();
    }, time);
    probe.look();
    tries.getLast().completeExceptionally(new IllegalStateException("disk full"));
    assertThat(probe.look()).isFalse();
    tries.getLast().complete(true);
    assertThat(probe.look()).isTrue();
    assertThat(tries).hasSize(3);
  }
}
