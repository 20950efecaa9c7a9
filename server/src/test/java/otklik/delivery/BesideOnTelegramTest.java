package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Line;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.channels.telegram.TestTelegram;
import otklik.kernel.TestTime;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;
import playground.Bot;
import playground.Message;
import playground.Options;
import playground.Playground;
import playground.PrivateHands;

/// Two hundred people, whose cards change while something new is told to all of them, within Telegram's limits.
class BesideOnTelegramTest {
  private final TestTime time = new TestTime();
  private static final String TOKEN = "8000001:TESTTESTTESTTESTTESTTESTTESTTESTTES";
  private static final int PEOPLE = 200;
  /// What Telegram's line lets begin in a second.
  private static final int AT_ONCE = 28;

  @Test
  void what_is_new_is_told_to_all_before_anything_is_changed() throws Exception {
    try (Playground playground = Playground.start(Options.defaults().limits(false).time(time))) {
      Bot bot = playground.bot(TOKEN, "help_bot");
      Line line = TestTelegram.line(playground.apiUrl(), TOKEN, time);
      Map<PrivateHands, String> cards = new LinkedHashMap<>();
      for (int i = 0; i < PEOPLE; i++) {
        PrivateHands person = playground.user(6000 + i, "P" + i, null, null, "ru").inPrivate(bot);
        person.starts();
        Outcome shown = line.call(PostOffice.say(Integer.toString(6000 + i), "card"));
        cards.put(person, ((Outcome.Sent) shown).ids().getFirst());
      }
      for (int i = 0; i < AT_ONCE; i++) {
        PrivateHands filler = playground.user(9000 + i, "F" + i, null, null, "ru").inPrivate(bot);
        filler.starts();
      }
      playground.forgetCalls();
      playground.limits(true);

      try (PostOffice office = PostOffice.open(TestDatabases.SQLITE, time, line)) {
        office.database.writeNow(tx -> {
          for (int i = 0; i < AT_ONCE; i++) {
            office.deliveries.owe(Turn.of(tx, office.channel),
                NewDelivery.words(PostOffice.say(Integer.toString(9000 + i), "first")));
          }
          int person = 6000;
          for (String card : cards.values()) {
            Place chat = Place.chat(Integer.toString(person++));
            office.deliveries.owe(Turn.of(tx, office.channel), NewDelivery.of(Priority.EDITS, new Call.EditText(chat,
                new Target.Known(card), Content.Text.of("changed"), List.of())).beside());
            office.deliveries.owe(Turn.of(tx, office.channel),
                NewDelivery.of(Priority.CARDS, PostOffice.say(chat.chat(), "new")));
          }
          return null;
        });
        office.settles();
        assertThat(office.states()).hasSize(AT_ONCE + 2 * PEOPLE).containsOnly("sent");
      }
      line.close();
      List<String> methods = playground.calls().stream().map(call -> call.method()).toList();
      assertThat(methods).hasSize(AT_ONCE + 2 * PEOPLE);
      // Those of the last second may pass each other in the air.
      assertThat(methods.subList(0, AT_ONCE + PEOPLE - AT_ONCE)).containsOnly("sendmessage");
      assertThat(playground.refusedForFlood()).isZero();
      cards.keySet().forEach(person ->
          assertThat(person.messages()).extracting(Message::text).endsWith("changed", "new"));
    }
  }
}
