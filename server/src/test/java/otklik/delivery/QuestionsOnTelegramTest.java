package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import otklik.channels.Call;
import otklik.channels.Incoming;
import otklik.channels.Line;
import otklik.channels.Member;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.channels.telegram.TestTelegram;
import otklik.kernel.TestTime;
import otklik.storage.TestDatabases;
import playground.Bot;
import playground.Fault;
import playground.Group;
import playground.Options;
import playground.Person;
import playground.Playground;

/// Questions all the way to a messenger and back.
class QuestionsOnTelegramTest {
  private final TestTime time = new TestTime();
  private static final String TOKEN = "8000001:TESTTESTTESTTESTTESTTESTTESTTESTTES";

  private Playground playground;
  private Bot bot;
  private Person olena;
  private Group group;
  private Line line;
  private PostOffice office;

  @BeforeEach
  void open() {
    playground = Playground.start(Options.defaults().time(time));
    bot = playground.bot(TOKEN, "help_bot");
    olena = playground.user(6001, "Olena", "K", "olena", "ru");
    group = playground.supergroup(-1_009_000_000_001L, "Тбилиси").add(olena).promote(bot);
    line = TestTelegram.line(playground.apiUrl(), TOKEN, time);
    office = PostOffice.open(TestDatabases.SQLITE, time, line);
  }

  @AfterEach
  void close() {
    office.close();
    line.close();
    playground.close();
  }

  private Outcome asks(String account) {
    return asks(new Call.AskMember(chat(), account));
  }

  private Place chat() {
    return Place.chat(Long.toString(group.id()));
  }

  private Outcome asks(Call question) {
    int before = office.heard.size();
    office.owe(NewDelivery.words(question).about("test", 1));
    office.settles();
    assertThat(office.heard).hasSize(before + 1);
    return office.heard.getLast().outcome();
  }

  private Member member(Person person) {
    return (Member) ((Outcome.Answered) asks(Long.toString(person.id()))).answer();
  }

  @Test
  void a_person_comes_is_muted_leaves_and_was_never_there() {
    assertThat(member(olena).present()).isTrue();
    assertThat(member(olena).name()).isEqualTo("Olena K");
    group.mute(olena);
    assertThat(member(olena).mayWrite()).isFalse();
    group.remove(olena);
    assertThat(member(olena).present()).isFalse();
    assertThat(member(playground.user(6002, "Ina", null, null, null))).isEqualTo(Member.UNKNOWN);
    assertThat(asks("424242")).isEqualTo(new Outcome.Answered(Member.UNKNOWN));
    assertThat(office.states()).containsOnly("answered");
  }

  @Test
  void a_group_says_what_it_is_called() {
    assertThat(asks(new Call.AskGroup(chat())))
        .isEqualTo(new Outcome.Answered(new otklik.channels.Group("Тбилиси", null, false)));
    group.publicAs("tbilisi_help").topics(true);
    assertThat(asks(new Call.AskGroup(chat())))
        .isEqualTo(new Outcome.Answered(new otklik.channels.Group("Тбилиси", "tbilisi_help", true)));
  }

  @Test
  void the_news_of_the_bots_standing_brings_the_groups_name() {
    group.publicAs("tbilisi_help").add(bot);
    List<Incoming.Standing> standings = new CopyOnWriteArrayList<>();
    line.receive(updates -> updates.forEach(update -> {
      if (update.incoming() instanceof Incoming.Standing standing) {
        standings.add(standing);
      }
    }));
    office.becomesTrue(() -> standings.size() == 2, () -> standings);
    assertThat(standings).extracting(Incoming.Standing::title).containsOnly("Тбилиси");
    assertThat(standings.getLast().address()).isEqualTo("tbilisi_help");
  }

  @Test
  void a_messenger_in_trouble_is_asked_until_it_answers() {
    playground.fault(Fault.of(Fault.Kind.SERVER_ERROR).forMethods("getChatMember").times(1));
    playground.fault(Fault.of(Fault.Kind.BAD_GATEWAY).forMethods("getChatMember").times(1));
    playground.fault(Fault.tooManyRequests(1).forMethods("getChatMember").times(1));
    assertThat(member(olena).present()).isTrue();
    assertThat(playground.calls("getChatMember")).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void a_bot_that_may_not_see_the_members_or_was_thrown_out_hears_a_refusal() {
    group.add(bot).hideMembers();
    assertThat(refusal()).isEqualTo(Refusal.NO_RIGHTS);
    group.kick(bot);
    assertThat(refusal()).isEqualTo(Refusal.CHAT_GONE);
    assertThat(office.rows("error")).isEqualTo(List.of("NO_RIGHTS: Bad Request: CHAT_ADMIN_REQUIRED",
        "CHAT_GONE: Forbidden: bot was kicked from the supergroup chat"));
  }

  private Refusal refusal() {
    return ((Outcome.Refused) asks("6001")).why();
  }
}
