package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.channels.Call;
import otklik.channels.Limits;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;

/// However much is owed, only so much of it is in memory, all of it goes out, and nothing that waits for somebody keeps
/// the rest from going.
@ParameterizedClass
@EachDatabase
class LeftOutTest {
  /// What a channel may hold at least, however little memory there is.
  private static final int LEAST = 200;
  private static final int CHATS = 500;
  private static final String GROUP = "-500";

  @Parameter
  TestDatabases databases;

  private PostOffice small() {
    PostOffice office = PostOffice.closed(databases, Limits.NONE);
    office.heap.most = 1;
    office.restart();
    return office;
  }

  private static void owe(PostOffice office, List<NewDelivery> all) {
    office.database.writeNow(tx -> {
      for (NewDelivery owed : all) {
        office.deliveries.owe(Turn.of(tx, office.channel), owed);
      }
      return null;
    });
  }

  private static NewDelivery words(String place, String text) {
    return NewDelivery.words(Call.Say.text(Place.read(place), text)).about("test", 1);
  }

  @Test
  void what_does_not_fit_waits_on_disk_and_goes_out_in_its_order() {
    try (PostOffice office = small()) {
      List<NewDelivery> owed = new ArrayList<>();
      for (int i = 1; i <= 3; i++) {
        for (int chat = 0; chat < CHATS; chat++) {
          owed.add(words("c" + chat, "" + i));
        }
      }
      owe(office, owed);
      assertThat(office.dispatchers.inMemory()).isLessThan(2 * LEAST);
      office.calls(3 * CHATS);
      office.settles();
      for (int chat = 0; chat < CHATS; chat++) {
        assertThat(office.line.textsAt("c" + chat)).containsExactly("1", "2", "3");
      }
      assertThat(office.states()).hasSize(3 * CHATS).containsOnly("sent");
    }
  }

  @Test
  void what_was_left_on_disk_goes_before_what_is_owed_there_when_there_is_room_again() {
    try (PostOffice office = small()) {
      List<NewDelivery> owed = new ArrayList<>();
      for (int chat = 0; chat < LEAST; chat++) {
        office.line.holds("c" + chat);
        owed.add(words("c" + chat, "held"));
      }
      owe(office, owed);
      owe(office, List.of(words("late", "1")));
      office.line.releases("c0");
      office.becomesTrue(() -> office.dispatchers.inMemory() < LEAST, office::states);
      owe(office, List.of(words("late", "2")));
      office.becomesTrue(() -> office.line.textsAt("late").size() == 2, office.line::texts);
      assertThat(office.line.textsAt("late")).containsExactly("1", "2");
      for (int chat = 1; chat < LEAST; chat++) {
        office.line.releases("c" + chat);
      }
      office.settles();
    }
  }

  @Test
  void a_group_that_waits_to_be_mended_leaves_room_for_everybody_else() {
    try (PostOffice office = small()) {
      office.line.answersAlways(GROUP, Outcome.Refused.because(Refusal.CHAT_GONE, "kicked"));
      List<NewDelivery> owed = new ArrayList<>();
      for (int topic = 1; topic <= CHATS; topic++) {
        owed.add(words(GROUP + "/" + topic, "lost"));
      }
      owe(office, owed);
      owed.clear();
      for (int chat = 0; chat < CHATS; chat++) {
        owed.add(words("c" + chat, "heard"));
      }
      owe(office, owed);
      office.becomesTrue(() -> office.line.texts().stream().filter("heard"::equals).count() == CHATS, office.line::texts);

      office.line.answersAsUsual(GROUP);
      office.dispatchers.of(office.channel).mended();
      office.becomesTrue(() -> office.states().stream().allMatch("sent"::equals), office::states);
    }
  }

  @Test
  void after_a_start_words_come_first_however_much_else_has_waited_longer() {
    try (PostOffice office = PostOffice.closed(databases, Limits.NONE)) {
      List<NewDelivery> owed = new ArrayList<>();
      for (int chat = 0; chat < CHATS; chat++) {
        owed.add(NewDelivery.of(Priority.BOOKKEEPING, Call.Say.text(Place.chat("c" + chat), "later")).about("test", 1));
      }
      owed.add(words("d", "now"));
      owe(office, owed);
      office.heap.most = 1;
      office.restart();
      office.calls(CHATS + 1);
      assertThat(office.line.texts().indexOf("now")).isLessThan(LEAST);
      office.settles();
    }
  }
}
