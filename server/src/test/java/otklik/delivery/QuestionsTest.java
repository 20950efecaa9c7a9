package otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.channels.Call;
import otklik.channels.Group;
import otklik.channels.Limits;
import otklik.channels.Member;
import otklik.channels.MessageRef;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Rate;
import otklik.channels.Refusal;
import otklik.channels.Right;
import otklik.kernel.DeliveryId;
import otklik.standing.Trouble;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;

/// Questions to a messenger, and how their answers come back.
@ParameterizedClass(name = "{0}")
@EachDatabase
class QuestionsTest {
  private static final Outcome.Down DOWN = new Outcome.Down("502");
  private static final Rate ONE_AN_HOUR = new Rate(1, Duration.ofHours(1));
  /// As `TestChannels` declares it.
  private static final String OWN = "-500";

  @Parameter TestDatabases databases;

  private PostOffice office() {
    return PostOffice.open(databases, Limits.NONE);
  }

  private static DeliveryId asks(PostOffice office, String chat, String account) {
    return office.owe(NewDelivery.words(new Call.AskMember(Place.chat(chat), account)).about("test", 1));
  }

  private static List<Outcome.Settled> outcomes(PostOffice office) {
    return office.heard.stream().map(SettledDelivery::outcome).toList();
  }

  @Test
  void the_answer_is_told_in_full_and_kept_in_few_words_without_a_name() {
    Member admin = new Member("Olena K", true, true, true, true, Set.of(Right.PIN_MESSAGES));
    Member muted = new Member("Olena K", true, true, false, false, Set.of());
    Member bot = new Member("helper_bot", false, true, true, false, Set.of());
    try (PostOffice office = office()) {
      for (Member member : List.of(admin, muted, bot, Member.UNKNOWN)) {
        office.line.answers("-5", new Outcome.Answered(member));
        asks(office, "-5", "77");
        office.settles();
      }
      assertThat(outcomes(office)).containsExactly(new Outcome.Answered(admin), new Outcome.Answered(muted),
          new Outcome.Answered(bot), new Outcome.Answered(Member.UNKNOWN));
      assertThat(office.rows("state || ' ' || result")).containsExactly("answered administrator",
          "answered muted member", "answered member, a bot", "answered absent");
    }
  }

  @Test
  void a_group_is_asked_for_its_name() {
    Group tbilisi = new Group("Тбилиси", "tbilisi_help", true);
    Group batumi = new Group("Батуми", null, false);
    try (PostOffice office = office()) {
      office.line.answers("-5", new Outcome.Answered(tbilisi), new Outcome.Answered(batumi));
      for (int i = 0; i < 2; i++) {
        office.owe(NewDelivery.words(new Call.AskGroup(Place.chat("-5"))).about("test", 1));
        office.settles();
      }
      assertThat(outcomes(office)).containsExactly(new Outcome.Answered(tbilisi), new Outcome.Answered(batumi));
      assertThat(office.rows("state || ' ' || result")).containsExactly("answered group with topics",
          "answered group without topics");
    }
  }

  @Test
  void a_question_waits_for_no_budget_and_spends_none() {
    try (PostOffice office = PostOffice.open(databases, new Limits(ONE_AN_HOUR, null, ONE_AN_HOUR))) {
      asks(office, "-5", "1");
      office.settles();
      office.says("-5", "spends what is granted");
      office.settles();
      office.says("-5", "waits an hour");
      asks(office, "-5", "2");
      office.becomesTrue(() -> office.heard.size() == 3, office.line::texts);
      assertThat(office.line.texts()).containsExactly("AskMember", "spends what is granted", "AskMember");
    }
  }

  @Test
  void a_question_that_gets_no_answer_holds_neither_another_question_nor_words() {
    try (PostOffice office = office()) {
      office.line.holds("-5");
      asks(office, "-5", "1");
      office.calls(1);
      CountDownLatch hanging = office.line.holdsNoMore("-5");
      asks(office, "-5", "2");
      office.says("-5", "words");
      office.becomesTrue(() -> office.heard.size() == 2, office.line::texts);
      assertThat(office.states()).containsExactly("pending", "answered", "sent");
      hanging.countDown();
      office.settles();
      assertThat(office.states()).containsOnly("answered", "sent");
    }
  }

  @Test
  void a_question_is_repeated_until_the_messenger_is_there_and_its_answer_is_told_once() {
    try (PostOffice office = office()) {
      office.line.answers("-5", DOWN, new Outcome.Unknown("the line broke"), DOWN);
      asks(office, "-5", "77");
      office.settles();
      assertThat(office.line.calls).hasSize(4);
      assertThat(outcomes(office)).containsExactly(new Outcome.Answered(FakeLine.MEMBER));
    }
  }

  @Tag("slow")
  @Test
  void a_question_that_was_in_the_air_when_the_program_died_is_asked_again_and_answered_once() {
    try (PostOffice office = office()) {
      office.line.holds("-5");
      asks(office, "-5", "77");
      office.calls(1);
      office.dies();
      office.calls(2);
      office.line.releases("-5");
      office.settles();
      assertThat(outcomes(office)).containsExactly(new Outcome.Answered(FakeLine.MEMBER));
      office.restart();
      office.settles();
      assertThat(office.line.calls).hasSize(2);
    }
  }

  @Test
  void what_follows_from_an_answer_is_owed_in_the_transaction_that_records_it() {
    try (PostOffice office = office()) {
      office.listening = (tx, done) -> {
        if (done.outcome() instanceof Outcome.Answered(Member member)) {
          office.deliveries.owe(Turn.of(tx, office.channel),
              NewDelivery.words(PostOffice.say("7", "present: " + member.present())));
        }
      };
      asks(office, "-5", "77");
      office.calls(2);
      office.settles();
      assertThat(office.line.textsAt("7")).containsExactly("present: true");
      assertThat(office.states()).containsExactly("answered", "sent");
    }
  }

  @Test
  void a_group_that_moved_is_asked_about_under_its_new_id() {
    try (PostOffice office = office()) {
      office.line.answers("-5", new Outcome.Refused(Refusal.CHAT_MOVED, "upgraded", "-100"));
      asks(office, "-5", "77");
      office.settles();
      assertThat(office.line.calls).containsExactly(new Call.AskMember(Place.chat("-5"), "77"),
          new Call.AskMember(Place.chat("-100"), "77"));
      assertThat(office.states()).containsExactly("answered");
    }
  }

  @Test
  void whoever_asks_about_a_group_that_is_lost_hears_at_once_that_there_is_no_answer() {
    try (PostOffice office = office()) {
      office.line.answers(OWN, Outcome.Refused.because(Refusal.CHAT_GONE, "kicked"),
          Outcome.Refused.because(Refusal.NO_RIGHTS, "hidden"));
      asks(office, OWN, "77");
      office.settles();
      asks(office, OWN, "77");
      office.settles();
      assertThat(outcomes(office)).containsExactly(Outcome.Refused.because(Refusal.CHAT_GONE, "kicked"),
          Outcome.Refused.because(Refusal.NO_RIGHTS, "hidden"));
    }
  }

  @Test
  void while_the_token_is_not_accepted_a_question_waits_and_is_asked_when_it_is_again() {
    try (PostOffice office = office()) {
      office.line.answers("-5", Outcome.Refused.because(Refusal.CHANNEL_REVOKED, "Unauthorized"));
      asks(office, "-5", "77");
      office.meets(Trouble.Kind.REVOKED, "-5");
      assertThat(office.states()).containsExactly("pending");
      office.troubles.reports().over(office.channel, Trouble.Kind.REVOKED, "");
      office.settles();
      assertThat(outcomes(office)).containsExactly(new Outcome.Answered(FakeLine.MEMBER));
    }
  }

  @Test
  void nobody_finds_out_afterwards_about_whom_it_was_asked() {
    try (PostOffice office = office()) {
      asks(office, "-5", "77");
      office.settles();
      List<MessageRef> left = office.database.writeNow(
          tx -> office.deliveries.withdraw(Turn.of(tx, office.channel), "-5", List.of(new Subject("test", 1))));
      assertThat(left).isEmpty();
      assertThat(office.rows("call")).containsExactly("{}");
    }
  }
}
