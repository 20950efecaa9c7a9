package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import otklik.channels.Limits;
import otklik.channels.Outcome;
import otklik.channels.Rate;
import otklik.channels.Refusal;

/// What waits rightly, and what waits because nothing gets through.
class BacklogTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  /// Longer than any single call or pause.
  private static final Duration SHORT = Duration.ofSeconds(20);
  private static final Limits NONE = Limits.NONE;

  private static void answers(PostOffice office, String place, Outcome outcome, int times) {
    office.line.answers(place, Collections.nCopies(times, outcome).toArray(Outcome[]::new));
  }

  private static Backlog backlog(PostOffice office) {
    return office.dispatchers.backlogs().getFirst();
  }

  private static void waitsLong(PostOffice office) {
    office.becomesTrue(() -> backlog(office).waiting().compareTo(LONG) >= 0, () -> backlog(office));
  }

  @Test
  void what_nobody_answers_is_tried_in_vain() {
    try (PostOffice office = PostOffice.open(NONE)) {
      answers(office, "7", new Outcome.Down("no route"), 12);
      office.says("7", "words");
      waitsLong(office);
      office.becomesTrue(() -> backlog(office).failing().compareTo(LONG) >= 0, () -> backlog(office));
      office.settles();
      assertThat(backlog(office).failing()).isZero();
      assertThat(backlog(office).waiting()).isZero();
    }
  }

  @Test
  void what_waits_for_a_groups_budget_waits_rightly() {
    try (PostOffice office = PostOffice.open(new Limits(null, null, new Rate(1, Duration.ofMinutes(2))))) {
      office.says("-5", "first");
      office.says("-5", "second");
      waitsLong(office);
      assertThat(backlog(office).failing()).isLessThan(SHORT);
    }
  }

  @Test
  void what_a_messenger_asked_to_wait_for_waits_rightly() {
    try (PostOffice office = PostOffice.open(NONE)) {
      answers(office, "7", new Outcome.Later(Duration.ofSeconds(90)), 1);
      office.says("7", "words");
      waitsLong(office);
      assertThat(backlog(office).failing()).isLessThan(SHORT);
    }
  }

  @Test
  void what_waits_for_people_to_mend_something_waits_rightly() {
    try (PostOffice office = PostOffice.open(NONE)) {
      answers(office, "-500", Outcome.Refused.because(Refusal.CHAT_GONE, "kicked"), 9);
      office.says("-500", "words");
      waitsLong(office);
      assertThat(backlog(office).failing()).isLessThan(SHORT);
    }
  }

  @Test
  void a_pause_for_room_does_not_count_as_trying_and_does_not_end_it() {
    Stopwatch trying = new Stopwatch();
    trying.start(100);
    trying.pause(140);
    assertThat(trying.elapsed(1_000)).isEqualTo(40);
    trying.start(1_000);
    trying.start(1_005);
    assertThat(trying.elapsed(1_010)).isEqualTo(50);
    trying.reset();
    assertThat(trying.elapsed(2_000)).isZero();
  }
}
