package otklik.helpdesk.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import otklik.helpdesk.tickets.DeskCommand.Assign;
import otklik.helpdesk.tickets.DeskCommand.Block;
import otklik.helpdesk.tickets.DeskCommand.Close;
import otklik.helpdesk.tickets.DeskCommand.CloseForgotten;
import otklik.helpdesk.tickets.DeskCommand.CloseOwn;
import otklik.helpdesk.tickets.DeskCommand.GoOn;
import otklik.helpdesk.tickets.DeskCommand.Moving;
import otklik.helpdesk.tickets.DeskCommand.Release;
import otklik.helpdesk.tickets.DeskCommand.ReleaseOrphan;
import otklik.helpdesk.tickets.DeskCommand.Reopen;
import otklik.helpdesk.tickets.DeskCommand.RequestDetails;
import otklik.helpdesk.tickets.DeskCommand.Take;
import otklik.helpdesk.tickets.TicketLifecycle.State;
import otklik.kernel.PersonId;
import otklik.lifecycle.Decision;
import otklik.lifecycle.Effect;
import otklik.lifecycle.MoveTable;
import otklik.people.Actor;
import otklik.people.Person;

class LifecycleRulesTest {
  private static final Actor MAREK = Actor.of(new PersonId(1));
  private static final Person INA = new Person(new PersonId(2), "5002", "Ina", "ina", null, true);
  private static final Actor INA_BY_HERSELF = Actor.of(INA.id());
  private static final Actor KIOSK = new Actor.Integration("Kiosk", Set.of());

  private static final State UNOWNED = new State.New(true, "0001");
  private static final State MAREKS = new State.InProgress(true, "0001", MAREK.person());
  private static final State CLOSED = closed(MAREK.person(), false, null);

  private static State closed(@Nullable PersonId owner, boolean blocked, @Nullable String other) {
    return new State.Closed(true, "0001", owner, blocked, other);
  }

  /// What ends with each ticket.
  private static List<Effect> ending(Effect... then) {
    List<Effect> all = new ArrayList<>(List.of(Effect.noted("closed"), new DeskEffect.ClocksStopped(),
        new DeskEffect.LaterAnswersDropped()));
    all.addAll(List.of(then));
    return all;
  }

  private static List<Effect> goingOn(Effect... then) {
    List<Effect> all = new ArrayList<>(List.of(Effect.noted("reopened"), new DeskEffect.ClocksGoOn(),
        new DeskEffect.BroughtToProject(), new Effect.RoomReopened(), new DeskEffect.WordsTaken(),
        new Effect.CardRefreshed()));
    all.addAll(List.of(then));
    return all;
  }

  private static Effect told(String key, String number) {
    return new Effect.PersonTold(Phrase.of(key, "number", number));
  }

  private static Decision moved(String to, @Nullable PersonId owner, List<Effect> effects, @Nullable String words) {
    return new Decision.Moved(to, owner, effects, words == null ? null : Phrase.of(words));
  }

  static Stream<Arguments> rules() {
    List<Effect> taken = List.of(Effect.noted("taken"), new Effect.CardRefreshed());
    List<Effect> given = List.of(Effect.noted("assigned", "@ina"), new Effect.CardRefreshed());
    Effect[] closing = {new DeskEffect.RatingAsked(), new Effect.CardRefreshed(), new Effect.RoomClosed()};
    Phrase.Mention toIna = new Phrase.Mention(INA.id());
    Phrase.Mention fromMarek = new Phrase.Mention(MAREK.person());
    Effect byTeam = told("reopened.by-team", "0001");
    return Stream.of(
        Arguments.of(UNOWNED, new Take(), MAREK, moved("in_progress", MAREK.person(), taken, "you-took")),
        Arguments.of(UNOWNED, new Take(), KIOSK, Decision.refused("take.not-in-messenger")),
        Arguments.of(MAREKS, new Take(), MAREK, Decision.refused("you-took")),
        Arguments.of(MAREKS, new Take(), INA_BY_HERSELF, Decision.refused("taken-by-other", "name", MAREK.person())),
        Arguments.of(CLOSED, new Take(), INA_BY_HERSELF, Decision.refused("already-closed")),
        Arguments.of(UNOWNED, new Assign(INA), MAREK,
            new Decision.Moved("in_progress", INA.id(), given, Phrase.of("assigned", "name", toIna))),
        Arguments.of(MAREKS, new Assign(INA), MAREK,
            new Decision.Moved("in_progress", INA.id(), given, Phrase.of("assigned", "name", toIna))),
        Arguments.of(MAREKS, new Assign(INA), KIOSK, new Decision.Moved("in_progress", INA.id(), given,
            Phrase.of("assigned-from", "name", toIna, "before", fromMarek))),
        Arguments.of(new State.InProgress(false, "0001", INA.id()), new Assign(INA), MAREK,
            Decision.refused("has-it-already", "name", INA.id())),
        Arguments.of(CLOSED, new Assign(INA), MAREK, Decision.refused("already-closed")),
        Arguments.of(UNOWNED, new Release(), MAREK, Decision.refused("nobodys-already")),
        Arguments.of(MAREKS, new Release(), MAREK, moved("new", null,
            List.of(Effect.noted("released"), new Effect.CardRefreshed()), "released")),
        Arguments.of(UNOWNED, new ReleaseOrphan(), Actor.CLOCK, Decision.refused("nobodys-already")),
        Arguments.of(MAREKS, new ReleaseOrphan(), Actor.CLOCK, new Decision.Moved("new", null,
            List.of(Effect.noted("released"), new Effect.CardRefreshed(),
                new Effect.RoomTold(Phrase.of("released.orphan", "name", MAREK.person()))), null)),
        Arguments.of(UNOWNED, new Close(), MAREK, moved("closed", null, ending(closing), "you-closed")),
        Arguments.of(MAREKS, new Close(), KIOSK, moved("closed", MAREK.person(), ending(closing), "you-closed")),
        Arguments.of(CLOSED, new Close(), MAREK, Decision.refused("already-closed")),
        Arguments.of(UNOWNED, new CloseOwn(), MAREK, moved("closed", null,
            ending(new Effect.RoomTold(Phrase.of("close.by-client")), closing[0], closing[1], closing[2]), null)),
        Arguments.of(MAREKS, new CloseForgotten(), Actor.CLOCK, moved("closed", MAREK.person(), ending(), null)),
        Arguments.of(UNOWNED, new Reopen(), MAREK, Decision.refused("already-reopened")),
        Arguments.of(MAREKS, new Reopen(), MAREK, Decision.refused("already-reopened")),
        Arguments.of(closed(null, false, null), new Reopen(), MAREK,
            moved("new", null, goingOn(byTeam), "you-reopened")),
        Arguments.of(CLOSED, new Reopen(), KIOSK,
            moved("in_progress", MAREK.person(), goingOn(byTeam), "you-reopened")),
        Arguments.of(closed(null, true, null), new Reopen(), MAREK, Decision.refused("reopen.blocked")),
        Arguments.of(closed(null, false, "0002"), new Reopen(), MAREK,
            Decision.refused("other-open", "number", "0002")),
        Arguments.of(CLOSED, new GoOn(), Actor.CLOCK,
            moved("in_progress", MAREK.person(), goingOn(told("reopened.by-itself", "0001")), null)),
        Arguments.of(closed(null, false, "0002"), new GoOn(), MAREK,
            new Decision.Stayed(List.of(new DeskEffect.WordsTaken(), told("reopened", "0002")), null)),
        Arguments.of(UNOWNED, new GoOn(), Actor.CLOCK,
            new Decision.Stayed(List.of(new DeskEffect.WordsTaken(), told("reopened.by-itself", "0001")), null)),
        Arguments.of(new State.New(false, "0001"), new Block(), MAREK, Decision.refused("triage.has-project")),
        Arguments.of(CLOSED, new Block(), MAREK, Decision.refused("already-closed")),
        Arguments.of(UNOWNED, new RequestDetails(), MAREK, new Decision.Stayed(List.of(
            new Effect.PersonTold(Phrase.of("request-details")), Effect.noted("details-requested"),
            new DeskEffect.ClientAwaited()), Phrase.of("details-requested"))),
        Arguments.of(CLOSED, new RequestDetails(), MAREK, Decision.refused("already-closed")));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_ticket_moves_by_these_rules(State from, Moving command, Actor by, Decision decision) {
    assertThat(TicketLifecycle.decide(from, command, by)).isEqualTo(decision);
  }

  @Test
  void somebody_who_is_not_heard_any_more_is_told_once_and_their_ticket_ends() {
    assertThat(TicketLifecycle.decide(MAREKS, new Block(), KIOSK)).isEqualTo(new Decision.Moved("closed",
        MAREK.person(),
        List.of(new DeskEffect.PersonBlocked(), Effect.noted("blocked"), Effect.noted("closed"),
            new DeskEffect.ClocksStopped(), new DeskEffect.LaterAnswersDropped(),
            new Effect.PersonTold(Phrase.of("blocked")), new Effect.CardRefreshed()),
        Phrase.of("triage.you-blocked")));
  }

  @Test
  void the_document_shows_these_rules() {
    MoveTable<State, Moving> table = new MoveTable<>(Moving.class, State.class, TicketLifecycle::decide);
    table.state("new", UNOWNED).state("in_progress", MAREKS).state("closed", CLOSED);
    table.command("Take", new Take(), INA_BY_HERSELF).command("Assign to somebody", new Assign(INA), INA_BY_HERSELF)
        .command("Release", new Release(), MAREK).command("ReleaseOrphan", new ReleaseOrphan(), Actor.CLOCK)
       .command("RequestDetails", new RequestDetails(), MAREK)
        .command("Close", new Close(), MAREK).command("CloseOwn", new CloseOwn(), INA_BY_HERSELF)
        .command("Block (only in triage)", new Block(), MAREK)
        .command("CloseForgotten", new CloseForgotten(), Actor.CLOCK)
        .command("Reopen", new Reopen(), MAREK).command("GoOn", new GoOn(), Actor.CLOCK);
    table.standsIn("helpdesk.md");
  }

  @Test
  void the_document_shows_who_may_give_which_command() {
    new RoleTable(DeskCommand.class).standsIn("helpdesk.md");
  }
}
