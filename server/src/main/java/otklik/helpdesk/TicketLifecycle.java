package otklik.helpdesk;

import org.jspecify.annotations.Nullable;
import otklik.kernel.PersonId;
import otklik.tickets.Ticket;

/// What may become of a ticket. Pure: whoever asks has read the ticket and will write what is decided.
final class TicketLifecycle {
  static final String NEW = "new";
  static final String IN_PROGRESS = "in_progress";

  private TicketLifecycle() {}

  sealed interface State {
    record New() implements State {}

    record InProgress(PersonId owner) implements State {}

    /// @param owner who had it when it was closed
    record Closed(@Nullable PersonId owner) implements State {}
  }

  sealed interface Command {
    record Take(PersonId by) implements Command {}

    record Close() implements Command {}

    /// Gives the ticket to this operator, whoever has it.
    record Assign(PersonId to) implements Command {}

    record Reopen() implements Command {}

    /// Nobody has it any more.
    record Release() implements Command {}
  }

  sealed interface Decision {
    record Moved(String to, @Nullable PersonId owner) implements Decision {}

    record Refused(Why why) implements Decision {}
  }

  enum Why {
    NOBODYS,
    TAKEN_BY_YOU,
    TAKEN_BY_OTHER,
    HAS_IT_ALREADY,
    CLOSED,
    OPEN
  }

  private record Move(State from, Command command) {}

  static State stateOf(Ticket ticket) {
    if (ticket.state().equals(Ticket.CLOSED)) {
      return new State.Closed(ticket.owner());
    }
    return ticket.owner() == null ? new State.New() : new State.InProgress(ticket.owner());
  }

  static Decision decide(State from, Command command) {
    return switch (new Move(from, command)) {
      case Move(State.Closed(var owner), Command.Reopen _) ->
          new Decision.Moved(owner == null ? NEW : IN_PROGRESS, owner);
      case Move(State.Closed _, Command _) -> new Decision.Refused(Why.CLOSED);
      case Move(State.New _, Command.Reopen _) -> new Decision.Refused(Why.OPEN);
      case Move(State.InProgress _, Command.Reopen _) -> new Decision.Refused(Why.OPEN);
      case Move(State.New _, Command.Take(var by)) -> new Decision.Moved(IN_PROGRESS, by);
      case Move(State.InProgress(var owner), Command.Take(var by)) ->
          new Decision.Refused(owner.equals(by) ? Why.TAKEN_BY_YOU : Why.TAKEN_BY_OTHER);
      case Move(State.New _, Command.Assign(var to)) -> new Decision.Moved(IN_PROGRESS, to);
      case Move(State.InProgress(var owner), Command.Assign(var to)) when owner.equals(to) ->
          new Decision.Refused(Why.HAS_IT_ALREADY);
      case Move(State.InProgress _, Command.Assign(var to)) -> new Decision.Moved(IN_PROGRESS, to);
      case Move(State.New _, Command.Release _) -> new Decision.Refused(Why.NOBODYS);
      case Move(State.InProgress _, Command.Release _) -> new Decision.Moved(NEW, null);
      case Move(State.New _, Command.Close _) -> new Decision.Moved(Ticket.CLOSED, null);
      case Move(State.InProgress(var owner), Command.Close _) -> new Decision.Moved(Ticket.CLOSED, owner);
    };
  }
}
