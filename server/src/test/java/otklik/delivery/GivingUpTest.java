package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Limits;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;

/// Every delivery has an end, and none is given up only because the messenger is away.
@ParameterizedClass(name = "{0}")
@EachDatabase
class GivingUpTest {
  private static final Outcome UNKNOWN = new Outcome.Unknown("HTTP 502 without an answer of Telegram");
  private static final Outcome DOWN = new Outcome.Down("Internal Server Error");

  @Parameter
  TestDatabases databases;

  private static void answersAlways(PostOffice office, String place, Outcome outcome) {
    office.line.answers(place, Collections.nCopies(2_000, outcome).toArray(Outcome[]::new));
  }

  private static List<Refusal> refusals(PostOffice office) {
    return office.heard.stream().map(SettledDelivery::outcome).filter(Outcome.Refused.class::isInstance)
        .map(outcome -> ((Outcome.Refused) outcome).why()).toList();
  }

  /// Somebody else is answered every so often, so long.
  private static void othersTalk(PostOffice office, Duration howLong, Duration pause) {
    for (Duration left = howLong; left.isPositive(); left = left.minus(pause)) {
      int heard = office.heard.size();
      office.owe(NewDelivery.words(PostOffice.say("8", "elsewhere")).about("test", 8));
      office.becomesTrue(() -> office.heard.size() > heard, office.line::texts);
      office.time.advance(pause);
    }
  }

  @Test
  void what_may_have_arrived_is_said_three_times_at_most_and_the_lane_goes_on() {
    try (PostOffice office = PostOffice.open(databases, Limits.NONE)) {
      office.line.answers("7", UNKNOWN, UNKNOWN, UNKNOWN);
      office.says("7", "one");
      office.says("7", "two");
      office.settles();
      assertThat(office.line.textsAt("7")).containsExactly("one", "one", "one", "two");
      assertThat(refusals(office)).containsExactly(Refusal.UNCONFIRMED);
      assertThat(office.states()).containsExactly("aside", "sent");
      assertThat(office.rows("attempts")).containsExactly("3", "0");
      assertThat(office.rows("call").getFirst()).as("it can be sent again").contains("one");
      assertThat(office.rows("error").getFirst()).startsWith("UNCONFIRMED: 3 call(s) failed, 3 of them may have arrived")
          .contains("HTTP 502");
    }
  }

  @Test
  void the_count_goes_on_after_a_restart() {
    try (PostOffice office = PostOffice.open(databases, Limits.NONE)) {
      office.line.answers("7", UNKNOWN, UNKNOWN);
      office.line.goesAway();
      office.says("7", "one");
      office.becomesTrue(() -> office.rows("unconfirmed").equals(List.of("2")), () -> office.rows("unconfirmed"));
      assertThat(office.rows("failure")).containsExactly("HTTP 502 without an answer of Telegram");
      String first = office.rows("failed_at").getFirst();
      office.dies();
      office.line.answers("7", UNKNOWN);
      office.line.comesBack();
      office.settles();
      assertThat(office.line.textsAt("7")).containsExactly("one", "one", "one");
      assertThat(office.states()).containsExactly("aside");
      assertThat(office.rows("failed_at")).containsExactly(first);
    }
  }

  @Test
  void the_last_call_is_kept_until_the_messenger_is_there() {
    try (PostOffice office = PostOffice.open(databases, Limits.NONE)) {
      office.line.answers("7", UNKNOWN, UNKNOWN);
      office.line.goesAway();
      office.says("7", "one");
      office.becomesTrue(() -> office.rows("unconfirmed").equals(List.of("2")), () -> office.rows("unconfirmed"));
      office.time.advance(Duration.ofHours(5));
      office.time.advance(Duration.ofHours(5));
      assertThat(office.states()).containsExactly("pending");
      office.line.comesBack();
      office.settles();
      assertThat(office.line.textsAt("7")).containsExactly("one", "one", "one");
      assertThat(office.states()).containsExactly("sent");
    }
  }

  @Test
  void what_keeps_failing_while_others_are_answered_is_set_aside_after_ten_minutes() {
    try (PostOffice office = PostOffice.open(databases, Limits.NONE)) {
      answersAlways(office, "7", DOWN);
      office.says("7", "one");
      othersTalk(office, Duration.ofMinutes(8), Duration.ofSeconds(20));
      assertThat(office.states().getFirst()).isEqualTo("pending");
      othersTalk(office, Duration.ofMinutes(4), Duration.ofSeconds(20));
      office.becomesTrue(() -> office.states().getFirst().equals("aside"), office::states);
      assertThat(refusals(office)).containsExactly(Refusal.KEEPS_FAILING);
      assertThat(office.line.textsAt("7")).as("it isn't woken by each answer to somebody else").hasSizeBetween(10, 80);
    }
  }

  @Test
  void while_nobody_is_answered_nothing_is_given_up() {
    try (PostOffice office = PostOffice.open(databases, Limits.NONE)) {
      answersAlways(office, "7", DOWN);
      answersAlways(office, "8", DOWN);
      office.says("7", "one");
      office.says("8", "two");
      for (int i = 0; i < 120; i++) {
        office.time.advance(Duration.ofMinutes(1));
        office.calls(office.line.calls.size() + 1);
      }
      assertThat(office.states()).containsOnly("pending");
      assertThat(office.rows("attempts")).allSatisfy(number -> assertThat(Integer.parseInt(number)).isGreaterThan(20));
    }
  }

  @Test
  void an_outage_of_hours_ends_without_a_loss_though_somebody_else_is_answered_first() {
    try (PostOffice office = PostOffice.open(databases, Limits.NONE)) {
      office.line.answers("7", Collections.nCopies(30, DOWN).toArray(Outcome[]::new));
      office.says("7", "one");
      office.calls(28);
      office.time.advance(Duration.ofHours(3));
      othersTalk(office, Duration.ofSeconds(40), Duration.ofSeconds(20));
      office.settles();
      assertThat(office.states()).containsOnly("sent");
    }
  }

  @Test
  void what_can_be_repeated_without_harm_goes_on() {
    try (PostOffice office = PostOffice.open(databases, Limits.NONE)) {
      office.line.answers("7", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
      office.owe(NewDelivery.of(Priority.EDITS, new Call.EditText(Place.chat("7"), new Target.Known("1"),
          Content.Text.of("edit"), List.of())));
      office.settles();
      assertThat(office.states()).containsExactly("sent");
    }
  }

  @Test
  void what_newer_words_replace_is_not_kept_when_it_is_given_up() {
    try (PostOffice office = PostOffice.open(databases, Limits.NONE)) {
      answersAlways(office, "7", DOWN);
      office.owe(NewDelivery.of(Priority.EDITS, new Call.EditText(Place.chat("7"), new Target.Known("1"),
          Content.Text.of("edit"), List.of())).replacing("card"));
      othersTalk(office, Duration.ofMinutes(12), Duration.ofSeconds(20));
      office.becomesTrue(() -> office.states().getFirst().equals("refused"), office::states);
      assertThat(office.rows("call").getFirst()).isEqualTo("{}");
    }
  }

  @Test
  void a_topic_whose_opening_is_not_confirmed_is_opened_three_times_at_most() {
    try (PostOffice office = PostOffice.open(databases, Limits.NONE)) {
      answersAlways(office, "-5", UNKNOWN);
      office.owe(NewDelivery.of(Priority.CARDS, new Call.OpenTopic(Place.chat("-5"), "#0001")).about("test", 1));
      office.settles();
      assertThat(office.line.texts()).containsExactly("#0001", "#0001", "#0001");
      assertThat(refusals(office)).containsExactly(Refusal.UNCONFIRMED);
      assertThat(office.states()).containsExactly("refused");
    }
  }

  @Test
  void whatever_is_thrown_while_an_answer_is_weighed_the_lane_goes_on() {
    try (PostOffice office = PostOffice.open(databases, Limits.NONE)) {
      office.line.answers("7", new Outcome.Later(null));
      office.says("7", "one");
      office.says("7", "two");
      office.settles();
      assertThat(office.line.textsAt("7")).containsExactly("one", "one", "two");
      assertThat(office.dispatchers.lanes()).isZero();
    }
  }

  @Test
  void what_is_erased_can_not_be_sent_again() {
    try (PostOffice office = PostOffice.open(databases, Limits.NONE)) {
      office.line.answers("7", UNKNOWN, UNKNOWN, UNKNOWN);
      office.says("7", "one");
      office.settles();
      office.database.writeNow(tx -> {
        office.deliveries.eraseWords(Turn.of(tx, office.channel), List.of(new Subject("test", 1)));
        return null;
      });
      assertThat(office.states()).containsExactly("dropped");
      assertThat(office.rows("call")).containsExactly("{}");
    }
  }

  @Test
  void what_is_sent_anew_is_no_longer_aside() {
    try (PostOffice office = PostOffice.open(databases, Limits.NONE)) {
      office.line.answers("7", UNKNOWN, UNKNOWN, UNKNOWN);
      DeliveryId one = office.says("7", "one");
      office.settles();
      office.database.writeNow(tx -> {
        office.deliveries.sentAnew(Turn.of(tx, office.channel), List.of(one));
        return null;
      });
      assertThat(office.states()).containsExactly("dropped");
    }
  }
}
