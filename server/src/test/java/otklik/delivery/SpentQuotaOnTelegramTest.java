package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Door;
import otklik.channels.Incoming;
import otklik.channels.Inspection;
import otklik.channels.Limits;
import otklik.channels.Line;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Rate;
import otklik.channels.Target;
import otklik.channels.telegram.TestTelegram;
import otklik.kernel.DeliveryId;
import otklik.kernel.TestTime;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import playground.Bot;
import playground.Group;
import playground.Message;
import playground.Options;
import playground.Playground;

/// A restart in the middle of what Telegram counts.
@ParameterizedClass(name = "{0}")
@EachDatabase
class SpentQuotaOnTelegramTest {
  private static final List<String> TOKENS = List.of("8000001:TESTTESTTESTTESTTESTTESTTESTTESTTES",
      "8000002:TESTTESTTESTTESTTESTTESTTESTTESTTES");

  @Parameter TestDatabases databases;

  private Playground playground;
  private final List<Bot> bots = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private PostOffice office;

  private void opens(int accounts, Limits limits) {
    TestTime time = new TestTime();
    playground = Playground.start(Options.defaults().limits(true).time(time));
    for (int i = 0; i < accounts; i++) {
      bots.add(playground.bot(TOKENS.get(i), "help" + i + "_bot"));
      lines.add(new Limited(TestTelegram.line(playground.apiUrl(), TOKENS.get(i), time), limits));
    }
    office = PostOffice.open(databases, time, lines.toArray(Line[]::new));
  }

  @AfterEach
  void close() {
    office.close();
    lines.forEach(Line::close);
    playground.close();
  }

  private Group group() {
    Group group = playground.supergroup(-1_009_000_000_001L, "Тбилиси");
    bots.forEach(group::promote);
    return group;
  }

  private static Limits twentyInAGroup() {
    return new Limits(null, null, new Rate(20, Duration.ofMinutes(1)));
  }

  private void say(Group group, int from, int to) {
    IntStream.range(from, to).forEach(i -> office.says(Long.toString(group.id()), "слово " + i));
  }

  private void everythingArrivedAndNothingWasRefused(Group group, int number) {
    assertThat(group.history()).extracting(Message::text).containsSubsequence(
        IntStream.range(0, number).mapToObj(i -> "слово " + i).toList());
    assertThat(playground.refusedForFlood()).isZero();
    assertThat(office.states()).containsOnly("sent");
  }

  @Test
  void a_group_whose_minute_is_used_up_hears_the_rest_when_it_is_over_and_nothing_is_refused() {
    opens(1, twentyInAGroup());
    Group group = group();
    DeliveryId first = office.says(Long.toString(group.id()), "начало");
    say(group, 0, 16);
    for (String text : List.of("начало дня", "начало месяца")) {
      office.owe(NewDelivery.words(new Call.EditText(Place.chat(Long.toString(group.id())), new Target.MadeBy(first, 0),
          Content.Text.of(text), List.of())));
    }
    office.settles();
    office.restart();
    say(group, 16, 30);
    office.restart();
    say(group, 30, 45);
    office.settles();
    everythingArrivedAndNothingWasRefused(group, 45);
  }

  @Test
  void a_helper_whose_minute_is_used_up_waits_too() {
    opens(2, twentyInAGroup());
    Group group = group();
    say(group, 0, 38);
    office.settles();
    office.restart();
    say(group, 38, 70);
    office.settles();
    everythingArrivedAndNothingWasRefused(group, 70);
    assertThat(playground.calls()).extracting(call -> call.status()).containsOnly(200);
  }

  @Test
  void an_account_whose_second_is_used_up_goes_on_when_it_is_over() {
    opens(1, new Limits(new Rate(28, Duration.ofSeconds(1)), null, null));
    List<Long> people = IntStream.range(0, 84).mapToObj(i -> 6000L + i).toList();
    people.forEach(id -> playground.user(id, "P" + id, null, null, "ru").inPrivate(bots.getFirst()).starts());
    for (int from = 0; from < 84; from += 28) {
      people.subList(from, from + 28).forEach(id -> office.says(Long.toString(id), "Здравствуйте"));
      office.settles();
      office.restart();
    }
    assertThat(office.states()).hasSize(84).containsOnly("sent");
    assertThat(playground.refusedForFlood()).isZero();
  }

  /// Telegram's line with other limits than it knows of.
  private record Limited(Line line, Limits limits) implements Line {
    @Override
    public Outcome call(Call call) throws InterruptedException {
      return line.call(call);
    }

    @Override
    public int cost(Call call) {
      return line.cost(call);
    }

    @Override
    public boolean isForAnyone(Call call) {
      return line.isForAnyone(call);
    }

    @Override
    public boolean isGroup(String chat) {
      return line.isGroup(chat);
    }

    @Override
    public String self() {
      return line.self();
    }

    @Override
    public Incoming read(String raw) {
      return line.read(raw);
    }

    @Override
    public void receive(Door door) {
      line.receive(door);
    }

    @Override
    public Inspection inspection() {
      return line.inspection();
    }

    @Override
    public @Nullable String address() {
      return line.address();
    }

    @Override
    public void close() {
      line.close();
    }
  }
}
