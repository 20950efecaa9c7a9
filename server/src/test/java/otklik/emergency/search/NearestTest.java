package otklik.emergency.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import otklik.emergency.people.Volunteer;
import otklik.emergency.search.Nearest.Candidate;
import otklik.emergency.search.Nearest.Standing;
import otklik.kernel.PersonId;

class NearestTest {
  private static Candidate candidate(long id, double metres, Standing standing) {
    return new Candidate(new Volunteer(new PersonId(id), "c" + id, "tbilisi", "GE", false, null, Instant.EPOCH, null),
        metres, standing);
  }

  private static List<Long> ids(List<Candidate> candidates) {
    return candidates.stream().map(each -> each.volunteer().person().value()).toList();
  }

  @Test
  void a_ring_asks_the_nearest_who_were_not_asked() {
    List<Candidate> all = List.of(candidate(1, 300, Standing.FREE), candidate(2, 100, Standing.ASKED),
        candidate(3, 200, Standing.FREE), candidate(4, 100, Standing.RESTING), candidate(5, 400, Standing.FREE));
    assertThat(ids(Nearest.of(all, 3, 1))).containsExactly(3L, 1L);
  }

  @Test
  void whoever_gave_it_back_is_asked_after_everybody_else_and_in_the_last_ring_only() {
    List<Candidate> all = List.of(candidate(1, 100, Standing.RETURNED), candidate(2, 900, Standing.FREE));
    assertThat(ids(Nearest.of(all, 30, 0))).containsExactly(2L);
    assertThat(ids(Nearest.of(all, null, 0))).containsExactly(2L, 1L);
  }

  @Test
  void whoever_gave_it_back_a_moment_ago_is_left_alone() {
    assertThat(Nearest.of(List.of(candidate(1, 100, Standing.JUST_RETURNED)), null, 0)).isEmpty();
  }

  @Test
  void nobody_is_asked_when_the_ring_has_reached_enough() {
    assertThat(Nearest.of(List.of(candidate(1, 1, Standing.FREE)), 30, 31)).isEmpty();
  }

  /// Against one that looks for the nearest of those that are left, again and again.
  @Test
  void every_choice_is_the_obvious_one() {
    Random random = new Random(20_260_101);
    for (int round = 0; round < 500; round++) {
      List<Candidate> all = new ArrayList<>();
      int people = random.nextInt(12);
      for (int id = 0; id < people; id++) {
        all.add(candidate(id, random.nextInt(4) == 3 ? Double.POSITIVE_INFINITY : random.nextInt(4),
            Standing.values()[random.nextInt(Standing.values().length)]));
      }
      Integer most = random.nextBoolean() ? null : random.nextInt(10);
      int asked = random.nextInt(6);
      assertThat(ids(Nearest.of(all, most, asked))).isEqualTo(ids(obvious(all, most, asked)));
    }
  }

  private static List<Candidate> obvious(List<Candidate> all, @Nullable Integer most, int asked) {
    List<Candidate> chosen = new ArrayList<>();
    for (Standing standing : most == null ? List.of(Standing.FREE, Standing.RETURNED) : List.of(Standing.FREE)) {
      List<Candidate> left = new ArrayList<>(all.stream().filter(each -> each.standing() == standing).toList());
      while (!left.isEmpty() && (most == null || asked + chosen.size() < most)) {
        Candidate nearest = left.getFirst();
        for (Candidate each : left) {
          boolean nearer = each.metres() < nearest.metres() || each.metres() == nearest.metres()
              && each.volunteer().person().value() < nearest.volunteer().person().value();
          nearest = nearer ? each : nearest;
        }
        left.remove(nearest);
        chosen.add(nearest);
      }
    }
    return chosen;
  }
}
