package otklik.emergency;

import org.jspecify.annotations.Nullable;
import otklik.kernel.PersonId;
import otklik.tickets.Ticket;

/// What may become of a request. Pure: whoever asks has read the ticket and will write what is decided.
final class RequestLifecycle {
  static final String OPEN = "open";
  static final String TAKEN = "taken";
  /// The volunteer says that it is done; the person hasn't said anything yet.
  static final String DONE = "done";
  /// The person says that it was urgent after all; a coordinator decides.
  static final String APPEALED = "appealed";

  private RequestLifecycle() {}

  sealed interface State {
    record Open() implements State {}

    record Taken(PersonId by) implements State {}

    record Done(PersonId by) implements State {}

    record Appealed() implements State {}

    record Closed() implements State {}
  }

  sealed interface Command {
    record Take(PersonId by) implements Command {}

    /// The volunteer gives it back, or fell silent.
    record Return(PersonId by) implements Command {}

    record Fulfil(PersonId by) implements Command {}

    /// The person says that help is needed still.
    record StillNeeded() implements Command {}

    /// Whatever ends a request for good: thanks, cancelling, expiry, not matching, a coordinator.
    record End() implements Command {}

    /// The person doesn't agree that the request isn't one for this service.
    record Appeal() implements Command {}

    /// A coordinator agrees with the person.
    record Readmit() implements Command {}
  }

  sealed interface Decision {
    record Moved(String to, @Nullable PersonId owner) implements Decision {}

    record Refused(Why why) implements Decision {}
  }

  enum Why {
    TAKEN_BY_YOU,
    TAKEN_BY_OTHER,
    NOT_YOURS,
    CLOSED,
    NOT_NOW
  }

  private record Move(State from, Command command) {}

  static State stateOf(Ticket ticket) {
    return switch (ticket.state()) {
      case OPEN -> new State.Open();
      case TAKEN -> new State.Taken(owner(ticket));
      case DONE -> new State.Done(owner(ticket));
      case APPEALED -> new State.Appealed();
      case Ticket.CLOSED -> new State.Closed();
      default -> throw new IllegalStateException("no request is " + ticket.state());
    };
  }

  private static PersonId owner(Ticket ticket) {
    if (ticket.owner() == null) {
      throw new IllegalStateException(ticket.shownNumber() + " is " + ticket.state() + " by nobody");
    }
    return ticket.owner();
  }

  static Decision decide(State from, Command command) {
    return switch (new Move(from, command)) {
      case Move(State.Open _, Command.Take(var by)) -> new Decision.Moved(TAKEN, by);
      case Move(State.Taken(var owner), Command.Take(var by)) ->
          new Decision.Refused(owner.equals(by) ? Why.TAKEN_BY_YOU : Why.TAKEN_BY_OTHER);
      case Move(State.Done(var owner), Command.Take(var by)) ->
          new Decision.Refused(owner.equals(by) ? Why.TAKEN_BY_YOU : Why.TAKEN_BY_OTHER);
      case Move(State.Taken(var owner), Command.Return(var by)) when owner.equals(by) ->
          new Decision.Moved(OPEN, null);
      case Move(State.Taken(var owner), Command.Fulfil(var by)) when owner.equals(by) ->
          new Decision.Moved(DONE, by);
      case Move(State.Taken _, Command.Return _) -> new Decision.Refused(Why.NOT_YOURS);
      case Move(State.Taken _, Command.Fulfil _) -> new Decision.Refused(Why.NOT_YOURS);
      case Move(State.Done _, Command.StillNeeded _) -> new Decision.Moved(OPEN, null);
      case Move(State.Closed _, Command.Appeal _) -> new Decision.Moved(APPEALED, null);
      case Move(State.Appealed _, Command.Readmit _) -> new Decision.Moved(OPEN, null);
      case Move(State.Closed _, Command _) -> new Decision.Refused(Why.CLOSED);
      case Move(State.Open _, Command.End _) -> new Decision.Moved(Ticket.CLOSED, null);
      case Move(State.Taken(var owner), Command.End _) -> new Decision.Moved(Ticket.CLOSED, owner);
      case Move(State.Done(var owner), Command.End _) -> new Decision.Moved(Ticket.CLOSED, owner);
      case Move(State.Appealed _, Command.End _) -> new Decision.Moved(Ticket.CLOSED, null);
      case Move(State _, Command _) -> new Decision.Refused(Why.NOT_NOW);
    };
  }
}
