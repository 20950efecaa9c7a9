package otklik.helpdesk.tickets;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.commands.Phrase;
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
import otklik.kernel.PersonId;
import otklik.lifecycle.Decision;
import otklik.lifecycle.Effect;
import otklik.people.Actor;
import otklik.people.Person;
import otklik.tickets.Ticket;

/// What may become of a ticket, and what follows from it. Pure.
public final class TicketLifecycle {
  public static final String NEW = "new";
  static final String IN_PROGRESS = "in_progress";
  static final String CLOSED_EVENT = "closed";

  private TicketLifecycle() {}

  public sealed interface State {
    /// Whether it is of somebody of whom no code says where they belong.
    boolean inTriage();

    /// As it stands in texts, which have the sign before it.
    public String number();

    record New(boolean inTriage, String number) implements State {}

    record InProgress(boolean inTriage, String number, PersonId owner) implements State {}

    /// @param owner     who had it when it was closed; null when nobody, or when they don't work here any more
    /// @param isBlocked whether its person isn't heard
    /// @param otherOpen the number of their open ticket; null when they have none: it is one at most
    record Closed(boolean inTriage, String number, @Nullable PersonId owner, boolean isBlocked,
        @Nullable String otherOpen) implements State {}
  }

  /// Without what is only known besides: see [TicketMoves#read].
  public static State stateOf(Ticket ticket) {
    if (ticket.state().equals(Ticket.CLOSED)) {
      return new State.Closed(ticket.sharesRoom(), number(ticket), ticket.owner(), false, null);
    }
    return ticket.owner() == null ? new State.New(ticket.sharesRoom(), number(ticket))
        : new State.InProgress(ticket.sharesRoom(), number(ticket), ticket.owner());
  }

  public static String number(Ticket ticket) {
    return "%04d".formatted(ticket.number());
  }

  private record Move(State from, Moving command) {}

  static Decision decide(State from, Moving command, Actor by) {
    return switch (new Move(from, command)) {
      case Move(State of, Block _) when !of.inTriage() -> Decision.refused("triage.has-project");
      case Move(State.Closed closed, Reopen _) -> reopened(closed);
      case Move(State.Closed(_, _, _, _, var other), GoOn _) when other != null -> wordsTaken(other, by);
      case Move(State.Closed closed, GoOn _) -> goesOn(closed, toldOn(closed.number(), by), null);
      case Move(State.Closed _, Moving _) -> Decision.refused("already-closed");
      case Move(State _, Reopen _) -> Decision.refused("already-reopened");
      case Move(State open, GoOn _) -> wordsTaken(open.number(), by);
      case Move(State.New _, Take _) when by.person() == null -> Decision.refused("take.not-in-messenger");
      case Move(State.New _, Take _) -> has(by.person(), Effect.noted("taken"), Phrase.of("you-took"));
      case Move(State.InProgress(_, _, var owner), Take _) when by.is(owner) -> Decision.refused("you-took");
      case Move(State.InProgress(_, _, var owner), Take _) -> Decision.refused("taken-by-other", "name", owner);
      case Move(State.New _, Assign(var to)) -> assigned(null, to);
      case Move(State.InProgress(_, _, var owner), Assign(var to)) when owner.equals(to.id()) ->
          Decision.refused("has-it-already", "name", owner);
      case Move(State.InProgress(_, _, var owner), Assign(var to)) -> assigned(by.is(owner) ? null : owner, to);
      case Move(State.New _, Release _), Move(State.New _, ReleaseOrphan _) -> Decision.refused("nobodys-already");
      case Move(State.InProgress _, Release _) -> new Decision.Moved(NEW, null,
          List.of(Effect.noted("released"), new Effect.CardRefreshed()), Phrase.of("released"));
      case Move(State.InProgress(_, _, var owner), ReleaseOrphan _) -> new Decision.Moved(NEW, null,
          List.of(Effect.noted("released"), new Effect.CardRefreshed(),
              new Effect.RoomTold(Phrase.of("released.orphan", "name", owner))), null);
      case Move(State open, Close _) -> closed(open, List.of(), List.of(new DeskEffect.RatingAsked(),
          new Effect.CardRefreshed(), new Effect.RoomClosed()), Phrase.of("you-closed"));
      case Move(State open, CloseOwn _) -> closed(open, List.of(), List.of(
          new Effect.RoomTold(Phrase.of("close.by-client")), new DeskEffect.RatingAsked(), new Effect.CardRefreshed(),
          new Effect.RoomClosed()), null);
      case Move(State open, CloseForgotten _) -> closed(open, List.of(), List.of(), null);
      case Move(State open, Block _) -> closed(open,
          List.of(new DeskEffect.PersonBlocked(), Effect.noted("blocked")),
          List.of(new Effect.PersonTold(Phrase.of("blocked")), new Effect.CardRefreshed()),
          Phrase.of("triage.you-blocked"));
      case Move(State _, RequestDetails _) -> new Decision.Stayed(List.of(
          new Effect.PersonTold(Phrase.of("request-details")), Effect.noted("details-requested"),
          new DeskEffect.ClientAwaited()), Phrase.of("details-requested"));
    };
  }

  private static Decision has(@Nullable PersonId owner, Effect noted, Phrase words) {
    return new Decision.Moved(IN_PROGRESS, owner, List.of(noted, new Effect.CardRefreshed()), words);
  }

  /// @param from who is told besides; null when nobody needs to be
  private static Decision assigned(@Nullable PersonId from, Person to) {
    Phrase.Mention whom = new Phrase.Mention(to.id());
    return has(to.id(), Effect.noted("assigned", to.shownName()), from == null ? Phrase.of("assigned", "name", whom)
        : Phrase.of("assigned-from", "name", whom, "before", new Phrase.Mention(from)));
  }

  /// What ends with a ticket, whoever closes it.
  private static Decision closed(State open, List<Effect> first, List<Effect> then, @Nullable Phrase words) {
    List<Effect> effects = new ArrayList<>(first);
    effects.addAll(List.of(Effect.noted(CLOSED_EVENT), new DeskEffect.ClocksStopped(),
        new DeskEffect.LaterAnswersDropped()));
    effects.addAll(then);
    return new Decision.Moved(Ticket.CLOSED, open instanceof State.InProgress(_, _, var owner) ? owner : null, effects,
        words);
  }

  private static Decision reopened(State.Closed closed) {
    if (closed.isBlocked()) {
      return Decision.refused("reopen.blocked");
    }
    if (closed.otherOpen() != null) {
      return Decision.refused("other-open", "number", closed.otherOpen());
    }
    return goesOn(closed, new Effect.PersonTold(Phrase.of("reopened.by-team", "number", closed.number())),
        Phrase.of("you-reopened"));
  }

  /// With its number, its room and its owner.
  private static Decision goesOn(State.Closed closed, Effect told, @Nullable Phrase words) {
    return new Decision.Moved(closed.owner() == null ? NEW : IN_PROGRESS, closed.owner(),
        List.of(Effect.noted("reopened"), new DeskEffect.ClocksGoOn(), new DeskEffect.BroughtToProject(),
            new Effect.RoomReopened(), new DeskEffect.WordsTaken(), new Effect.CardRefreshed(), told), words);
  }

  /// There is an open ticket for what they wrote: this one or another.
  private static Decision wordsTaken(String number, Actor by) {
    return new Decision.Stayed(List.of(new DeskEffect.WordsTaken(), toldOn(number, by)), null);
  }

  /// Whoever didn't choose is told that it went on by itself.
  private static Effect toldOn(String number, Actor by) {
    return new Effect.PersonTold(
        Phrase.of(by instanceof Actor.Clock ? "reopened.by-itself" : "reopened", "number", number));
  }
}
