package otklik.emergency.coordinators;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.commands.CommandHandler;
import otklik.commands.Given;
import otklik.commands.Result;
import otklik.dialogs.Visitor;
import otklik.emergency.cards.RequestCards;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.requests.RequestMoves;
import otklik.emergency.requests.Visitors;
import otklik.emergency.settings.EmergencySettings;
import otklik.kernel.PersonId;
import otklik.people.Actor;
import otklik.people.Blocklist;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Stops hearing somebody, and hears them again. They are told once, and then nothing more.
@Component
final class EmergencyBan implements CommandHandler<RequestCommand.Hearing> {
  private final Blocklist blocklist;
  private final Tickets tickets;
  private final RequestMoves requestMoves;
  private final Exclusion exclusion;
  private final Timeline timeline;
  private final Visitors visitors;
  private final RequestCards requestCards;

  EmergencyBan(Blocklist blocklist, Tickets tickets, RequestMoves requestMoves, Exclusion exclusion,
      Timeline timeline, Visitors visitors, RequestCards requestCards) {
    this.blocklist = blocklist;
    this.tickets = tickets;
    this.requestMoves = requestMoves;
    this.exclusion = exclusion;
    this.timeline = timeline;
    this.visitors = visitors;
    this.requestCards = requestCards;
  }

  static boolean isCoordinator(Channel channel, Person person) {
    return EmergencySettings.of(channel).isCoordinator(person.account());
  }

  @Override
  public Result done(Given<RequestCommand.Hearing> given) throws Exception {
    Turn turn = given.turn();
    return switch (given.command()) {
      case RequestCommand.Block _ -> {
        boolean news = block(turn, given.ticket().person(), given.by());
        requestCards.refresh(turn, given.ticket().id());
        yield result(news, "emergency.coordinators.done", "emergency.coordinators.blocked-already");
      }
      case RequestCommand.Unblock _ -> {
        boolean news = unblock(turn, given.ticket().person(), given.by());
        requestCards.refresh(turn, given.ticket().id());
        yield result(news, "emergency.coordinators.done", "emergency.coordinators.not-blocked");
      }
      case RequestCommand.BlockPerson(var person, var words) -> result(block(turn, person, given.by()),
          "emergency.block.done", "emergency.block.already", "who", words);
      case RequestCommand.UnblockPerson(var person, var words) -> result(unblock(turn, person, given.by()),
          "emergency.unblock.done", "emergency.unblock.was-not", "who", words);
    };
  }

  private static Result result(boolean news, String done, String before, Object... values) {
    return news ? Result.done(done, values) : Result.refused(before, values);
  }

  /// Their open request is closed, and what they help with is searched for anew. False when they were blocked before.
  private boolean block(Turn turn, PersonId person, Actor by) throws Exception {
    if (!blocklist.add(turn, person, by)) {
      return false;
    }
    Optional<Ticket> open = tickets.openOf(turn, person);
    Optional<Visitor> visitor = open.isPresent() ? visitors.asker(turn, open.get())
        : visitors.find(turn, person);
    if (visitor.isPresent()) {
      exclusion.begins(visitor.get());
    }
    if (open.isPresent()) {
      timeline.note(turn, open.get().id(), "blocked", by, null);
      requestMoves.follow(turn, by, open.get(), new RequestCommand.End(Request.Ending.BLOCKED, null));
    }
    return true;
  }

  /// False when they weren't blocked.
  private boolean unblock(Turn turn, PersonId person, Actor by) throws Exception {
    if (!blocklist.remove(turn, person)) {
      return false;
    }
    Optional<Visitor> visitor = visitors.find(turn, person);
    if (visitor.isPresent()) {
      exclusion.ends(visitor.get());
    }
    for (Ticket ticket : tickets.of(turn, person)) {
      if (ticket.room() != null && !ticket.isErased()) {
        timeline.note(turn, ticket.id(), "unblocked", by, null);
        requestCards.refresh(turn, ticket.id());
      }
    }
    return true;
  }
}
