package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Keys;
import otklik.channels.Limits;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Rate;
import otklik.channels.Refusal;
import otklik.channels.Span;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;
import otklik.turns.Turn;

/// What a group's budget is spent on.
class GroupBudgetTest {
  private static final Place TOPIC = new Place("-5", "9");
  private static final Duration SHORT = Duration.ofSeconds(30);

  private static Limits group(int operations, Duration period) {
    return new Limits(null, null, new Rate(operations, period));
  }

  private static Call edit(Place place, String message, String text) {
    return new Call.EditText(place, new Target.Known(message), Content.Text.of(text), List.of());
  }

  private static NewDelivery says(Place place, String text) {
    return NewDelivery.words(Call.Say.text(place, text)).joining("olena").about("test", 1);
  }

  /// Something is in the air in the group, so that what is owed now waits.
  private static void isBusy(PostOffice office) {
    office.line.holds("-5/busy");
    office.owe(NewDelivery.words(Call.Say.text(new Place("-5", "busy"), "busy")));
    office.calls(1);
  }

  @Test
  void edits_of_a_topic_do_not_delay_the_words_behind_them() {
    try (PostOffice office = PostOffice.open(group(1, Duration.ofSeconds(2)))) {
      isBusy(office);
      office.owe(NewDelivery.of(Priority.EDITS, edit(TOPIC, "1", "edit")));
      office.owe(NewDelivery.of(Priority.BOOKKEEPING, new Call.Pin(TOPIC, new Target.Known("1"))));
      office.owe(NewDelivery.words(Call.Say.text(TOPIC, "words")));
      office.owe(NewDelivery.of(Priority.CARDS, Call.Say.text(new Place("-5", "10"), "another's card")));
      office.line.releases("-5/busy");
      office.settles();
      assertThat(office.line.texts()).containsExactly("busy", "words", "another's card", "edit", "Pin");
    }
  }

  @Test
  void a_message_of_little_urgency_is_as_urgent_as_the_words_behind_it_so_that_messages_keep_their_order() {
    try (PostOffice office = PostOffice.open(group(1, Duration.ofSeconds(2)))) {
      isBusy(office);
      for (int i = 0; i < 3; i++) {
        office.owe(NewDelivery.of(Priority.CARDS, Call.Say.text(new Place("-5", "c" + i), "card " + i)));
      }
      office.owe(NewDelivery.of(Priority.BOOKKEEPING, Call.Say.text(TOPIC, "a note")));
      office.owe(NewDelivery.words(Call.Say.text(TOPIC, "words")));
      office.line.releases("-5/busy");
      office.settles();
      assertThat(office.line.texts()).containsExactly("busy", "a note", "words", "card 0", "card 1", "card 2");
    }
  }

  @Test
  void a_change_never_passes_the_message_it_is_about_nor_another_change_of_it() {
    try (PostOffice office = PostOffice.open(group(1, Duration.ofSeconds(2)))) {
      isBusy(office);
      DeliveryId card = office.owe(NewDelivery.of(Priority.CARDS, Call.Say.text(TOPIC, "card")));
      office.owe(NewDelivery.of(Priority.BOOKKEEPING,
          new Call.EditText(TOPIC, new Target.MadeBy(card, 0), Content.Text.of("first state"), List.of())));
      office.owe(NewDelivery.words(
          new Call.EditText(TOPIC, new Target.MadeBy(card, 0), Content.Text.of("second state"), List.of())));
      office.line.releases("-5/busy");
      office.settles();
      assertThat(office.line.texts()).containsExactly("busy", "card", "first state", "second state");
    }
  }

  @Test
  void edits_leave_room_for_somebodys_words() {
    try (PostOffice office = PostOffice.open(group(20, Duration.ofHours(1)))) {
      for (int i = 0; i < 30; i++) {
        office.owe(NewDelivery.of(Priority.EDITS, edit(new Place("-5", "t" + i), "1", "edit " + i)));
      }
      office.calls(15);
      for (int i = 0; i < 5; i++) {
        office.says("-5", "words " + i);
      }
      office.becomesTrue(() -> office.heard.size() == 5, office.line::texts);
      assertThat(office.line.calls).hasSize(20);
    }
  }

  @Test
  void what_has_waited_long_goes_on_however_much_is_written() {
    try (PostOffice office = PostOffice.open(group(1, Duration.ofSeconds(1)))) {
      isBusy(office);
      office.owe(NewDelivery.of(Priority.BOOKKEEPING, new Call.CloseTopic(new Place("-5", "old"))));
      for (int i = 0; i < 40; i++) {
        office.owe(NewDelivery.words(Call.Say.text(new Place("-5", "t" + i), "words " + i)));
      }
      office.time.setWall(Duration.ofMinutes(2));
      office.line.releases("-5/busy");
      office.settles();
      assertThat(office.line.texts().indexOf("CloseTopic")).isBetween(1, 10);
    }
  }

  @Test
  void an_edit_that_waits_is_replaced_by_a_newer_one_also_after_a_restart() {
    try (PostOffice office = PostOffice.closed(group(1, Duration.ofSeconds(1)))) {
      office.owe(NewDelivery.of(Priority.EDITS, edit(TOPIC, "1", "old")).replacing("card:1"));
      office.restart();
      office.becomesTrue(() -> office.line.texts().equals(List.of("old")), office.line::texts);
      office.settles();
      office.line.answers("-5/9", new Outcome.Later(SHORT));
      office.owe(NewDelivery.of(Priority.EDITS, edit(TOPIC, "1", "throttled")).replacing("card:1"));
      office.calls(2);
      office.restart();
      office.owe(NewDelivery.of(Priority.EDITS, edit(TOPIC, "1", "newest")).replacing("card:1"));
      office.settles();
      assertThat(office.line.texts().getLast()).isEqualTo("newest");
      assertThat(office.states()).last().isEqualTo("sent");
    }
  }

  @Test
  void texts_of_one_author_that_waited_are_told_in_one_message_and_each_is_heard_of() {
    try (PostOffice office = PostOffice.open(group(1, SHORT))) {
      isBusy(office);
      office.owe(NewDelivery.words(new Call.Say(TOPIC,
          new Content.Text("жирный", List.of(new Span("bold", 0, 6, null))),
          null, List.of())).joining("olena").about("test", 1));
      office.owe(says(TOPIC, "два"));
      office.owe(NewDelivery.words(new Call.Say(TOPIC,
          new Content.Text("курсив", List.of(new Span("italic", 0, 6, null))),
          null, List.of())).joining("olena").about("test", 3));
      office.time.setWall(Joining.AFTER);
      office.line.releases("-5/busy");
      office.settles();
      assertThat(office.line.texts()).containsExactly("busy", "жирный\nдва\nкурсив");
      assertThat(((Content.Text) ((Call.Say) office.line.calls.getLast()).content()).spans()).containsExactly(
          new Span("bold", 0, 6, null), new Span("italic", 11, 6, null));
      assertThat(office.heard).extracting(done -> done.subject().id()).containsExactly(1L, 1L, 3L);
      assertThat(office.heard).extracting(SettledDelivery::outcome).containsOnly(new Outcome.Sent(List.of("m2")));
      assertThat(office.states()).containsOnly("sent");
    }
  }

  @Test
  void who_waited_but_a_moment_is_told_alone() {
    try (PostOffice office = PostOffice.open(group(3, SHORT))) {
      isBusy(office);
      office.line.holds("-5/9");
      office.owe(says(TOPIC, "один"));
      office.calls(2);
      office.owe(says(TOPIC, "два"));
      office.owe(says(TOPIC, "три"));
      office.line.releases("-5/9");
      office.line.releases("-5/busy");
      office.settles();
      assertThat(office.line.texts()).containsExactly("busy", "один", "два", "три");
    }
  }

  @Test
  void only_plain_texts_of_the_same_author_and_with_the_same_reply_are_joined() {
    try (PostOffice office = PostOffice.open(group(1, Duration.ofSeconds(1)))) {
      isBusy(office);
      office.owe(says(TOPIC, "один"));
      office.owe(NewDelivery.words(Call.Say.text(TOPIC, "другой автор")).joining("timur"));
      office.owe(says(TOPIC, "два"));
      office.owe(NewDelivery.words(Call.Say.text(TOPIC, "ничей")));
      office.owe(says(TOPIC, "три"));
      office.owe(NewDelivery.words(new Call.Say(TOPIC, Content.Text.of("ответ"), new Target.Known("5"), List.of()))
          .joining("olena"));
      office.owe(NewDelivery.words(new Call.Say(TOPIC, Content.Text.of("тоже ответ"), new Target.Known("5"), List.of()))
          .joining("olena"));
      office.owe(NewDelivery.words(new Call.Say(TOPIC, Content.Text.of("с клавишами"), null, List.of(),
          new Keys.Gone()))
          .joining("olena"));
      office.owe(says(TOPIC, "а".repeat(4000)));
      office.owe(says(TOPIC, "б".repeat(96)));
      office.time.setWall(Joining.AFTER);
      office.line.releases("-5/busy");
      office.settles();
      assertThat(office.line.texts()).containsExactly("busy", "один", "другой автор", "два", "ничей", "три",
          "ответ\nтоже ответ", "с клавишами", "а".repeat(4000), "б".repeat(96));
    }
  }

  @Test
  void a_text_whose_change_waits_already_is_told_alone() {
    try (PostOffice office = PostOffice.open(group(1, Duration.ofSeconds(1)))) {
      isBusy(office);
      DeliveryId changed = office.owe(says(TOPIC, "один"));
      office.owe(NewDelivery.of(Priority.EDITS,
          new Call.EditText(TOPIC, new Target.MadeBy(changed, 0), Content.Text.of("один!"), List.of())));
      office.owe(says(TOPIC, "два"));
      office.owe(says(TOPIC, "три"));
      office.time.setWall(Joining.AFTER);
      office.line.releases("-5/busy");
      office.settles();
      assertThat(office.line.texts()).containsExactly("busy", "один", "два\nтри", "один!");
    }
  }

  @Test
  void a_change_that_knew_of_one_text_does_not_wipe_out_those_it_was_joined_with() {
    try (PostOffice office = PostOffice.open(group(1, Duration.ofSeconds(1)))) {
      isBusy(office);
      office.line.holds("-5/9");
      DeliveryId one = office.owe(says(TOPIC, "один"));
      office.owe(says(TOPIC, "два"));
      office.time.setWall(Joining.AFTER);
      office.line.releases("-5/busy");
      office.calls(2);
      office.owe(NewDelivery.of(Priority.EDITS,
          new Call.EditText(TOPIC, new Target.MadeBy(one, 0), Content.Text.of("один!"), List.of())).about("test", 7));
      office.line.releases("-5/9");
      office.settles();
      assertThat(office.line.texts()).containsExactly("busy", "один\nдва");
      assertThat(office.heard.getLast().outcome()).isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void where_there_are_no_limits_nothing_is_joined() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers("-5/9", new Outcome.Down("502"));
      office.owe(says(TOPIC, "один"));
      office.owe(says(TOPIC, "два"));
      office.time.setWall(Joining.AFTER);
      office.settles();
      assertThat(office.line.texts()).containsExactly("один", "один", "два");
    }
  }

  @Test
  void joined_texts_whose_outcome_is_not_recorded_are_all_told_again_after_a_restart() {
    try (PostOffice office = PostOffice.closed(group(1, Duration.ofSeconds(1)))) {
      IntStream.range(0, 4).forEach(i -> office.owe(says(TOPIC, "w" + i)));
      office.time.setWall(Joining.AFTER);
      office.line.answers("-5/9", new Outcome.Unknown("the line broke"));
      office.deliveryLifecycle.start();
      office.calls(1);
      office.owe(says(TOPIC, "w4"));
      office.restart();
      office.settles();
      assertThat(office.line.texts()).containsExactly("w0\nw1\nw2\nw3", "w0\nw1\nw2\nw3\nw4");
      assertThat(office.states()).containsOnly("sent");
      assertThat(office.heard).hasSize(5);
    }
  }

  @Test
  void texts_that_are_refused_together_are_told_one_by_one() {
    try (PostOffice office = PostOffice.open(group(1, Duration.ofSeconds(1)))) {
      isBusy(office);
      List.of("один", "два", "три").forEach(text -> office.owe(says(TOPIC, text)));
      office.time.setWall(Joining.AFTER);
      office.line.answers("-5/9", Outcome.Refused.because(Refusal.NOT_ACCEPTED, "odd entities"));
      office.line.releases("-5/busy");
      office.settles();
      assertThat(office.line.texts()).containsExactly("busy", "один\nдва\nтри", "один", "два", "три");
    }
  }

  @Test
  void one_that_is_taken_back_while_they_are_in_the_air_harms_none_of_the_others() {
    try (PostOffice office = PostOffice.open(group(1, Duration.ofSeconds(1)))) {
      isBusy(office);
      office.line.holds("-5/9");
      office.owe(says(TOPIC, "один"));
      DeliveryId unnecessary = office.owe(says(TOPIC, "два"));
      office.owe(says(TOPIC, "три"));
      office.time.setWall(Joining.AFTER);
      office.line.releases("-5/busy");
      office.calls(2);
      office.database.writeNow(tx -> {
        office.deliveries.drop(Turn.of(tx, office.channel), unnecessary);
        return null;
      });
      office.line.releases("-5/9");
      office.settles();
      assertThat(office.states()).containsExactly("sent", "sent", "dropped", "sent");
      assertThat(office.heard).hasSize(2);
    }
  }

  @Test
  void a_listener_with_a_fault_harms_none_of_the_others() {
    try (PostOffice office = PostOffice.open(group(1, Duration.ofSeconds(1)))) {
      isBusy(office);
      office.listening = (tx, done) -> {
        if (done.subject().id() == 2) {
          throw new IllegalStateException("a listener with a fault");
        }
      };
      for (int i = 1; i <= 3; i++) {
        office.owe(NewDelivery.words(Call.Say.text(TOPIC, "w" + i)).joining("olena").about("test", i));
      }
      List<String> told = new ArrayList<>(List.of("busy", "w1\nw2\nw3"));
      office.time.setWall(Joining.AFTER);
      office.line.releases("-5/busy");
      office.settles();
      assertThat(office.line.texts()).isEqualTo(told);
      assertThat(office.states()).containsExactly("sent", "sent", "unheard", "sent");
      assertThat(office.heard).extracting(done -> done.subject().id()).containsExactly(1L, 3L);
    }
  }

  @Test
  void a_mark_that_is_refused_for_now_holds_up_no_words() {
    try (PostOffice office = PostOffice.open(group(20, Duration.ofHours(1)))) {
      office.line.answers("-5/9", new Outcome.Later(Duration.ofHours(1)));
      office.owe(NewDelivery.words(new Call.React(TOPIC, new Target.Known("1"), "👌")));
      office.calls(1);
      String lane = office.rows("lane").getFirst();
      office.becomesTrue(() -> !office.dispatchers.of(office.channel).isUnderWay(lane), () -> lane);
      office.owe(NewDelivery.words(new Call.React(TOPIC, new Target.Known("2"), "👌")));
      office.owe(NewDelivery.words(Call.Say.text(TOPIC, "words")).about("test", 1));
      office.becomesTrue(() -> office.heard.size() == 1, office.line::texts);
      assertThat(office.line.texts()).containsExactly("React", "words");
    }
  }
}
