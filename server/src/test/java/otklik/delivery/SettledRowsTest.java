package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.channels.Call;
import otklik.channels.Limits;
import otklik.channels.MessageRef;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;
import otklik.storage.EachDatabase;
import otklik.storage.MicrosConverter;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;

/// What is done says nothing any more; what earlier versions left is found where it is to be forgotten.
@ParameterizedClass(name = "{0}")
@EachDatabase
class SettledRowsTest {
  private static final Place TOPIC = new Place("-5", "9");
  private static final String OLD = "{\"old\":\"secret\"}";

  @Parameter
  TestDatabases databases;

  private PostOffice office;

  @BeforeEach
  void open() {
    office = PostOffice.open(databases, Limits.NONE);
  }

  @AfterEach
  void close() {
    office.close();
  }

  /// As an earlier version left them.
  private void keepsWords() {
    office.database.writeNow(tx -> tx.sql().execute("update delivery set call = ? where workspace_id = ?", OLD,
        office.channel.workspace().value()));
  }

  private static NewDelivery about(long id, Place place, String text) {
    return NewDelivery.words(Call.Say.text(place, text)).about("test", id);
  }

  @Test
  void what_was_said_or_refused_keeps_no_words() {
    office.line.answers("8", Outcome.Refused.because(Refusal.PERSON_UNREACHABLE, "blocked"));
    office.says("7", "secret");
    office.says("8", "secret");
    office.settles();
    assertThat(office.rows("call")).containsExactly("{}", "{}");
    assertThat(office.heard).extracting(done -> done.call()).allMatch(call -> call.toString().contains("secret"));
  }

  @Test
  void what_is_dropped_keeps_no_words_but_whoever_drops_it_hears_them() {
    office.deliveryLifecycle.stop();
    office.owe(about(1, TOPIC, "secret"));
    List<CancelledDelivery> dropped = office.database.writeNow(tx ->
        office.deliveries.dropAll(Turn.of(tx, office.channel), TOPIC));
    assertThat(dropped).singleElement().satisfies(one -> assertThat(one.call().toString()).contains("secret"));
    assertThat(office.rows("state || ' ' || call")).containsExactly("dropped {}");
  }

  @Test
  void what_nobody_could_take_in_keeps_its_call_until_it_is_to_be_forgotten() {
    office.listening = (tx, done) -> {
      throw new IllegalStateException("a listener with a fault");
    };
    office.owe(about(1, TOPIC, "secret"));
    office.settles();
    assertThat(office.rows("state || ' ' || call")).singleElement().asString().startsWith("unheard ").contains("secret");
    office.database.writeNow(tx -> {
      office.deliveries.eraseWords(Turn.of(tx, office.channel), List.of(new Subject("test", 1)));
      return null;
    });
    assertThat(office.rows("state || ' ' || call")).containsExactly("unheard {}");
  }

  @Test
  void what_has_no_words_stays_so_that_the_next_run_knows_what_it_cost() {
    office.owe(NewDelivery.words(new Call.Delete(TOPIC, new Target.Known("5"))));
    office.settles();
    assertThat(office.rows("call")).singleElement().asString().contains("delete");
  }

  @Test
  void words_of_earlier_versions_are_erased_wherever_they_are_found() throws Exception {
    office.owe(about(1, TOPIC, "by place"));
    office.owe(about(2, Place.chat("-5"), "by subject"));
    office.owe(NewDelivery.words(Call.Say.text(Place.chat("-5"), "by key")).replacing("key"));
    office.owe(about(4, Place.chat("-6"), "somebody else's"));
    office.settles();
    keepsWords();
    List<MessageRef> left = office.database.writeNow(tx -> {
      assertThat(office.deliveries.eraseWords(Turn.of(tx, office.channel), TOPIC, 10)).isEqualTo(1);
      office.deliveries.withdrawReplaceable(Turn.of(tx, office.channel), List.of("key"));
      return office.deliveries.withdraw(Turn.of(tx, office.channel), "-5", List.of(new Subject("test", 2)));
    });
    assertThat(left).hasSize(1);
    assertThat(office.rows("call")).containsExactly("{}", "{}", "{}", OLD);
  }

  @Test
  void what_was_said_in_a_place_is_erased_in_parts() throws Exception {
    for (int i = 0; i < 5; i++) {
      office.owe(about(1, TOPIC, "secret"));
    }
    office.settles();
    keepsWords();
    List<Integer> parts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      parts.add(office.database.writeNow(tx -> office.deliveries.eraseWords(Turn.of(tx, office.channel), TOPIC, 2)));
    }
    assertThat(parts).containsExactly(2, 2, 1, 0);
    assertThat(office.rows("call")).containsOnly("{}");
  }

  @Test
  void a_chat_is_forgotten_in_parts_with_its_topics_and_what_came_later_stays() throws Exception {
    for (int i = 0; i < 3; i++) {
      office.says("7", "secret");
    }
    office.owe(about(1, new Place("7", "2"), "in a topic of theirs"));
    office.says("77", "somebody else's");
    long now = office.says("7", "later").value();
    office.settles();
    List<Integer> parts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      parts.add(office.database.writeNow(tx -> office.deliveries.erase(Turn.of(tx, office.channel), "7", now, 2)));
    }
    assertThat(parts).containsExactly(2, 2, 0);
    assertThat(office.rows("chat")).containsExactly("77", "7");
  }

  @Test
  void what_was_said_to_a_person_is_forgotten_by_its_ids_and_nobody_elses() {
    DeliveryId theirs = office.says("7", "secret");
    DeliveryId others = office.says("77", "somebody else's");
    office.settles();
    office.database.writeNow(tx -> {
      office.deliveries.erase(Turn.of(tx, office.channel), "7", Set.of(theirs, others));
      return null;
    });
    assertThat(office.rows("chat")).containsExactly("77");
  }

  @Test
  void what_was_done_long_ago_is_forgotten_in_parts_for_all_workspaces_at_once() {
    office.says("7", "lately");
    office.settles();
    long lately = Long.parseLong(office.rows("done_at").getFirst());
    office.database.writeNow(tx -> tx.sql().execute("""
        insert into delivery (id, workspace_id, channel_id, chat, lane, priority, call, state, attempts, created_at, done_at)
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 700)
        select i, case when i % 2 = 0 then cast(? as bigint) else -1 end, -1, '7', '7', 0, '{}',
               case when i = 700 then 'pending' else 'sent' end, 0, 1, 1
        from n
        """, office.channel.workspace().value()));
    SpentQuota spentQuota = new SpentQuota(office.database,
        () -> MicrosConverter.instant(lately).plus(Duration.ofDays(29)));
    assertThat(List.of(spentQuota.forget(), spentQuota.forget(), spentQuota.forget())).containsExactly(true, false,
        false);
    assertThat(office.rows("state || ' ' || chat")).containsExactly("pending 7", "sent 7");
  }
}
