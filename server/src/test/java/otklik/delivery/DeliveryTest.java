package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Limits;
import otklik.channels.MessageRef;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Rate;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;
import otklik.turns.Turn;

class DeliveryTest {
  private static final Outcome.Unknown UNKNOWN = new Outcome.Unknown("the line broke");
  private static final Outcome.Down DOWN = new Outcome.Down("502");

  @Test
  void what_is_owed_in_one_lane_is_sent_in_its_order() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      List<String> owed = IntStream.range(0, 60).mapToObj(i -> "w" + i).toList();
      owed.forEach(text -> office.says("7", text));
      office.settles();
      assertThat(office.line.texts()).isEqualTo(owed);
      assertThat(office.states()).containsOnly("sent");
      assertThat(office.heard).hasSize(60).allMatch(done -> done.outcome() instanceof Outcome.Sent);
    }
  }

  @Test
  void more_than_fits_into_memory_keeps_its_order_while_more_comes() {
    try (PostOffice office = PostOffice.closed(Limits.NONE)) {
      List<String> owed = IntStream.range(0, 700).mapToObj(i -> "w" + i).toList();
      office.database.writeNow(tx -> {
        for (String text : owed.subList(0, 500)) {
          office.deliveries.owe(Turn.of(tx, office.channel), NewDelivery.words(PostOffice.say("7", text)));
        }
        return null;
      });
      office.deliveryLifecycle.start();
      owed.subList(500, 700).forEach(text -> office.says("7", text));
      office.settles();
      assertThat(office.line.texts()).isEqualTo(owed);
    }
  }

  @Test
  void a_lane_that_hangs_holds_nobody_else() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.holds("1");
      office.says("1", "hangs");
      office.calls(1);
      office.says("1", "waits for it");
      for (int chat = 2; chat <= 20; chat++) {
        office.says(Integer.toString(chat), "to " + chat);
      }
      office.becomesTrue(() -> office.heard.size() == 19, office.line::texts);
      assertThat(office.line.textsAt("1")).containsExactly("hangs");
      office.line.releases("1");
      office.settles();
      assertThat(office.line.textsAt("1")).containsExactly("hangs", "waits for it");
    }
  }

  @Test
  void when_the_budget_does_not_suffice_words_go_before_cards_before_edits_before_bookkeeping() {
    Limits limits = new Limits(null, null, new Rate(1, Duration.ofSeconds(2)));
    try (PostOffice office = PostOffice.open(limits)) {
      office.line.holds("-5/first");
      office.owe(NewDelivery.words(Call.Say.text(new Place("-5", "first"), "first")));
      office.calls(1);
      for (Priority priority : List.of(Priority.BOOKKEEPING, Priority.EDITS, Priority.CARDS, Priority.WORDS)) {
        office.owe(NewDelivery.of(priority, Call.Say.text(new Place("-5", "a " + priority), priority + " 1")));
        office.owe(NewDelivery.of(priority, Call.Say.text(new Place("-5", "b " + priority), priority + " 2")));
      }
      office.line.releases("-5/first");
      office.settles();
      assertThat(office.line.texts()).containsExactly("first", "WORDS 1", "WORDS 2", "CARDS 1", "CARDS 2", "EDITS 1",
          "EDITS 2", "BOOKKEEPING 1", "BOOKKEEPING 2");
    }
  }

  @Test
  void a_chat_whose_budget_is_spent_holds_no_other_chat() {
    Limits limits = new Limits(null, null, new Rate(1, Duration.ofHours(1)));
    try (PostOffice office = PostOffice.open(limits)) {
      office.says("-5", "spends the group's budget");
      office.says("-5", "waits an hour");
      office.says("-6", "another group");
      office.says("7", "a person");
      office.becomesTrue(() -> office.heard.size() == 3, office.line::texts);
      assertThat(office.line.texts()).doesNotContain("waits an hour");
      assertThat(office.dispatchers.lanes()).isEqualTo(1);
    }
  }

  @Test
  void an_edit_that_waits_is_replaced_by_a_newer_one() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.holds("-5/9");
      Place topic = new Place("-5", "9");
      office.owe(NewDelivery.words(Call.Say.text(topic, "in the air")));
      office.calls(1);
      for (String text : List.of("first", "second", "third")) {
        office.owe(NewDelivery.of(Priority.EDITS, edit(topic, new Target.Known("1"), text)).replacing("card:1"));
      }
      office.owe(NewDelivery.of(Priority.EDITS, edit(topic, new Target.Known("2"),
          "another card")).replacing("card:2"));
      office.line.releases("-5/9");
      office.settles();
      assertThat(office.line.texts()).containsExactly("in the air", "third", "another card");
      assertThat(office.states()).containsExactly("sent", "dropped", "dropped", "sent", "sent");
    }
  }

  @Test
  void an_edit_that_waits_in_another_topic_is_replaced_too() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.holds("-5/9");
      office.owe(NewDelivery.words(Call.Say.text(new Place("-5", "9"), "in the air")));
      office.calls(1);
      office.owe(NewDelivery.of(Priority.EDITS, edit(new Place("-5", "9"), new Target.Known("1"),
          "old")).replacing("card"));
      office.owe(NewDelivery.of(Priority.EDITS, edit(new Place("-5", "10"), new Target.Known("2"),
          "new")).replacing("card"));
      office.line.releases("-5/9");
      office.settles();
      assertThat(office.line.texts()).containsExactly("in the air", "new");
    }
  }

  @Test
  void what_was_replaced_while_it_was_in_the_air_undoes_nobody_elses_record() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      List<DeliveryId> told = new CopyOnWriteArrayList<>();
      office.listening = (tx, done) -> told.add(done.id());
      Place topic = new Place("-5", "9");
      office.line.holds("-5/9");
      office.line.holds("7");
      office.owe(NewDelivery.of(Priority.EDITS, edit(topic, new Target.Known("1"), "old")).replacing("card"));
      DeliveryId words = office.says("7", "words");
      office.calls(2);
      office.owe(NewDelivery.of(Priority.EDITS, edit(topic, new Target.Known("1"), "new")).replacing("card"));
      CountDownLatch busy = new CountDownLatch(1);
      office.database.write(tx -> {
        busy.await();
        return null;
      });
      office.line.releases("-5/9");
      office.line.releases("7");
      office.becomesTrue(() -> office.database.unfinishedWrites() == 3, office.line::texts);
      busy.countDown();
      office.settles();
      assertThat(told).containsOnlyOnce(words);
      assertThat(office.states()).containsExactly("dropped", "sent", "sent");
    }
  }

  @Test
  void what_is_taken_back_while_it_waits_is_not_sent() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.holds("7");
      office.says("7", "in the air");
      office.calls(1);
      DeliveryId unnecessary = office.says("7", "unnecessary");
      office.says("7", "last");
      office.database.writeNow(tx -> {
        office.deliveries.drop(Turn.of(tx, office.channel), unnecessary);
        return null;
      });
      office.line.releases("7");
      office.settles();
      assertThat(office.line.texts()).containsExactly("in the air", "last");
      assertThat(office.states()).containsExactly("sent", "dropped", "sent");
    }
  }

  @Test
  void what_is_taken_back_in_the_air_is_told_of_when_it_has_arrived_if_somebody_can_still_take_it_away() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      for (boolean revocable : List.of(false, true)) {
        office.revocable = revocable;
        office.line.holds("7");
        office.owe(NewDelivery.words(Call.Say.text(Place.chat("7"), "in the air")).about("test", 1));
        office.calls(revocable ? 2 : 1);
        List<MessageRef> left = office.database.writeNow(
            tx -> office.deliveries.withdraw(Turn.of(tx, office.channel), List.of(new Subject("test", 1))));
        assertThat(left).isEmpty();
        office.line.releases("7");
        office.settles();
      }
      assertThat(office.states()).containsExactly("dropped", "sent");
      assertThat(office.rows("call")).containsExactly("{}", "{}");
      assertThat(office.heard).hasSize(1);
    }
  }

  @Test
  void a_chat_that_is_asked_to_wait_waits_and_then_goes_on_in_order() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers("7", new Outcome.Later(Duration.ofSeconds(30)));
      office.says("7", "one");
      office.says("7", "two");
      office.settles();
      assertThat(office.line.texts()).containsExactly("one", "one", "two");
    }
  }

  @Test
  void a_chat_that_is_asked_to_wait_long_holds_no_other_chat() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers("7", new Outcome.Later(Duration.ofHours(1)));
      office.says("7", "throttled");
      office.calls(1);
      office.says("8", "goes");
      office.becomesTrue(() -> office.line.texts().contains("goes"), office.line::texts);
      assertThat(office.line.textsAt("7")).containsExactly("throttled");
    }
  }

  @Test
  void also_a_call_that_costs_nothing_obeys_when_it_is_asked_to_wait() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers("7", new Outcome.Later(Duration.ofHours(1)), DOWN);
      office.owe(NewDelivery.words(new Call.React(Place.chat("7"), new Target.Known("1"), "👌")));
      office.calls(1);
      for (int chat = 10; chat < 30; chat++) {
        office.says(Integer.toString(chat), "meanwhile");
      }
      office.becomesTrue(() -> office.heard.size() == 20, office.line::texts);
      assertThat(office.line.textsAt("7")).hasSize(1);
    }
  }

  @Test
  void what_got_no_answer_is_repeated_before_anything_later_of_its_lane() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers("7", DOWN, UNKNOWN, DOWN);
      office.says("7", "one");
      office.says("7", "two");
      office.says("8", "elsewhere");
      office.settles();
      assertThat(office.line.textsAt("7")).containsExactly("one", "one", "one", "one", "two");
      assertThat(office.line.textsAt("8")).containsExactly("elsewhere");
      assertThat(office.heard).hasSize(3);
    }
  }

  @Test
  void a_refusal_is_told_once_and_the_lane_goes_on() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers("7", Outcome.Refused.because(Refusal.PERSON_UNREACHABLE, "blocked"));
      office.says("7", "one");
      office.says("7", "two");
      office.settles();
      assertThat(office.line.texts()).containsExactly("one", "two");
      assertThat(office.heard).extracting(done -> done.outcome().getClass().getSimpleName())
          .containsExactly("Refused", "Sent");
      assertThat(office.states()).containsExactly("refused", "sent");
    }
  }

  @Test
  void a_message_that_an_earlier_delivery_made_is_found_when_its_turn_comes() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      Place topic = new Place("-5", "9");
      office.line.holds("-5/9");
      DeliveryId card = office.owe(NewDelivery.words(Call.Say.text(topic, "card")));
      office.owe(NewDelivery.of(Priority.EDITS, edit(topic, new Target.MadeBy(card, 0), "edited")));
      office.owe(NewDelivery.words(new Call.Say(Place.chat("7"), Content.Text.of("a reply"), new Target.MadeBy(card, 7),
          List.of())));
      office.line.releases("-5/9");
      office.settles();
      assertThat(office.line.calls).filteredOn(Call.EditText.class::isInstance).singleElement()
          .satisfies(call -> assertThat(((Call.EditText) call).message()).isIn(new Target.Known("m1"),
              new Target.Known("m2")));
      assertThat(office.line.calls).filteredOn(call -> call.place().chat().equals("7")).singleElement()
          .satisfies(call -> assertThat(((Call.Say) call).replyTo()).isNull());
    }
  }

  @Test
  void a_call_about_a_message_that_was_never_made_is_refused_without_being_made() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers("7", Outcome.Refused.because(Refusal.PERSON_UNREACHABLE, "blocked"));
      DeliveryId never = office.says("7", "never made");
      office.owe(NewDelivery.of(Priority.EDITS, edit(Place.chat("7"), new Target.MadeBy(never, 0),
          "edit")).about("test", 2));
      office.settles();
      assertThat(office.line.texts()).containsExactly("never made");
      assertThat(office.heard.getLast().outcome()).isEqualTo(
          Outcome.Refused.because(Refusal.MESSAGE_GONE, "the message was never made"));
    }
  }

  @Test
  void an_opening_of_a_topic_that_was_in_the_air_is_not_repeated_when_its_echo_came() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers("-5", UNKNOWN);
      DeliveryId opening = office.owe(NewDelivery.of(Priority.CARDS, new Call.OpenTopic(Place.chat("-5"), "#0001")));
      office.calls(1);
      office.database.writeNow(tx -> {
        office.deliveries.drop(Turn.of(tx, office.channel), opening);
        return null;
      });
      office.settles();
      assertThat(office.line.texts()).containsExactly("#0001");
    }
  }

  @Test
  void an_opening_of_a_topic_that_was_in_the_air_at_a_crash_waits_for_its_echo_before_it_is_repeated() {
    try (PostOffice office = PostOffice.closed(Limits.NONE)) {
      office.owe(NewDelivery.of(Priority.CARDS, new Call.OpenTopic(Place.chat("-5"), "#0001")));
      office.database.writeNow(tx -> tx.sql().execute("update delivery set started_at = 1 where workspace_id = ?",
          office.channel.workspace().value()));
      office.restart();
      office.says("7", "others go on");
      office.becomesTrue(() -> office.heard.size() == 1, office.line::texts);
      assertThat(office.line.texts()).containsExactly("others go on");
      office.settles();
      assertThat(office.line.texts()).containsExactly("others go on", "#0001");
    }
  }

  @Test
  void an_opening_is_not_given_up_because_the_program_ended_again_and_again_before_it_was_repeated() {
    try (PostOffice office = PostOffice.closed(Limits.NONE)) {
      office.owe(NewDelivery.of(Priority.CARDS, new Call.OpenTopic(Place.chat("-5"), "#0001"))
          .about("test", 1));
      office.database.writeNow(tx -> tx.sql().execute("update delivery set started_at = 1 where workspace_id = ?",
          office.channel.workspace().value()));
      for (int run = 1; run <= 5; run++) {
        int told = run;
        office.restart();
        office.says("7", "run " + run);
        office.becomesTrue(() -> office.line.textsAt("7").size() == told, office.line::texts);
      }
      office.settles();
      assertThat(office.line.textsAt("-5")).containsExactly("#0001");
      assertThat(office.heard).allMatch(done -> done.outcome() instanceof Outcome.Sent);
    }
  }

  @Test
  void after_a_restart_everything_that_waited_is_sent_once_and_in_order() {
    try (PostOffice office = PostOffice.closed(Limits.NONE)) {
      for (int i = 0; i < 120; i++) {
        office.says(Integer.toString(i % 3), "w" + i);
      }
      office.restart();
      office.settles();
      for (int chat = 0; chat < 3; chat++) {
        int lane = chat;
        assertThat(office.line.textsAt(Integer.toString(chat))).isEqualTo(
            IntStream.range(0, 120).filter(i -> i % 3 == lane).mapToObj(i -> "w" + i).toList());
      }
      office.restart();
      office.settles();
      assertThat(office.line.calls).hasSize(120);
    }
  }

  @Test
  void a_group_that_moved_is_followed_and_stays_known_after_a_restart() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers("-5", moved("-100"));
      office.says("-5", "one");
      office.says("-5", "two");
      office.settles();
      assertThat(office.line.textsAt("-100")).containsExactly("one", "two");
      office.restart();
      office.says("-5", "three");
      office.settles();
      assertThat(office.line.textsAt("-100")).containsExactly("one", "two", "three");
      assertThat(office.line.textsAt("-5")).containsExactly("one");
    }
  }

  @Test
  void a_group_that_moved_twice_is_known_under_each_of_its_ids() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.line.answers("-5", moved("-100"));
      office.line.answers("-100", moved("-200"));
      office.says("-5", "one");
      office.settles();
      office.restart();
      assertThat(office.movedChats.current(office.channel, "-5")).isEqualTo("-200");
      assertThat(office.movedChats.current(office.channel, "-100")).isEqualTo("-200");
    }
  }

  @Test
  void a_channel_whose_token_is_not_accepted_pauses_and_loses_nothing() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      // A probe that was in the air already may arrive and prove the token good: then it is refused once more.
      office.line.answers("7", Collections.nCopies(20,
          Outcome.Refused.because(Refusal.CHANNEL_REVOKED, "Unauthorized")).toArray(Outcome[]::new));
      office.says("7", "one");
      office.calls(1);
      office.becomesTrue(() -> pauses(office), office.line::texts);
      assertThat(office.states()).doesNotContain("refused").first().isEqualTo("pending");
      office.deliveryLifecycle.stop();
      int tried = office.line.textsAt("7").size();
      office.restart();
      office.becomesTrue(() -> office.line.textsAt("7").size() > tried, office.line::texts);
    }
  }

  /// A call to a fresh chat is not begun: it waits with the others.
  private static boolean pauses(PostOffice office) {
    int before = office.line.calls.size();
    office.says("probe " + before, "probe");
    return office.dispatchers.lanes() >= 2 && office.line.calls.size() == before && office.heard.size() < before;
  }

  @Test
  void a_listener_that_throws_does_not_hold_up_the_lane_for_good() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      AtomicInteger hearings = new AtomicInteger();
      office.listening = (tx, done) -> {
        if (FakeLine.text(done.call()).equals("one")) {
          hearings.incrementAndGet();
          throw new IllegalStateException("a listener with a fault");
        }
      };
      DeliveryId one = office.says("7", "one");
      office.owe(NewDelivery.of(Priority.EDITS, edit(Place.chat("7"), new Target.MadeBy(one, 0), "two")).about("test",
          2));
      office.settles();
      assertThat(office.line.texts()).containsExactly("one", "two");
      assertThat(hearings).hasValueGreaterThanOrEqualTo(3);
      assertThat(office.heard).hasSize(1);
      assertThat(office.states()).containsExactly("unheard", "sent");
    }
  }

  @Test
  void what_a_listener_owes_in_turn_is_sent() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      office.listening = (tx, done) -> {
        if (FakeLine.text(done.call()).equals("question")) {
          office.deliveries.owe(Turn.of(tx, office.channel), NewDelivery.words(PostOffice.say("7", "answer")));
        }
      };
      office.says("7", "question");
      office.calls(2);
      office.settles();
      assertThat(office.line.texts()).containsExactly("question", "answer");
    }
  }

  @Test
  void a_drain_waits_until_what_became_of_the_calls_in_the_air_is_durable_and_begins_nothing_new() {
    try (PostOffice office = PostOffice.open(Limits.NONE)) {
      List<String> chats = IntStream.range(0, 20).mapToObj(Integer::toString).toList();
      chats.forEach(office.line::holds);
      chats.forEach(chat -> {
        office.says(chat, "in the air to " + chat);
        office.says(chat, "waits at " + chat);
      });
      office.calls(20);
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(office.deliveryLifecycle::stop);
      office.becomesTrue(() -> !office.deliveryLifecycle.isRunning(), office.line::texts);
      chats.forEach(office.line::releases);
      stopped.join();
      assertThat(office.states().stream().filter("sent"::equals)).hasSize(20);
      List<Call> before = new ArrayList<>(office.line.calls);
      assertThat(before).hasSize(20);
      office.restart();
      office.settles();
      chats.forEach(chat -> assertThat(office.line.textsAt(chat))
          .containsExactly("in the air to " + chat, "waits at " + chat));
    }
  }

  private static Outcome moved(String to) {
    return new Outcome.Refused(Refusal.CHAT_MOVED, "upgraded", to);
  }

  private static Call edit(Place place, Target message, String text) {
    return new Call.EditText(place, message, Content.Text.of(text), List.of());
  }
}
