package otklik.emergency.requests;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.commands.CommandHandler;
import otklik.commands.Given;
import otklik.commands.Phrases;
import otklik.commands.Result;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.lifecycle.Decision;
import otklik.lifecycle.Lifecycle;
import otklik.lifecycle.Transitions;
import otklik.people.Actor;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// Moves requests as [RequestLifecycle] decides.
@Component
public final class RequestMoves implements CommandHandler<RequestCommand.Moving>,
    Lifecycle<RequestLifecycle.Known, RequestCommand.Moving> {
  private final Transitions transitions;
  private final Tickets tickets;
  private final Requests requests;
  private final PendingClosings pendingClosings;
  private final Phrases phrases;

  RequestMoves(Transitions transitions, Tickets tickets, Requests requests, PendingClosings pendingClosings,
      Phrases phrases) {
    this.transitions = transitions;
    this.tickets = tickets;
    this.requests = requests;
    this.pendingClosings = pendingClosings;
    this.phrases = phrases;
  }

  @Override
  public Result done(Given<RequestCommand.Moving> given) throws Exception {
    return transitions.make(given, this);
  }

  /// What follows from something else that was done.
  public Result follow(Turn turn, Actor by, Ticket ticket, RequestCommand.Moving command) throws Exception {
    return done(new Given<>(turn, by, ticket, command));
  }

  /// Why it would be refused as things stand; empty when it wouldn't.
  public Optional<String> refusal(Visitor visitor, Ticket ticket, RequestCommand.Moving command) throws Exception {
    Actor by = Actor.of(visitor.person().id());
    return decide(read(visitor.turn(), ticket, by, command), command, by) instanceof Decision.Refused(var why, _)
        ? Optional.of(phrases.said(visitor, why).text()) : Optional.empty();
  }

  @Override
  public RequestLifecycle.Known read(Turn turn, Ticket ticket, Actor by, RequestCommand.Moving command)
      throws Exception {
    RequestLifecycle.State state = RequestLifecycle.stateOf(ticket);
    RequestLifecycle.Facts facts = new RequestLifecycle.Facts(ticket.shownNumber(), null, false, null, false);
    return new RequestLifecycle.Known(state, switch (command) {
      case RequestCommand.Take _ when state instanceof RequestLifecycle.State.Open ->
          facts.with(hasOwnRequest(turn, by.person()));
      case RequestCommand.Appeal _ when state instanceof RequestLifecycle.State.Closed ->
          facts.with(requests.of(turn, ticket)).with(hasOwnRequest(turn, by.person()));
      case RequestCommand.Insist _, RequestCommand.Readmit _ -> closing(turn, ticket, facts);
      default -> facts;
    });
  }

  private boolean hasOwnRequest(Turn turn, @Nullable PersonId person) throws Exception {
    return person != null && tickets.openOf(turn, person).isPresent();
  }

  private RequestLifecycle.Facts closing(Turn turn, Ticket ticket, RequestLifecycle.Facts facts) {
    return pendingClosings.of(turn, ticket.id())
        .map(closing -> facts.with(requests.of(turn, ticket)).closing(closing.by())).orElse(facts);
  }

  @Override
  public Decision decide(RequestLifecycle.Known known, RequestCommand.Moving command, Actor by) {
    return RequestLifecycle.decide(known, command, by);
  }
}
