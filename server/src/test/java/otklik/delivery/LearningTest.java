package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.channels.Limits;
import otklik.channels.Rate;
import otklik.kernel.RowLimit;

/// A messenger that grants what it doesn't say, on a clock of the test's own.
class LearningTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final Rate BELIEVED = new Rate(20, Duration.ofMinutes(1));
  private static final Limits LIMITS = new Limits(null, null, BELIEVED);

  /// Counts what it grants in any minute, for each bot or for all of them together.
  private static final class Hidden {
    private final int most;
    private final boolean eachBot;
    private final Map<Object, Deque<Long>> granted = new HashMap<>();
    int all;
    int refused;

    Hidden(int most, boolean eachBot) {
      this.most = most;
      this.eachBot = eachBot;
    }

    /// 0 when it is granted, else how long to wait, in whole seconds as Telegram says it.
    long ask(SendingAccount sender, long now) {
      Deque<Long> window = granted.computeIfAbsent(eachBot ? sender : "all", key -> new ArrayDeque<>());
      while (!window.isEmpty() && window.peekFirst() <= now - MINUTE) {
        window.removeFirst();
      }
      if (window.size() >= most) {
        refused++;
        return Math.ceilDiv(window.peekFirst() + MINUTE - now, SECOND) * SECOND;
      }
      window.add(now);
      all++;
      return 0;
    }
  }

  private static List<SendingAccount> voices(int number) {
    return IntStream.range(0, number).mapToObj(i -> new SendingAccount(new FakeLine("bot" + i, LIMITS))).toList();
  }

  /// For so long there is always something to say.
  private static Chat talk(Hidden hidden, int bots, Duration time) {
    List<SendingAccount> senders = voices(bots);
    Chat chat = new Chat("-5", true, BELIEVED, senders, 0, new RowLimit(1_000));
    for (long now = 0; now < time.toNanos(); now += SECOND / 5) {
      for (SendingAccount sender : senders) {
        if (chat.untilRoomFor(sender, 1, Priority.WORDS, now) == 0) {
          chat.begin(sender, 1, now);
          chat.end(sender, 1, now);
          long wait = hidden.ask(sender, now);
          if (wait > 0) {
            chat.refused(sender, 1, now + wait, now);
          }
        }
      }
    }
    return chat;
  }

  @ParameterizedTest
  @CsvSource({"20, true, 1", "12, true, 1", "30, true, 1", "8, true, 1", "20, true, 2", "20, true, 4", "14, true, 3",
      "20, false, 2", "20, false, 4", "40, false, 3", "28, false, 2"})
  void most_of_what_is_granted_is_used_and_little_is_refused(int most, boolean eachBot, int bots) {
    Hidden hidden = new Hidden(most, eachBot);
    Duration time = Duration.ofHours(4);
    talk(hidden, bots, time);
    double share = hidden.all / (double) (most * (eachBot ? bots : 1) * time.toMinutes());
    assertThat(share).as("share of what would be granted").isGreaterThan(0.8);
    assertThat(hidden.refused / (double) (hidden.refused + hidden.all)).as("share refused").isLessThan(0.01);
  }

  @Test
  void however_much_is_granted_and_however_little_the_rate_stays_within_bounds() {
    assertThat(talk(new Hidden(1_000_000, true), 1, Duration.ofHours(12)).perMinute(0)).isEqualTo(60);
    assertThat(talk(new Hidden(1, true), 1, Duration.ofHours(2)).perMinute(0)).isBetween(5, 6);
  }

  @Test
  void who_is_refused_teaches_itself_only() {
    List<SendingAccount> senders = voices(2);
    Chat chat = new Chat("-5", true, BELIEVED, senders, 0, new RowLimit(1_000));
    say(chat, senders.get(0), 18);
    say(chat, senders.get(1), 18);
    chat.refused(senders.get(0), 1, 10 * SECOND, 0);
    assertThat(chat.untilRoomFor(senders.get(0), 1, Priority.WORDS, 0)).isEqualTo(10 * SECOND);
    assertThat(chat.untilRoomFor(senders.get(1), 1, Priority.WORDS, 0)).isZero();
    assertThat(chat.perMinute(0)).isBetween(20, 39);
  }

  @Test
  void two_that_are_refused_together_teach_all() {
    List<SendingAccount> senders = voices(2);
    Chat chat = new Chat("-5", true, BELIEVED, senders, 0, new RowLimit(1_000));
    say(chat, senders.get(0), 11);
    say(chat, senders.get(1), 11);
    chat.refused(senders.get(0), 1, 10 * SECOND, 0);
    chat.refused(senders.get(1), 1, 10 * SECOND, SECOND);
    assertThat(chat.perMinute(2 * SECOND)).isLessThanOrEqualTo(20);
  }

  @Test
  void a_newcomer_that_is_refused_in_a_group_that_has_heard_much_teaches_all() {
    List<SendingAccount> senders = voices(2);
    Chat chat = new Chat("-5", true, BELIEVED, senders, 0, new RowLimit(1_000));
    say(chat, senders.get(0), 20);
    say(chat, senders.get(1), 1);
    chat.refused(senders.get(1), 1, 10 * SECOND, 0);
    assertThat(chat.perMinute(0)).isEqualTo(18);
  }

  @Test
  void what_was_granted_before_a_restart_tells_a_newcomers_refusal_apart_also_when_who_spoke_is_gone() {
    for (int speaker = 0; speaker <= 1; speaker++) {
      List<SendingAccount> senders = voices(2);
      Chat chat = new Chat("-5", true, BELIEVED, senders, 0, new RowLimit(1_000));
      chat.count(speaker == 0 ? List.of(senders.get(0)) : List.of(), 20, -SECOND);
      say(chat, senders.get(1), 1);
      chat.refused(senders.get(1), 1, 10 * SECOND, 0);
      assertThat(chat.perMinute(0)).isEqualTo(18);
    }
  }

  @Test
  void a_messenger_that_asks_to_wait_is_obeyed_to_the_end() {
    List<SendingAccount> senders = voices(1);
    Chat chat = new Chat("-5", true, BELIEVED, senders, 0, new RowLimit(1_000));
    say(chat, senders.getFirst(), 1);
    chat.refused(senders.getFirst(), 1, 10 * MINUTE, 0);
    assertThat(chat.untilRoomFor(senders.getFirst(), 1, Priority.WORDS, 9 * MINUTE)).isEqualTo(MINUTE);
    assertThat(chat.untilRoomFor(senders.getFirst(), 1, Priority.WORDS, 10 * MINUTE)).isZero();
  }

  @Test
  void calls_in_the_air_that_are_refused_together_count_once() {
    LearnedRate rate = new LearnedRate(BELIEVED, 20, 1, 0);
    for (int i = 0; i < 5; i++) {
      rate.refused(20, i * SECOND / 10);
    }
    assertThat(rate.operations()).isEqualTo(18);
  }

  @Test
  void a_refusal_out_of_the_blue_is_soon_forgotten() {
    LearnedRate rate = new LearnedRate(BELIEVED, 20, 1, 0);
    rate.refused(1, 0);
    assertThat(rate.operations()).isEqualTo(10);
    List<Integer> steps = new ArrayList<>();
    for (long now = 0; now < 6 * MINUTE; now += SECOND) {
      rate.wanted(now);
      steps.add(rate.operations());
    }
    assertThat(steps).isSorted().last().isEqualTo(19);
  }

  @Test
  void without_limits_nothing_is_ever_waited_for() {
    List<SendingAccount> senders = voices(1);
    Chat chat = new Chat("-5", true, null, senders, 0, new RowLimit(1_000));
    say(chat, senders.getFirst(), 500);
    assertThat(chat.untilRoomFor(senders.getFirst(), 1, Priority.BOOKKEEPING, 0)).isZero();
    assertThat(chat.isThrifty()).isFalse();
  }

  private static void say(Chat chat, SendingAccount sender, int times) {
    chat.begin(sender, times, 0);
    chat.end(sender, times, 0);
  }
}
