package otklik.emergency.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import otklik.kernel.PersonId;

/// What the timers of a search and of a change keep, so that the next part needn't look at everybody anew.
class PartsTest {
  @Test
  void a_search_goes_on_with_those_who_were_chosen_before() {
    NextRound left = new NextRound(2, List.of(new PersonId(7), new PersonId(5)));
    assertThat(left.stored()).isEqualTo("2 7 5");
    assertThat(NextRound.read(left.stored())).isEqualTo(left);
  }

  @Test
  void a_search_that_an_earlier_version_began_goes_on_too() {
    assertThat(NextRound.read("2")).isEqualTo(new NextRound(2, List.of()));
  }

  @Test
  void a_change_goes_on_with_the_copies_that_were_chosen_before() {
    Instant begun = Instant.parse("2026-11-20T12:00:00Z");
    CopiesToChange left = new CopiesToChange(begun, 5, List.of(6L, 9L));
    assertThat(left.stored()).isEqualTo("1795176000000000/5/6 9");
    assertThat(CopiesToChange.read(left.stored())).isEqualTo(left);
  }

  @Test
  void a_change_that_an_earlier_version_began_goes_on_too() {
    assertThat(CopiesToChange.read("1795176000000000/5"))
        .isEqualTo(new CopiesToChange(Instant.parse("2026-11-20T12:00:00Z"), 5, List.of()));
  }
}
