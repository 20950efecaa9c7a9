package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.FileRef;
import otklik.channels.Limits;
import otklik.channels.MediaKind;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Rate;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;

/// What was granted before a restart still counts after it. A group is granted four operations an hour here, so what
/// waits stays where it is.
@ParameterizedClass(name = "{0}")
@EachDatabase
class SpentQuotaTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Place TOPIC = new Place("-5", "9");

  @Parameter TestDatabases databases;

  private PostOffice office;

  private void open(int helpers) {
    office = PostOffice.open(databases, new Limits(null, null, new Rate(4, HOUR)), helpers);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private static NewDelivery says(Place place, String text) {
    return NewDelivery.words(Call.Say.text(place, text)).about("test", 1);
  }

  /// Said one after another, until all of them arrived.
  private void said(String... texts) {
    List.of(texts).forEach(text -> office.owe(says(TOPIC, text)));
    office.settles();
  }

  /// So many more may be said in the group, and not one besides.
  private void onlySoManyMore(int number) {
    List<String> more = IntStream.range(0, number).mapToObj(i -> "more " + i).toList();
    more.forEach(text -> office.owe(says(TOPIC, text)));
    office.settles();
    office.owe(says(TOPIC, "waits"));
    for (String other : List.of("-6", "7")) {
      int heard = office.heard.size();
      office.says(other, "to another chat");
      office.becomesTrue(() -> office.heard.size() == heard + 1, this::all);
    }
    assertThat(all()).containsAll(more).doesNotContain("waits");
    office.becomesTrue(() -> office.dispatchers.lanes() == 1, office.dispatchers::lanes);
  }

  private List<String> all() {
    List<String> all = new ArrayList<>(office.line.texts());
    office.helpers.forEach(helper -> all.addAll(helper.texts()));
    return all;
  }

  @Test
  void a_group_whose_minute_is_used_up_waits_also_after_a_restart() {
    open(0);
    said("w1", "w2", "w3", "w4");
    office.restart();
    onlySoManyMore(0);
  }

  @Test
  void a_group_whose_minute_is_used_up_waits_also_after_a_crash_and_after_one_more() {
    open(0);
    said("w1", "w2", "w3");
    office.dies();
    said("w4");
    office.dies();
    onlySoManyMore(0);
  }

  @Test
  void what_is_over_counts_no_more() {
    open(0);
    said("w1", "w2", "w3");
    office.time.setWall(HOUR.minusMinutes(1));
    said("w4");
    office.time.setWall(HOUR.plusMinutes(1));
    office.restart();
    onlySoManyMore(3);
  }

  @Test
  void a_group_with_room_left_loses_nothing_of_it() {
    open(0);
    said("w1");
    office.restart();
    onlySoManyMore(3);
  }

  @Test
  void each_account_knows_what_it_said_itself() {
    open(1);
    said("w1", "w2", "w3", "w4", "w5", "w6", "w7");
    assertThat(office.helpers.getFirst().texts()).containsExactly("w4", "w5", "w6", "w7");
    office.restart();
    onlySoManyMore(1);
    assertThat(office.line.texts()).hasSize(6);
    assertThat(office.helpers.getFirst().texts()).hasSize(4);
  }

  @Test
  void the_account_knows_what_it_said_to_all() {
    office = PostOffice.open(databases, new Limits(new Rate(3, HOUR), new Rate(2, HOUR), null));
    office.says("7", "one");
    office.says("-5", "two");
    office.settles();
    office.restart();
    office.says("7", "three");
    office.settles();
    office.says("8", "waits");
    office.owe(NewDelivery.words(new Call.React(Place.chat("9"), new Target.Known("1"), "👌")));
    office.calls(4);
    assertThat(office.line.texts()).containsExactlyInAnyOrder("one", "two", "three", "React");
  }

  @Test
  void a_persons_chat_knows_what_was_said_there() {
    office = PostOffice.open(databases, new Limits(null, new Rate(2, HOUR), null));
    office.says("7", "one");
    office.says("7", "two");
    office.settles();
    office.restart();
    office.says("7", "waits");
    office.says("8", "goes");
    office.becomesTrue(() -> office.heard.size() == 3, office.line::texts);
    assertThat(office.line.texts()).containsExactly("one", "two", "goes");
  }

  @Test
  void a_clock_that_went_back_forgets_nothing() {
    open(0);
    office.time.setWall(Duration.ofDays(20));
    said("w1", "w2", "w3", "w4");
    office.time.setWall(Duration.ZERO);
    office.restart();
    onlySoManyMore(0);
  }

  @Test
  void a_clock_that_went_back_in_the_middle_of_a_run_forgets_nothing_either() {
    open(0);
    office.time.setWall(HOUR.multipliedBy(2));
    said("w1");
    office.time.setWall(Duration.ZERO);
    said("w2", "w3");
    office.restart();
    onlySoManyMore(1);
  }

  @Test
  void what_was_over_before_the_clock_went_back_counts_no_more() {
    open(0);
    office.time.setWall(HOUR.multipliedBy(2));
    said("w1", "w2", "w3");
    office.time.setWall(HOUR.multipliedBy(4));
    said("w4");
    office.time.setWall(Duration.ZERO);
    office.restart();
    onlySoManyMore(3);
  }

  @Test
  void texts_that_were_told_together_count_once() {
    open(0);
    office.line.holds("-5/9");
    office.owe(says(TOPIC, "w0"));
    office.calls(1);
    for (int i = 1; i <= 3; i++) {
      office.owe(NewDelivery.words(Call.Say.text(TOPIC, "w" + i)).joining("olena").about("test", i));
    }
    office.time.setWall(Joining.AFTER);
    office.line.releases("-5/9");
    office.settles();
    assertThat(office.line.texts()).containsExactly("w0", "w1\nw2\nw3");
    office.restart();
    onlySoManyMore(2);
  }

  @Test
  void an_album_counts_as_often_as_it_has_items_though_nothing_says_so_but_what_it_made() {
    open(0);
    Content.Media photo = new Content.Media(MediaKind.PHOTO, new FileRef("F", null, null, null), "", List.of());
    office.line.answers("-5/9", new Outcome.Sent(List.of("1", "2", "3")));
    office.owe(NewDelivery.words(new Call.SayAlbum(TOPIC, List.of(photo, photo, photo), null)).about("test", 2));
    office.settles();
    assertThat(office.rows("call")).containsExactly("{}");
    office.restart();
    onlySoManyMore(1);
  }

  @Test
  void what_costs_nothing_or_was_refused_does_not_count_and_what_was_never_heard_of_does() {
    open(0);
    office.owe(NewDelivery.words(new Call.React(TOPIC, new Target.Known("1"), "👌")));
    office.owe(NewDelivery.words(new Call.AskGroup(TOPIC)));
    office.line.answers("-5/10", Outcome.Refused.because(Refusal.TOPIC_GONE, "deleted"),
        Outcome.Refused.because(Refusal.TOPIC_GONE, "deleted"), new Outcome.Sent(List.of("5")));
    office.owe(says(new Place("-5", "10"), "refused"));
    office.settles();
    office.listening = (tx, done) -> {
      throw new IllegalStateException("a listener with a fault");
    };
    office.owe(says(new Place("-5", "10"), "refused and not heard of"));
    office.owe(says(new Place("-5", "10"), "not heard of"));
    office.settles();
    office.listening = (tx, done) -> {};
    assertThat(office.states()).containsExactlyInAnyOrder("sent", "answered", "refused", "unheard", "unheard");
    office.database.writeNow(tx -> {
      office.deliveries.eraseWords(Turn.of(tx, office.channel), TOPIC, 100);
      return null;
    });
    office.restart();
    onlySoManyMore(3);
  }

  @Test
  void what_arrived_after_it_had_been_taken_back_counts() {
    open(0);
    office.line.holds("-5/9");
    DeliveryId inTheAir = office.owe(says(TOPIC, "in the air"));
    office.calls(1);
    DeliveryId waits = office.owe(says(TOPIC, "never said"));
    office.database.writeNow(tx -> {
      office.deliveries.drop(Turn.of(tx, office.channel), List.of(inTheAir, waits));
      return null;
    });
    office.line.releases("-5/9");
    office.settles();
    assertThat(office.states()).containsExactly("dropped", "dropped");
    office.restart();
    onlySoManyMore(3);
  }

  @Test
  void an_opening_of_which_it_is_not_known_whether_it_was_made_counts_for_all_who_may_have_made_it() {
    office = PostOffice.open(databases, new Limits(null, null, new Rate(1, HOUR)), 1);
    office.line.answers("-5", new Outcome.Unknown("the line broke"));
    office.owe(NewDelivery.of(Priority.CARDS, new Call.OpenTopic(Place.chat("-5"), "#0001")));
    office.becomesTrue(() -> all().size() == 1, this::all);
    office.restart();
    office.owe(says(TOPIC, "waits"));
    office.says("-6", "goes");
    office.says("7", "goes too");
    office.becomesTrue(() -> office.heard.size() == 2, this::all);
    assertThat(all()).containsExactlyInAnyOrder("#0001", "goes", "goes too");
  }

  @Test
  void of_chats_without_limits_nothing_is_remembered() {
    office = PostOffice.open(databases, new Limits(new Rate(3, HOUR), null, null));
    office.says("-5", "one");
    office.settles();
    office.restart();
    assertThat(office.dispatchers.all()).isEmpty();
  }

  @Test
  void how_much_of_what_is_granted_is_used_is_known_after_a_restart() {
    office = PostOffice.open(databases, new Limits(null, null, new Rate(4, Duration.ofMinutes(1))));
    said("w1", "w2", "w3");
    office.restart();
    assertThat(office.dispatchers.all()).singleElement().satisfies(load ->
        assertThat(load.used()).isEqualTo(0.25));
  }
}
