package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Limits;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Rate;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;
import otklik.standing.Trouble;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;

/// Changes that go beside what is new in a chat.
@ParameterizedClass(name = "{0}")
@EachDatabase
class BesideTest {
  private static final Place OLENA = Place.chat("7");

  @Parameter TestDatabases databases;

  private PostOffice office() {
    return PostOffice.open(databases, Limits.NONE);
  }

  private static NewDelivery edit(Place place, Target message, String text) {
    return NewDelivery.of(Priority.EDITS, new Call.EditText(place, message, Content.Text.of(text), List.of())).beside();
  }

  private static NewDelivery edit(Place place, String message, String text) {
    return edit(place, new Target.Known(message), text);
  }

  @Test
  void what_is_new_goes_to_two_hundred_people_before_anything_is_changed_and_nothing_is_lost() {
    Limits limits = new Limits(new Rate(1, Duration.ofSeconds(1)), new Rate(3, Duration.ofSeconds(3)), null);
    try (PostOffice office = PostOffice.open(databases, limits)) {
      office.line.holds("first");
      office.says("first", "spends what is granted");
      office.calls(1);
      List<String> chats = IntStream.range(1000, 1200).mapToObj(Integer::toString).toList();
      office.database.writeNow(tx -> {
        for (String chat : chats) {
          office.deliveries.owe(Turn.of(tx, office.channel),
              edit(Place.chat(chat), "5", "edit " + chat).about("test", 2));
        }
        for (String chat : chats) {
          office.deliveries.owe(Turn.of(tx, office.channel),
              NewDelivery.of(Priority.CARDS, PostOffice.say(chat, "card " + chat)).about("test", 3));
        }
        return null;
      });
      office.line.releases("first");
      office.settles();
      List<String> texts = office.line.texts();
      assertThat(texts.subList(1, 201)).isEqualTo(chats.stream().map(chat -> "card " + chat).toList());
      assertThat(texts.subList(201, 401)).isEqualTo(chats.stream().map(chat -> "edit " + chat).toList());
      assertThat(office.heard).hasSize(401);
      assertThat(office.states()).hasSize(401).containsOnly("sent");
    }
  }

  /// Of ten thousand deliveries most wait for minutes, and the net below looks at all of them meanwhile.
  @Test
  void what_has_waited_long_is_still_told_before_what_changes() {
    Limits limits = new Limits(new Rate(1, Duration.ofSeconds(1)), null, null);
    try (PostOffice office = PostOffice.open(databases, limits)) {
      office.line.holds("first");
      office.says("first", "spends what is granted");
      office.calls(1);
      List<String> chats = IntStream.range(1000, 1100).mapToObj(Integer::toString).toList();
      office.database.writeNow(tx -> {
        for (String chat : chats) {
          office.deliveries.owe(Turn.of(tx, office.channel), edit(Place.chat(chat), "5", "edit " + chat));
          office.deliveries.owe(Turn.of(tx, office.channel),
              NewDelivery.of(Priority.CARDS, PostOffice.say(chat, "card " + chat)));
        }
        return null;
      });
      office.time.setWall(Duration.ofMinutes(5));
      office.deliveryLifecycle.lookForLost();
      office.line.releases("first");
      office.settles();
      List<String> texts = office.line.texts();
      assertThat(texts.subList(1, 101)).isEqualTo(chats.stream().map(chat -> "card " + chat).toList());
      assertThat(texts.subList(101, 201)).isEqualTo(chats.stream().map(chat -> "edit " + chat).toList());
    }
  }

  @Test
  void what_was_never_offered_is_found_although_a_thousand_lanes_wait_before_it_for_long() {
    Limits limits = new Limits(new Rate(1, Duration.ofDays(1)), null, null);
    try (PostOffice office = PostOffice.open(databases, limits)) {
      office.line.holds("1");
      office.says("1", "spends what is granted");
      office.calls(1);
      office.database.writeNow(tx -> {
        for (int chat = 1000; chat < 1000 + Outbox.MOST_SUSPECTED; chat++) {
          office.deliveries.owe(Turn.of(tx, office.channel),
              NewDelivery.words(PostOffice.say(Integer.toString(chat), "waits")));
        }
        return null;
      });
      DeliveryId last = office.says("1", "waits");
      String call = office.rows("call").getLast();
      office.database.writeNow(tx -> tx.sql().execute("""
          insert into delivery (id, workspace_id, channel_id, chat, lane, priority, call, state, attempts, created_at)
          values (?, ?, ?, '9', '9', 0, ?, 'pending', 0, 0)""", last.value() + 1, office.channel.workspace().value(),
          office.channel.id().value(), call));
      office.time.setWall(Duration.ofMinutes(5));
      int before = office.dispatchers.lanes();
      office.deliveryLifecycle.lookForLost();
      office.deliveryLifecycle.lookForLost();
      office.becomesTrue(() -> office.dispatchers.lanes() == before + 1, office.dispatchers::lanes);
      office.line.releases("1");
    }
  }

  @Test
  void what_was_never_offered_is_found_although_others_wait_before_it() {
    try (PostOffice office = office()) {
      office.line.holds("7");
      office.says("7", "in the air");
      office.calls(1);
      DeliveryId waits = office.says("7", "waits");
      String call = office.rows("call").getLast().replace("waits", "lost");
      office.database.writeNow(tx -> tx.sql().execute("""
          insert into delivery (id, workspace_id, channel_id, chat, lane, priority, call, state, attempts, created_at)
          values (?, ?, ?, '7', '7', 0, ?, 'pending', 0, ?)""", waits.value() + 1, office.channel.workspace().value(),
          office.channel.id().value(), call, Instant.now().toEpochMilli()));
      office.time.setWall(Duration.ofMinutes(5));
      office.deliveryLifecycle.lookForLost();
      office.line.releases("7");
      office.settles();
      assertThat(office.line.texts()).containsExactly("in the air", "waits", "lost");
    }
  }

  @Test
  void a_change_spends_the_budget_of_its_chat() {
    try (PostOffice office = PostOffice.open(databases, new Limits(null, new Rate(1, Duration.ofHours(1)), null))) {
      office.owe(edit(OLENA, "5", "spends it").about("test", 1));
      office.settles();
      office.owe(edit(OLENA, "6", "waits an hour"));
      office.says("7", "waits too");
      office.says("8", "goes");
      office.becomesTrue(() -> office.heard.size() == 2, office.line::texts);
      assertThat(office.line.texts()).containsExactly("spends it", "goes");
    }
  }

  @Test
  void a_change_that_hangs_holds_neither_words_nor_the_change_of_another_message() {
    try (PostOffice office = office()) {
      office.line.holds("7");
      office.owe(edit(OLENA, "5", "hangs"));
      office.calls(1);
      var hanging = office.line.holdsNoMore("7");
      office.owe(edit(OLENA, "5", "waits for it"));
      office.owe(edit(OLENA, "6", "another message").about("test", 1));
      office.says("7", "words");
      office.becomesTrue(() -> office.heard.size() == 2, office.line::texts);
      assertThat(office.line.texts()).containsExactlyInAnyOrder("hangs", "another message", "words");
      hanging.countDown();
      office.settles();
      assertThat(office.line.texts()).endsWith("waits for it");
    }
  }

  @Test
  void newer_changes_of_a_message_replace_those_that_wait_and_keep_their_order_over_a_restart() {
    try (PostOffice office = office()) {
      office.line.holds("7");
      office.owe(edit(OLENA, "5", "one").replacing("card:5"));
      office.calls(1);
      for (String text : List.of("two", "three", "four")) {
        office.owe(edit(OLENA, "5", text).replacing("card:5"));
      }
      office.owe(NewDelivery.of(Priority.EDITS, new Call.Delete(OLENA, new Target.Known("5"))).beside());
      office.line.releases("7");
      office.settles();
      assertThat(office.line.texts()).containsExactly("one", "four", "Delete");
      assertThat(office.states()).containsExactly("dropped", "dropped", "dropped", "sent", "sent");

      office.deliveryLifecycle.stop();
      office.owe(edit(OLENA, "6", "five"));
      office.owe(edit(OLENA, "6", "six"));
      office.restart();
      office.settles();
      assertThat(office.line.texts()).endsWith("five", "six");
    }
  }

  @Test
  void a_message_that_is_not_known_yet_is_said_first() {
    try (PostOffice office = office()) {
      office.line.holds("7");
      DeliveryId card = office.owe(NewDelivery.of(Priority.CARDS, PostOffice.say("7", "card")));
      office.calls(1);
      office.owe(edit(OLENA, new Target.MadeBy(card, 0), "changed"));
      office.line.releases("7");
      office.settles();
      assertThat(office.line.texts()).containsExactly("card", "changed");
    }
  }

  @Test
  void only_changes_go_beside() {
    assertThatThrownBy(() -> NewDelivery.words(PostOffice.say("7", "new")).beside())
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Say");
  }

  @Test
  void where_a_place_is_gone_or_forgotten_its_changes_are_too_and_nobody_elses() {
    Place topic = new Place("-5", "7");
    try (PostOffice office = office()) {
      for (Place place : List.of(OLENA, Place.chat("77"), topic)) {
        office.owe(edit(place, "7", "done"));
      }
      office.settles();
      office.deliveryLifecycle.stop();
      for (Place place : List.of(OLENA, Place.chat("77"), new Place("7", "7"), topic)) {
        office.owe(edit(place, "8", "waits"));
      }
      office.database.writeNow(tx -> {
        office.deliveries.dropAll(Turn.of(tx, office.channel), OLENA);
        office.deliveries.dropAll(Turn.of(tx, office.channel), topic);
        return office.deliveries.erase(Turn.of(tx, office.channel), OLENA.chat(), Long.MAX_VALUE, 100);
      });
      assertThat(office.rows("chat || ' ' || lane || ' ' || state")).containsExactly("77 side/77#7 sent",
          "-5 side/-5/7#7 sent", "77 side/77#8 pending", "7 side/7/7#8 pending", "-5 side/-5/7#8 dropped");
    }
  }

  @Test
  void where_nothing_new_is_said_any_more_what_is_taken_back_there_still_goes() {
    try (PostOffice office = office()) {
      office.deliveryLifecycle.stop();
      office.owe(NewDelivery.words(Call.Say.text(OLENA, "secret")));
      office.owe(NewDelivery.words(new Call.Delete(OLENA, new Target.Known("5"))).about("test", 1));
      office.owe(edit(OLENA, "7", "of a copy"));
      office.database.writeNow(tx -> {
        office.deliveries.dropNew(Turn.of(tx, office.channel), OLENA);
        office.deliveries.dropNew(Turn.of(tx, office.channel), OLENA);
        return null;
      });
      office.restart();
      office.settles();
      assertThat(office.line.texts()).doesNotContain("secret").contains("of a copy");
      assertThat(office.rows("call")).anyMatch(call -> call.contains("delete") && call.contains("\"5\""));
      assertThat(office.rows("state")).filteredOn("sent"::equals).hasSize(2);
    }
  }

  @Test
  void in_a_group_that_is_lost_changes_wait_with_the_words_and_without_topics_they_go() {
    try (PostOffice office = office()) {
      office.line.answers("-500", Outcome.Refused.because(Refusal.CHAT_GONE, "kicked"));
      office.says("-500", "one");
      office.meets(Trouble.Kind.GROUP_LOST, "-500");
      office.owe(edit(new Place("-500", "9"), "5", "changed").about("test", 2));
      office.says("7", "elsewhere");
      office.becomesTrue(() -> office.heard.size() == 1, office.line::texts);
      assertThat(office.line.texts()).containsExactly("one", "elsewhere");
      office.troubles.reports().over(office.channel, Trouble.Kind.GROUP_LOST, "-500");
      office.settles();
      assertThat(office.line.texts()).contains("changed");
    }
    assertThat(HoldScope.TOPICS.covers(LaneName.changesAt(new Place("-500", "9")) + "5")).isFalse();
    assertThat(HoldScope.EVERYTHING.covers(LaneName.changesAt(new Place("-500", "9")) + "5")).isTrue();
  }
}
