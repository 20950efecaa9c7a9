package otklik.lostproperty;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.commands.CommandHandler;
import otklik.commands.Given;
import otklik.commands.Phrase;
import otklik.commands.Result;
import otklik.kernel.PersonId;
import otklik.lifecycle.Decision;
import otklik.lifecycle.Effect;
import otklik.lifecycle.Lifecycle;
import otklik.lifecycle.Transitions;
import otklik.people.Actor;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What becomes of something that was found.
@Component
final class LostMoves implements CommandHandler<LostCommand>, Lifecycle<LostMoves.State, LostCommand> {
  static final String FOUND = "found";
  static final String TAKEN = "taken";
  static final String REPORTED = "opened";
  static final String UNTAKEN = "lostproperty.untaken";
  private static final Duration PATIENCE = Duration.ofHours(24);

  sealed interface State {
    record Found(String number) implements State {}

    record Taken(String number, PersonId by) implements State {}

    record Closed() implements State {}
  }

  private record Move(State from, LostCommand command) {}

  private final Transitions transitions;

  LostMoves(Transitions transitions) {
    this.transitions = transitions;
  }

  @Override
  public Result done(Given<LostCommand> given) throws Exception {
    return transitions.make(given, this);
  }

  @Override
  public State read(Turn turn, Ticket ticket, Actor by, LostCommand command) {
    return switch (ticket.state()) {
      case Ticket.CLOSED -> new State.Closed();
      case TAKEN -> new State.Taken(ticket.shownNumber(), ticket.owner());
      default -> new State.Found(ticket.shownNumber());
    };
  }

  @Override
  public Decision decide(State state, LostCommand command, Actor by) {
    return switch (new Move(state, command)) {
      case Move(State.Found(var number), LostCommand.Report(var what, var where)) -> new Decision.Stayed(List.of(
          Effect.noted(REPORTED, what.value() + (where == null ? "" : " " + where.value())),
          new Effect.CardRefreshed(), new Effect.TimerSet(UNTAKEN, PATIENCE), told("lostproperty.thanks", number)),
          null);
      case Move(State.Found(var number), LostCommand.Take _) -> new Decision.Moved(TAKEN, by.person(), List.of(
          Effect.noted(TAKEN), new Effect.TimersCancelled(), new Effect.CardRefreshed(),
          told("lostproperty.told.taken", number)), Phrase.of("lostproperty.yours"));
      case Move(State.Found _, LostCommand.Remind _) ->
          new Decision.Stayed(List.of(new Effect.RoomTold(Phrase.of("lostproperty.untaken"))), null);
      case Move(State.Taken(_, var owner), LostCommand.Take _) ->
          Decision.refused("lostproperty.taken-by", "name", owner);
      case Move(State.Found(var number), LostCommand.Close _) -> closed(number, null);
      case Move(State.Taken(var number, var owner), LostCommand.Close _) -> closed(number, owner);
      case Move(State.Closed _, LostCommand.Take _), Move(State.Closed _, LostCommand.Close _) ->
          Decision.refused("lostproperty.is-closed");
      case Move(_, LostCommand.CloseErased _) -> new Decision.Moved(Ticket.CLOSED, null,
          List.of(Effect.noted(Ticket.CLOSED), new Effect.TimersCancelled()), null);
      case Move(_, LostCommand.Report _), Move(_, LostCommand.Remind _) -> new Decision.Stayed(List.of(), null);
    };
  }

  private static Decision closed(String number, @Nullable PersonId owner) {
    return new Decision.Moved(Ticket.CLOSED, owner, List.of(Effect.noted(Ticket.CLOSED), new Effect.TimersCancelled(),
        new Effect.CardRefreshed(), new Effect.RoomClosed(), told("lostproperty.told.closed", number)),
        Phrase.of("lostproperty.is-closed"));
  }

  private static Effect told(String key, String number) {
    return new Effect.PersonTold(Phrase.of(key, "number", number));
  }
}
