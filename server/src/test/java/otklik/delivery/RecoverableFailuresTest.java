package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import otklik.channels.Call;
import otklik.channels.Limits;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Rate;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.standing.Trouble;

/// What is refused in the channel's own group until somebody mends it.
class RecoverableFailuresTest {
  /// As `TestChannels` declares it.
  private static final String OWN = "-500";

  private static final Limits FOUR = new Limits(null, null, new Rate(4, Duration.ofHours(1)));

  private static Outcome refused(Refusal why) {
    return Outcome.Refused.because(why, "no");
  }

  @ParameterizedTest
  @EnumSource(value = Refusal.class, names = {"CHAT_GONE", "NO_RIGHTS"})
  void words_wait_until_the_group_takes_them_and_arrive_in_order(Refusal why) {
    Trouble.Kind kind = why == Refusal.CHAT_GONE ? Trouble.Kind.GROUP_LOST : Trouble.Kind.MUTED;
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers(OWN, refused(why));
      office.says(OWN, "one");
      office.meets(kind, OWN);
      office.says(OWN, "two");
      office.says("7", "to a person");
      office.becomesTrue(() -> !office.line.textsAt("7").isEmpty(), office.line::texts);
      assertThat(office.line.textsAt(OWN)).containsExactly("one");
      assertThat(office.states()).filteredOn("refused"::equals).isEmpty();

      office.troubles.reports().over(office.channel, kind, OWN);
      office.settles();
      assertThat(office.line.textsAt(OWN)).containsExactly("one", "one", "two");
      office.becomesTrue(() -> office.troubles().isEmpty(), () -> office.troubles().toString());
    }
  }

  @Test
  void what_waits_is_tried_again_after_a_restart_and_its_success_ends_the_trouble() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers(OWN, refused(Refusal.CHAT_GONE));
      office.says(OWN, "one");
      office.meets(Trouble.Kind.GROUP_LOST, OWN);
      office.restart();
      office.settles();
      assertThat(office.line.textsAt(OWN)).containsExactly("one", "one");
      office.becomesTrue(() -> office.troubles().isEmpty(), () -> office.troubles().toString());
    }
  }

  @Test
  void without_the_right_to_open_topics_only_their_openings_wait_and_one_tries_for_all() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers(OWN, refused(Refusal.NO_RIGHTS));
      office.owe(NewDelivery.of(Priority.CARDS, new Call.OpenTopic(Place.chat(OWN), "#1")));
      office.meets(Trouble.Kind.NO_RIGHT_TO_TOPICS, OWN);
      office.owe(NewDelivery.of(Priority.CARDS, new Call.OpenTopic(Place.chat(OWN), "#2")));
      office.owe(NewDelivery.of(Priority.CARDS, new Call.OpenTopic(Place.chat(OWN), "#3")));
      office.says(OWN, "words go on");
      office.becomesTrue(() -> office.line.texts().contains("words go on"), office.line::texts);
      assertThat(office.line.texts()).containsExactly("#1", "words go on");

      office.line.answers(OWN, refused(Refusal.NO_RIGHTS));
      office.troubles.reports().over(office.channel, Trouble.Kind.NO_RIGHT_TO_TOPICS, OWN);
      office.calls(3);
      office.meets(Trouble.Kind.NO_RIGHT_TO_TOPICS, OWN);
      assertThat(office.line.texts()).hasSize(3);

      office.troubles.reports().over(office.channel, Trouble.Kind.NO_RIGHT_TO_TOPICS, OWN);
      office.settles();
      assertThat(office.line.texts()).containsExactlyInAnyOrder("#1", "words go on", "#1", "#1", "#2", "#3");
    }
  }

  @Test
  void a_message_that_may_not_be_pinned_holds_nothing_up() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers(OWN, refused(Refusal.NO_RIGHTS));
      office.owe(NewDelivery.of(Priority.BOOKKEEPING, new Call.Pin(Place.chat(OWN), new Target.Known("5"))));
      office.says(OWN, "on we go");
      office.settles();
      assertThat(office.states()).containsExactly("refused", "sent");
      office.meets(Trouble.Kind.NO_RIGHT_TO_PIN, OWN);
    }
  }

  @Test
  void in_a_group_that_is_not_the_channels_a_refusal_is_final() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers("-9", refused(Refusal.CHAT_GONE));
      office.says("-9", "hello?");
      office.settles();
      assertThat(office.states()).containsExactly("refused");
      assertThat(office.troubles()).isEmpty();
    }
  }

  @Test
  void what_a_helper_is_refused_the_own_account_does_and_nothing_is_amiss() {
    try (PostOffice office = PostOffice.open(FOUR, 1)) {
      office.helpers.getFirst().answers(OWN, refused(Refusal.CHAT_GONE));
      List.of("w1", "w2", "w3", "w4").forEach(text -> office.says(OWN, text));
      office.settles();
      assertThat(office.helpers.getFirst().texts()).hasSize(1);
      assertThat(office.line.textsAt(OWN)).containsExactly("w1", "w2", "w3", "w4");
      assertThat(office.troubles()).isEmpty();
    }
  }

  @Test
  void while_the_group_is_out_of_reach_for_the_own_account_helpers_wait_too() {
    try (PostOffice office = PostOffice.open(FOUR, 1)) {
      office.line.answers(OWN, refused(Refusal.CHAT_GONE));
      office.says(OWN, "w1");
      office.meets(Trouble.Kind.GROUP_LOST, OWN);
      List.of("w2", "w3", "w4", "w5", "w6").forEach(text -> office.says(OWN, text));
      office.says("7", "to a person");
      office.becomesTrue(() -> !office.line.textsAt("7").isEmpty(), office.line::texts);
      assertThat(office.helpers.getFirst().texts()).isEmpty();

      office.troubles.reports().over(office.channel, Trouble.Kind.GROUP_LOST, OWN);
      office.settles();
      assertThat(office.line.textsAt(OWN)).startsWith("w1", "w1");
      assertThat(office.helpers.getFirst().texts()).isNotEmpty();
      assertThat(office.states()).containsOnly("sent");
    }
  }

  @Test
  void a_token_that_is_accepted_again_lets_everything_go() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers("7", refused(Refusal.CHANNEL_REVOKED));
      office.says("7", "one");
      office.meets(Trouble.Kind.REVOKED, "7");
      office.says("8", "two");
      office.troubles.reports().over(office.channel, Trouble.Kind.REVOKED, "");
      office.settles();
      assertThat(office.line.textsAt("7")).containsExactly("one", "one");
      assertThat(office.line.textsAt("8")).containsExactly("two");
    }
  }
}
