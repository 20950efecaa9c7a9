package otklik.emergency.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import otklik.commands.Phrase;
import otklik.commands.RoleTable;
import otklik.emergency.requests.Request.Ending;
import otklik.emergency.requests.RequestCommand.Appeal;
import otklik.emergency.requests.RequestCommand.Close;
import otklik.emergency.requests.RequestCommand.End;
import otklik.emergency.requests.RequestCommand.Extend;
import otklik.emergency.requests.RequestCommand.ExtendOwn;
import otklik.emergency.requests.RequestCommand.Fulfil;
import otklik.emergency.requests.RequestCommand.Insist;
import otklik.emergency.requests.RequestCommand.KeepClosed;
import otklik.emergency.requests.RequestCommand.Lose;
import otklik.emergency.requests.RequestCommand.Loss;
import otklik.emergency.requests.RequestCommand.Moving;
import otklik.emergency.requests.RequestCommand.Readmit;
import otklik.emergency.requests.RequestCommand.Return;
import otklik.emergency.requests.RequestCommand.StillNeeded;
import otklik.emergency.requests.RequestCommand.Take;
import otklik.emergency.requests.RequestCommand.Thank;
import otklik.emergency.requests.RequestCommand.Withdraw;
import otklik.emergency.requests.RequestLifecycle.Facts;
import otklik.emergency.requests.RequestLifecycle.Known;
import otklik.emergency.requests.RequestLifecycle.State;
import otklik.kernel.PersonId;
import otklik.lifecycle.Decision;
import otklik.lifecycle.Effect;
import otklik.lifecycle.MoveTable;
import otklik.people.Actor;

class RequestRulesTest {
  private static final PersonId SERIK = new PersonId(1);
  private static final Actor BY_SERIK = Actor.of(SERIK);
  private static final Actor ASKER = Actor.of(new PersonId(2));
  private static final Actor TEAM = Actor.of(new PersonId(3));
  private static final Actor CRM = new Actor.Integration("CRM", Set.of());
  private static final Facts FACTS = new Facts("#0001", null, false, null, false);

  private static final Known OPEN = known(new State.Open());
  private static final Known TAKEN = known(new State.Taken(SERIK));
  private static final Known DONE = known(new State.Done(SERIK));
  private static final Known APPEALED = known(new State.Appealed());
  private static final Known CLOSED = known(new State.Closed());
  private static final Known CLOSED_AS_NOT_URGENT =
      new Known(new State.Closed(), new Facts("#0001", Ending.NOT_URGENT, false, null, false));
  private static final Phrase DECIDED = Phrase.of("emergency.coordinators.done");
  private static final Effect COPIES = new RequestEffect.CopiesRefreshed();
  private static final Effect CARD = new RequestEffect.CoordinatorsShown();

  private static Known known(State state) {
    return new Known(state, FACTS);
  }

  private static Known closing(State state) {
    return new Known(state, FACTS.closing(SERIK));
  }

  private static Decision moved(String to, @Nullable PersonId owner, @Nullable Phrase words, Effect... effects) {
    return new Decision.Moved(to, owner, Arrays.asList(effects), words);
  }

  private static Decision ended(Ending why, Actor of, @Nullable PersonId owner, @Nullable Phrase words) {
    List<Effect> effects = new ArrayList<>(List.of(new RequestEffect.Ended(why),
        new Effect.Noted("closed", of, why.name()), new RequestEffect.ClosingSettled(), new Effect.TimersCancelled()));
    if (owner != null) {
      effects.add(new RequestEffect.RemarkNotAwaited(owner));
    }
    effects.addAll(List.of(new RequestEffect.PlaceForgotten(), new RequestEffect.EndingTold(why, of.person()), COPIES,
        CARD));
    return new Decision.Moved("closed", owner, effects, words);
  }

  private static Effect told(String key, @Nullable Object... values) {
    return new RequestEffect.AskerTold(Phrase.of(key, values), RequestEffect.Besides.NOTHING);
  }

  private static Decision tooLate(String key) {
    return new Decision.Refused(Phrase.of(key), List.of(CARD));
  }

  static Stream<Arguments> rules() {
    Decision notNow = Decision.refused("emergency.not-now");
    return Stream.of(
        Arguments.of(OPEN, new Take(), BY_SERIK, moved("taken", SERIK,
            Phrase.of("emergency.take.done", "number", "#0001"), new RequestEffect.Held(), Effect.noted("taken"),
            new RequestEffect.SearchEnded(), new RequestEffect.ClosingSettled(), new RequestEffect.ClosingOverruled(),
            new RequestEffect.CheckInPlanned(), new RequestEffect.TakerBriefed(SERIK),
            told("emergency.helping.person.taken", "name", SERIK, "contact", new Phrase.Mention(SERIK)), COPIES, CARD)),
        Arguments.of(OPEN, new Take(), CRM, Decision.refused("emergency.take.not-in-messenger")),
        Arguments.of(new Known(new State.Open(), FACTS.with(true)), new Take(), BY_SERIK,
            Decision.refused("emergency.take.own-request")),
        Arguments.of(TAKEN, new Take(), BY_SERIK, Decision.refused("emergency.take.yours")),
        Arguments.of(TAKEN, new Take(), TEAM, Decision.refused("emergency.take.taken", "name", SERIK)),
        Arguments.of(DONE, new Take(), TEAM, Decision.refused("emergency.take.taken", "name", SERIK)),
        Arguments.of(APPEALED, new Take(), TEAM, Decision.refused("emergency.take.not-now")),
        Arguments.of(CLOSED, new Take(), TEAM, Decision.refused("emergency.take.closed")),
        Arguments.of(TAKEN, new Fulfil(), BY_SERIK, moved("done", SERIK, Phrase.of("emergency.helping.thanks"),
            Effect.noted("done"), new RequestEffect.TakerLeft(), new RequestEffect.RemarkNotAwaited(SERIK),
            new Effect.TimerSet("emergency.thanks", Duration.ofHours(24)),
            new RequestEffect.AskerTold(Phrase.of("emergency.thanks.ask"), RequestEffect.Besides.THANKING), COPIES,
            CARD)),
        Arguments.of(TAKEN, new Fulfil(), TEAM, notNow),
        Arguments.of(TAKEN, new Return(null), TEAM, notNow),
        Arguments.of(OPEN, new Lose(SERIK, Loss.SILENT), Actor.CLOCK, notNow),
        Arguments.of(DONE, new Thank(), ASKER, ended(Ending.FULFILLED, ASKER, SERIK, null)),
        Arguments.of(DONE, new Thank(), Actor.CLOCK, ended(Ending.FULFILLED, Actor.CLOCK, SERIK, null)),
        Arguments.of(OPEN, new Thank(), Actor.CLOCK, notNow),
        Arguments.of(OPEN, new Withdraw(), ASKER, ended(Ending.CANCELLED, ASKER, null, null)),
        Arguments.of(DONE, new Close(), CRM, ended(Ending.FULFILLED, CRM, SERIK, DECIDED)),
        Arguments.of(TAKEN, new Close(), TEAM, ended(Ending.CLOSED, TEAM, SERIK, DECIDED)),
        Arguments.of(APPEALED, new KeepClosed(), TEAM, ended(Ending.NOT_URGENT, TEAM, null, DECIDED)),
        Arguments.of(TAKEN, new KeepClosed(), TEAM, tooLate("emergency.coordinators.changed-already")),
        Arguments.of(CLOSED, new Close(), TEAM, tooLate("emergency.coordinators.closed-already")),
        Arguments.of(CLOSED, new Extend(), TEAM, tooLate("emergency.coordinators.closed-already")),
        Arguments.of(DONE, new Extend(), TEAM, tooLate("emergency.coordinators.changed-already")),
        Arguments.of(OPEN, new Readmit(), TEAM, tooLate("emergency.coordinators.changed-already")),
        Arguments.of(APPEALED, new Extend(), TEAM, new Decision.Stayed(List.of(new RequestEffect.LifetimeBegun(),
            Effect.noted("extended"), told("emergency.extended-by-coordinator"), CARD), DECIDED)),
        Arguments.of(TAKEN, new ExtendOwn(), BY_SERIK, new Decision.Stayed(
            List.of(new RequestEffect.LifetimeBegun(), Effect.noted("extended"), CARD), null)),
        Arguments.of(DONE, new ExtendOwn(), ASKER, notNow),
        Arguments.of(OPEN, new End(Ending.EXPIRED, null), Actor.CLOCK,
            ended(Ending.EXPIRED, Actor.CLOCK, null, null)),
        Arguments.of(DONE, new End(Ending.EXPIRED, null), Actor.CLOCK, notNow),
        Arguments.of(OPEN, new End(Ending.NOT_URGENT, SERIK), Actor.CLOCK,
            ended(Ending.NOT_URGENT, BY_SERIK, null, null)),
        Arguments.of(TAKEN, new End(Ending.NOT_URGENT, SERIK), Actor.CLOCK,
            ended(Ending.NOT_URGENT, BY_SERIK, SERIK, null)),
        Arguments.of(TAKEN, new End(Ending.NOT_URGENT, new PersonId(9)), Actor.CLOCK, notNow),
        Arguments.of(DONE, new End(Ending.BLOCKED, null), TEAM, ended(Ending.BLOCKED, TEAM, SERIK, null)),
        Arguments.of(CLOSED, new Appeal(), ASKER, Decision.refused("emergency.take.closed")),
        Arguments.of(new Known(new State.Closed(), new Facts("#0001", Ending.NOT_URGENT, true, null, false)),
            new Appeal(), ASKER, Decision.refused("emergency.take.closed")),
        Arguments.of(new Known(new State.Closed(), new Facts("#0001", Ending.NOT_URGENT, false, null, true)),
            new Appeal(), ASKER, Decision.refused("emergency.appeal.other-open")),
        Arguments.of(OPEN, new Insist(), ASKER, notNow));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_request_moves_by_these_rules(Known from, Moving command, Actor by, Decision decision) {
    assertThat(RequestLifecycle.decide(from, command, by)).isEqualTo(decision);
  }

  private static List<Effect> effects(Known from, Moving command, Actor by) {
    return switch (RequestLifecycle.decide(from, command, by)) {
      case Decision.Moved moved -> moved.effects();
      case Decision.Stayed stayed -> stayed.effects();
      case Decision.Refused refused -> refused.effects();
    };
  }

  @Test
  void whoever_gives_it_back_is_named_and_its_search_begins_anew() {
    assertThat(effects(TAKEN, new Return("нет машины"), BY_SERIK)).containsExactly(
        new RequestEffect.HandedBack(SERIK, "нет машины"), new Effect.Noted("returned", BY_SERIK, "нет машины"),
        new RequestEffect.TakerLeft(), new RequestEffect.PlaceTakenBack(SERIK),
        new RequestEffect.RemarkNotAwaited(SERIK), told("emergency.helping.person.returned", "name", SERIK),
        new RequestEffect.VolunteerTold(SERIK, "emergency.helping.returned"), COPIES, CARD,
        new RequestEffect.SearchBegun());
  }

  @Test
  void whom_nothing_reaches_is_told_nothing() {
    for (Loss why : List.of(Loss.UNREACHABLE, Loss.BLOCKED, Loss.FORGOTTEN)) {
      assertThat(effects(TAKEN, new Lose(SERIK, why), Actor.CLOCK))
          .noneMatch(effect -> effect instanceof RequestEffect.VolunteerTold)
          .contains(new Effect.Noted("returned", BY_SERIK, null));
    }
  }

  @Test
  void it_was_not_done_and_both_hear_of_it() {
    assertThat(RequestLifecycle.decide(DONE, new StillNeeded(), ASKER)).isEqualTo(moved("open", null, null,
        new Effect.TimersCancelled(), new RequestEffect.BackInPool(), new RequestEffect.LifetimeBegun(),
        Effect.noted("still-needed"), new RequestEffect.PlaceTakenBack(SERIK),
        new RequestEffect.HelperTold("emergency.still-needed.helper"),
        new RequestEffect.AskerTold(Phrase.of("emergency.still-needed"), RequestEffect.Besides.WITHDRAWING), COPIES,
        CARD, new RequestEffect.SearchBegun()));
  }

  @Test
  void an_appeal_is_for_coordinators() {
    assertThat(RequestLifecycle.decide(CLOSED_AS_NOT_URGENT, new Appeal(), ASKER)).isEqualTo(moved("appealed", null,
        null, new RequestEffect.AppealKept(), Effect.noted("appealed"), new RequestEffect.LifetimeBegun(),
        new RequestEffect.DecisionAwaited(), new RequestEffect.AppealPassed(), COPIES, CARD,
        new RequestEffect.CoordinatorsAlerted("emergency.appeal.note", null)));
    assertThat(RequestLifecycle.decide(APPEALED, new Readmit(), TEAM)).isEqualTo(moved("open", null, DECIDED,
        Effect.noted("readmitted"), new RequestEffect.LifetimeBegun(), told("emergency.readmitted"),
        new RequestEffect.BackInPool(), new RequestEffect.VotesCleared(), COPIES, new RequestEffect.SearchBegun(),
        CARD));
  }

  @Test
  void whoever_insists_keeps_it_open_and_leaves_a_helper_who_thought_otherwise() {
    Effect goesOn = new RequestEffect.AskerTold(Phrase.of("emergency.appeal.goes-on"),
        RequestEffect.Besides.HELPLINES);
    Effect alert = new RequestEffect.CoordinatorsAlerted("emergency.appeal.note-open", SERIK);
    assertThat(RequestLifecycle.decide(closing(new State.Open()), new Insist(), ASKER)).isEqualTo(new Decision.Stayed(
        List.of(new RequestEffect.AppealKept(), new RequestEffect.ClosingOverruled(), Effect.noted("appealed"), goesOn,
            new RequestEffect.VolunteerTold(SERIK, "emergency.not-urgent.insisted"), CARD, alert), null));
    assertThat(RequestLifecycle.decide(closing(new State.Taken(SERIK)), new Insist(), ASKER))
        .isInstanceOfSatisfying(Decision.Moved.class, moved -> {
          assertThat(moved.to()).isEqualTo("open");
          assertThat(moved.effects()).startsWith(new RequestEffect.AppealKept(), new RequestEffect.ClosingOverruled(),
              Effect.noted("appealed"), goesOn, new RequestEffect.HandedBack(SERIK, null))
              .endsWith(new RequestEffect.SearchBegun(),
                  new Effect.TimerSet("emergency.between-helpers", Duration.ofMinutes(1)), CARD, alert);
        });
  }

  @Test
  void a_coordinator_leaves_open_what_is_about_to_be_closed() {
    assertThat(RequestLifecycle.decide(closing(new State.Open()), new Readmit(), TEAM)).isEqualTo(new Decision.Stayed(
        List.of(new RequestEffect.AppealKept(), new RequestEffect.ClosingOverruled(), Effect.noted("left-open"),
            told("emergency.not-urgent.stays-open"),
            new RequestEffect.VolunteerTold(SERIK, "emergency.not-urgent.left-open"), CARD), DECIDED));
  }

  @Test
  void the_document_shows_these_rules() {
    MoveTable<State, Moving> table = new MoveTable<>(Moving.class, State.class, (state, command, by) ->
        RequestLifecycle.decide(new Known(state, command instanceof Insist ? FACTS.closing(SERIK)
            : new Facts("#0001", Ending.NOT_URGENT, false, null, false)), command, by));
    table.state("open", OPEN.state()).state("taken", TAKEN.state()).state("done", DONE.state())
        .state("appealed", APPEALED.state()).state("closed", CLOSED.state());
    table.command("Take", new Take(), TEAM).command("Return", new Return(null), BY_SERIK)
        .command("Lose: they said nothing", new Lose(SERIK, Loss.SILENT), Actor.CLOCK)
        .command("Fulfil", new Fulfil(), BY_SERIK).command("Thank", new Thank(), ASKER)
        .command("StillNeeded", new StillNeeded(), ASKER).command("Withdraw", new Withdraw(), ASKER)
        .command("Insist, before it is closed as not urgent", new Insist(), ASKER)
        .command("Appeal, when it was closed as not urgent", new Appeal(), ASKER)
        .command("ExtendOwn", new ExtendOwn(), ASKER).command("Extend", new Extend(), TEAM)
        .command("Close", new Close(), TEAM).command("KeepClosed", new KeepClosed(), TEAM)
        .command("Readmit", new Readmit(), TEAM)
        .command("End: time is up", new End(Ending.EXPIRED, null), Actor.CLOCK);
    table.standsIn("emergency.md");
  }

  @Test
  void the_document_shows_who_may_give_which_command() {
    new RoleTable(RequestCommand.class).standsIn("emergency.md");
  }
}
