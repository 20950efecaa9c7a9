package otklik.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.kernel.Eventually;
import otklik.standing.Trouble.Kind;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;
import otklik.workspaces.TestChannels;

@ParameterizedClass
@EachDatabase
class TroublesTest {
  @Parameter TestDatabases databases;
  private Address address;
  private Database database;
  private Channels channels;
  private Channel acme;
  private TestTroubles troubles;
  private final List<String> told = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() {
    address = databases.ready();
    database = TestDatabases.open(address);
    channels = TestChannels.in(database, address, "acme", "globex");
    acme = channels.all().iterator().next();
    troubles = remembered();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private TestTroubles remembered() {
    return TestTroubles.in(database, channels, List.of(new TroubleWatch() {
      @Override
      public void began(Turn turn, Trouble trouble) {
        turn.afterCommit(() -> told.add(turn.channel().label() + " began " + trouble.kind().word() + trouble.chat()));
      }

      @Override
      public void ended(Turn turn, Trouble trouble) {
        turn.afterCommit(() -> told.add(turn.channel().label() + " ended " + trouble.kind().word() + trouble.chat()));
      }
    }));
  }

  private static void atOnce(Runnable thing) {
    CompletableFuture.allOf(IntStream.range(0, 8).mapToObj(i -> CompletableFuture.runAsync(thing))
        .toArray(CompletableFuture[]::new)).join();
  }

  private void writes(Kind kind, boolean begins) {
    database.writeNow(tx -> {
      if (begins) {
        troubles.reports().begin(Turn.of(tx, acme), kind, "-5", "no");
      } else {
        troubles.reports().end(Turn.of(tx, acme), Set.of(kind), "-5");
      }
      return null;
    });
  }

  @Test
  void however_many_meet_it_at_once_it_begins_once_and_ends_once() {
    atOnce(() -> writes(Kind.MUTED, true));
    assertThat(told).containsExactly("acme/desk began muted-5");
    atOnce(() -> writes(Kind.MUTED, false));
    assertThat(told).containsExactly("acme/desk began muted-5", "acme/desk ended muted-5");
    writes(Kind.MUTED, true);
    assertThat(told).hasSize(3);
    assertThat(troubles.known().of(acme)).hasSize(1);
  }

  @Test
  void what_another_trouble_hides_is_not_told_though_the_two_were_met_at_once() {
    TroubleReports met = troubles.reports();
    troubles = remembered();
    writes(Kind.NOT_ADMIN, true);
    met.met(acme, Kind.NO_RIGHT_TO_PIN, "-5", "no");
    writes(Kind.NO_TOPICS, true);
    assertThat(told).containsExactly("acme/desk began not-admin-5", "acme/desk began no-topics-5");
  }

  @Test
  void each_kind_and_group_goes_on_for_itself_and_no_workspace_sees_anothers() {
    writes(Kind.MUTED, true);
    writes(Kind.NO_TOPICS, true);
    writes(Kind.MUTED, false);
    assertThat(troubles.known().of(acme)).extracting(Trouble::kind).containsExactly(Kind.NO_TOPICS);
    assertThat(channels.all().stream().filter(channel -> channel != acme)
        .flatMap(other -> troubles.known().of(other).stream()))
        .isEmpty();
  }

  @Test
  void after_a_restart_what_goes_on_is_known_and_not_told_again() {
    writes(Kind.GROUP_LOST, true);
    troubles = remembered();
    assertThat(troubles.known().goesOn(acme, Kind.GROUP_LOST, "-5")).isTrue();
    assertThat(troubles.known().all()).extracting(one -> one.channel().label()).containsExactly("acme/desk");
    troubles.reports().met(acme, Kind.GROUP_LOST, "-5", "no");
    troubles.reports().over(acme, Kind.GROUP_LOST, "-5");
    Eventually.becomesTrue(() -> troubles.known().all().isEmpty() && told.size() == 2, told::toString);
    assertThat(told).containsExactly("acme/desk began group-lost-5", "acme/desk ended group-lost-5");
  }

  @Test
  void what_was_amiss_in_a_group_that_is_none_of_the_channels_any_more_is_forgotten_silently() {
    writes(Kind.GROUP_LOST, true);
    troubles.known().forgetElsewhere(acme, Set.of("-6"));
    assertThat(troubles.known().all()).isEmpty();
    assertThat(remembered().known().all()).isEmpty();
    assertThat(told).containsExactly("acme/desk began group-lost-5");
  }
}
