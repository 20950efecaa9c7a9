package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Limits;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Rate;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;

/// More accounts that speak for a channel in its group.
class HelpersTest {
  private static final Limits FOUR = new Limits(null, null, new Rate(4, Duration.ofHours(1)));
  private static final Place TOPIC = new Place("-5", "9");

  private static NewDelivery says(Place place, String text) {
    return NewDelivery.words(Call.Say.text(place, text)).about("test", 1);
  }

  private static NewDelivery withButton(Place place, String text) {
    return NewDelivery.words(new Call.Say(place, Content.Text.of(text), null,
        List.of(List.of(new Button("Take", "take")))));
  }

  private static List<String> all(PostOffice office) {
    List<String> all = new ArrayList<>(office.line.texts());
    office.helpers.forEach(helper -> all.addAll(helper.texts()));
    return all;
  }

  @Test
  void what_the_budget_of_one_does_not_allow_a_helper_says_and_the_lane_keeps_its_order() {
    try (PostOffice office = PostOffice.open(FOUR, 1)) {
      List<String> owed = Stream.of(1, 2, 3, 4, 5, 6, 7, 8).map(i -> "w" + i).toList();
      owed.forEach(text -> office.owe(says(TOPIC, text)));
      office.settles();
      assertThat(office.line.texts()).containsExactly("w1", "w2", "w3", "w8");
      assertThat(office.helpers.getFirst().texts()).containsExactly("w4", "w5", "w6", "w7");
      assertThat(office.states()).containsOnly("sent");
    }
  }

  @Test
  void what_only_the_channels_own_account_can_do_finds_room_there() {
    try (PostOffice office = PostOffice.open(FOUR, 1)) {
      for (int i = 0; i < 5; i++) {
        office.owe(says(new Place("-5", "t" + i), "words " + i));
      }
      office.becomesTrue(() -> office.heard.size() == 5, () -> all(office));
      office.owe(withButton(TOPIC, "card"));
      office.settles();
      assertThat(office.line.texts()).hasSize(4).endsWith("card");
      assertThat(office.helpers.getFirst().texts()).hasSize(2);
    }
  }

  @Test
  void nothing_with_buttons_no_file_and_nothing_in_a_persons_chat_is_said_by_a_helper() {
    try (PostOffice office = PostOffice.open(new Limits(null, new Rate(1, Duration.ofHours(1)),
        new Rate(1, Duration.ofHours(1))), 1)) {
      office.says("7", "to a person");
      office.says("7", "waits");
      office.owe(withButton(TOPIC, "card"));
      office.owe(withButton(new Place("-5", "10"), "waits too"));
      office.becomesTrue(() -> office.line.calls.size() == 2, () -> all(office));
      office.owe(says(new Place("-5", "11"), "words"));
      office.becomesTrue(() -> all(office).contains("words"), () -> all(office));
      assertThat(office.line.texts()).containsExactlyInAnyOrder("to a person", "card");
      assertThat(office.helpers.getFirst().texts()).containsExactly("words");
    }
  }

  @Test
  void who_made_a_message_changes_it_also_after_a_restart() {
    try (PostOffice office = PostOffice.open(FOUR, 2)) {
      for (int i = 0; i < 3; i++) {
        office.owe(says(new Place("-5", "t" + i), "words " + i));
      }
      office.becomesTrue(() -> office.heard.size() == 3, () -> all(office));
      DeliveryId made = office.owe(says(TOPIC, "by a helper"));
      office.becomesTrue(() -> office.heard.size() == 4, () -> all(office));
      assertThat(office.helpers.getFirst().texts()).containsExactly("by a helper");
      String id = ((Outcome.Sent) office.heard.getLast().outcome()).ids().getFirst();
      office.restart();
      office.owe(edit(new Target.Known(id), "known"));
      office.owe(edit(new Target.MadeBy(made, 0), "made by"));
      office.settles();
      assertThat(office.helpers.getFirst().texts()).containsExactly("by a helper", "known", "made by");
      office.owe(edit(new Target.Known("somebody else's"), "not ours"));
      office.settles();
      assertThat(office.line.texts()).contains("not ours");
    }
  }

  private static NewDelivery edit(Target message, String text) {
    return NewDelivery.words(new Call.EditText(TOPIC, message, Content.Text.of(text), List.of())).about("test", 2);
  }

  @Test
  void a_helper_without_rights_is_set_aside_and_nothing_is_lost() {
    for (Refusal why : List.of(Refusal.NO_RIGHTS, Refusal.CHAT_GONE, Refusal.CHANNEL_REVOKED)) {
      try (PostOffice office = PostOffice.open(FOUR, 1)) {
        FakeLine helper = office.helpers.getFirst();
        helper.answers("-5/9", Outcome.Refused.because(why, "kicked"));
        List.of("w1", "w2", "w3", "w4").forEach(text -> office.owe(says(TOPIC, text)));
        office.settles();
        assertThat(helper.texts()).containsExactly("w4");
        assertThat(office.line.texts()).containsExactly("w1", "w2", "w3", "w4");
        assertThat(office.states()).containsOnly("sent");
        office.becomesTrue(() -> office.news.contains("helper0 aside in -5"), office.news::toString);
        office.owe(says(TOPIC, "waits for the own account"));
        assertThat(helper.texts()).hasSize(1);
      }
    }
  }

  @Test
  void what_a_helper_is_refused_for_another_reason_the_own_account_decides() {
    try (PostOffice office = PostOffice.open(FOUR, 1)) {
      office.helpers.getFirst().answers("-5/9", Outcome.Refused.because(Refusal.TOPIC_GONE, "deleted"));
      List.of("w1", "w2", "w3").forEach(text -> office.owe(says(new Place("-5", "t" + text), text)));
      office.becomesTrue(() -> office.heard.size() == 3, () -> all(office));
      office.line.answers("-5/9", Outcome.Refused.because(Refusal.TOPIC_GONE, "deleted"));
      office.owe(says(TOPIC, "w4"));
      office.settles();
      assertThat(office.heard.getLast().outcome()).isInstanceOf(Outcome.Refused.class);
      assertThat(office.news).noneMatch(news -> news.contains("aside"));
    }
  }

  @Test
  void who_is_asked_to_wait_lets_another_speak() {
    try (PostOffice office = PostOffice.open(FOUR, 1)) {
      office.line.answers("-5/9", new Outcome.Later(Duration.ofHours(1)));
      List.of("w1", "w2", "w3").forEach(text -> office.owe(says(TOPIC, text)));
      office.settles();
      assertThat(office.line.texts()).containsExactly("w1");
      assertThat(office.helpers.getFirst().texts()).containsExactly("w1", "w2", "w3");
    }
  }

  @Test
  void a_change_of_what_a_helper_wrote_is_refused_when_that_helper_is_gone() {
    try (PostOffice office = PostOffice.open(FOUR, 1)) {
      FakeLine helper = office.helpers.getFirst();
      office.line.answers("-5/9", new Outcome.Later(Duration.ofHours(1)));
      DeliveryId made = office.owe(says(TOPIC, "by a helper"));
      office.becomesTrue(() -> office.heard.size() == 1, () -> all(office));
      helper.answers("-5/9", Outcome.Refused.because(Refusal.CHANNEL_REVOKED, "Unauthorized"));
      office.owe(edit(new Target.MadeBy(made, 0), "changed"));
      office.becomesTrue(() -> office.heard.size() == 2, () -> all(office));
      assertThat(office.heard.getLast().outcome()).isInstanceOf(Outcome.Refused.class);
    }
  }
}
