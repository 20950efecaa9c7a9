package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import otklik.channels.Call;
import otklik.channels.Limits;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Rate;

/// Whether a group is overloaded is known before people feel it.
class LoadEstimatorTest {
  private static final Limits LIMITS = new Limits(null, null, new Rate(20, Duration.ofMinutes(1)));

  private static GroupLoad load(PostOffice office) {
    return office.dispatchers.of(office.channel, "-5");
  }

  private static void write(PostOffice office, String author, int texts) {
    for (int i = 0; i < texts; i++) {
      office.owe(NewDelivery.words(Call.Say.text(new Place("-5", author), author + i)).joining(author).about("test",
          1));
    }
  }

  @Test
  void a_group_that_has_little_to_say_fares_well() {
    try (PostOffice office = PostOffice.open(LIMITS)) {
      write(office, "olena", 10);
      office.settles();
      assertThat(load(office).delay()).isZero();
      assertThat(load(office).overloaded()).isFalse();
      assertThat(load(office).perMinute()).isEqualTo(20);
    }
  }

  @Test
  void how_long_words_will_wait_is_reckoned_from_what_is_granted_and_counts_joined_texts_once() {
    try (PostOffice office = PostOffice.open(LIMITS)) {
      write(office, "olena", 20);
      office.calls(20);
      office.becomesTrue(() -> office.heard.size() == 20, office.line::texts);
      write(office, "timur", 5);
      write(office, "marta", 3);
      GroupLoad load = load(office);
      assertThat(load.waiting()).isEqualTo(2);
      assertThat(load.delay()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(63));
      assertThat(load.overloaded()).isTrue();
    }
  }

  @Test
  void edits_and_bookkeeping_overload_nobody() {
    try (PostOffice office = PostOffice.open(LIMITS)) {
      for (int i = 0; i < 40; i++) {
        office.owe(NewDelivery.of(Priority.BOOKKEEPING, new Call.CloseTopic(new Place("-5", "t" + i))));
      }
      office.calls(12);
      assertThat(load(office).waiting()).isZero();
      assertThat(load(office).overloaded()).isFalse();
    }
  }

  @Test
  void those_who_watch_are_told_when_it_begins_and_when_it_is_over() {
    try (PostOffice office = PostOffice.open(LIMITS)) {
      office.line.answers("-5/olena", new Outcome.Later(Duration.ofMinutes(5)));
      write(office, "olena", 1);
      office.becomesTrue(() -> office.news.equals(List.of("overloaded")), office.news::toString);
      office.becomesTrue(() -> office.news.equals(List.of("overloaded", "well")), office.news::toString);
    }
  }

  @Test
  void where_there_are_no_limits_nothing_is_overloaded() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      write(office, "olena", 100);
      office.settles();
      assertThat(load(office).overloaded()).isFalse();
    }
  }
}
