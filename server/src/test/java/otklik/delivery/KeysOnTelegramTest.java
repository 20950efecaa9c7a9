package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Keys;
import otklik.channels.Line;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.channels.telegram.TestTelegram;
import otklik.kernel.DeliveryId;
import otklik.kernel.TestTime;
import otklik.storage.TestDatabases;
import playground.Bot;
import playground.Options;
import playground.Playground;
import playground.PrivateHands;

/// Keys below a chat, from the delivery into a person's hands and back.
class KeysOnTelegramTest {
  private final TestTime time = new TestTime();
  private static final String TOKEN = "8000001:TESTTESTTESTTESTTESTTESTTESTTESTTES";
  private static final Place OLENA = Place.chat("6001");
  private static final Keys ALL = new Keys.Shown(
      List.of(List.of(Keys.Key.saying("Да"), Keys.Key.sharingPhone("Мой номер")),
          List.of(Keys.Key.sharingPosition("Я тут"))), false);

  private Playground playground;
  private PrivateHands olena;
  private Line line;
  private PostOffice office;

  @BeforeEach
  void open() {
    playground = Playground.start(Options.defaults().time(time));
    Bot bot = playground.bot(TOKEN, "help_bot");
    olena = playground.user(6001, "Olena", "K", "olena", "ru").inPrivate(bot);
    olena.starts();
    line = TestTelegram.line(playground.apiUrl(), TOKEN, time);
    office = PostOffice.open(TestDatabases.SQLITE, time, line);
  }

  @AfterEach
  void close() {
    office.close();
    line.close();
    playground.close();
  }

  private DeliveryId says(Keys keys) {
    DeliveryId id = office.owe(NewDelivery.words(new Call.Say(OLENA, Content.Text.of("Где вы?"), null, List.of(), keys))
        .about("test", 1));
    office.settles();
    return id;
  }

  @Test
  void a_person_presses_each_of_the_keys_until_they_are_taken_away() {
    List<Content> contents = new CopyOnWriteArrayList<>();
    line.receive(updates -> updates.forEach(update -> {
      if (update.incoming() instanceof Incoming.Said said) {
        contents.add(said.content());
      }
    }));
    says(ALL);
    assertThat(olena.keyboard()).containsExactly("Да", "Мой номер", "Я тут");
    olena.keyboard().forEach(olena::taps);
    office.becomesTrue(() -> contents.size() == 4, () -> contents);
    assertThat(contents.subList(1, 4)).satisfiesExactly(
        said -> assertThat(said).isEqualTo(Content.Text.of("Да")),
        said -> assertThat(((Content.Contact) said).own()).isTrue(),
        said -> assertThat(said).isInstanceOf(Content.Location.class));
    says(null);
    assertThat(olena.keyboard()).hasSize(3);
    says(new Keys.Gone());
    assertThat(olena.keyboard()).isEmpty();
    assertThat(office.states()).containsOnly("sent");
  }

  @Test
  void keys_that_waited_for_a_restart_are_shown_after_it() {
    office.deliveryLifecycle.stop();
    office.owe(NewDelivery.words(new Call.Say(OLENA, Content.Text.of("Где вы?"), null, List.of(), ALL)));
    office.restart();
    office.settles();
    assertThat(olena.keyboard()).hasSize(3);
  }

  @Test
  void a_message_that_brought_keys_is_not_edited_any_more() {
    DeliveryId question = says(ALL);
    office.owe(NewDelivery.of(Priority.EDITS, new Call.EditText(OLENA, new Target.MadeBy(question, 0),
        Content.Text.of("Где вы были?"), List.of())).about("test", 2));
    office.settles();
    assertThat(((Outcome.Refused) office.heard.getLast().outcome()).why()).isEqualTo(Refusal.MESSAGE_FIXED);
  }
}
