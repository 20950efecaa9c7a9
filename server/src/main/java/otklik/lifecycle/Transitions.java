package otklik.lifecycle;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.commands.Command;
import otklik.commands.Given;
import otklik.commands.Result;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// Moves tickets as it was decided. The update names the state that was read: of all who come for one ticket at once it
/// changes a row for the first alone, and the others are decided anew.
@Component
public final class Transitions {
  private final Tickets tickets;
  private final Effects effects;

  Transitions(Tickets tickets, Effects effects) {
    this.tickets = tickets;
    this.effects = effects;
  }

  public <S, C extends Command> Result make(Given<C> given, Lifecycle<S, C> lifecycle) throws Exception {
    Turn turn = given.turn();
    Ticket ticket = given.ticket();
    while (true) {
      S state = lifecycle.read(turn, ticket, given.by(), given.command());
      switch (lifecycle.decide(state, given.command(), given.by())) {
        case Decision.Refused(var why, var follows) -> {
          effects.apply(new Transition(turn, given.by(), ticket, ticket), follows);
          return new Result.Refused(why);
        }
        case Decision.Stayed(var follows, var words) -> {
          effects.apply(new Transition(turn, given.by(), ticket, ticket), follows);
          return new Result.Done(words);
        }
        case Decision.Moved(var to, var owner, var follows, var words) -> {
          if (tickets.move(turn, ticket, to, owner)) {
            effects.apply(new Transition(turn, given.by(), ticket, ticket.moved(to, owner, turn.now())), follows);
            return new Result.Done(words);
          }
        }
      }
      ticket = tickets.find(turn, ticket.id()).orElseThrow();
    }
  }

  /// What follows from a command that moves nothing.
  public void follow(Given<?> given, Effect... follows) throws Exception {
    Ticket ticket = given.ticket();
    effects.apply(new Transition(given.turn(), given.by(), ticket, ticket), List.of(follows));
  }
}
