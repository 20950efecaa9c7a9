package otklik.helpdesk.tickets;

import org.springframework.stereotype.Component;
import otklik.commands.CommandHandler;
import otklik.commands.Given;
import otklik.commands.Result;
import otklik.kernel.PersonId;
import otklik.lifecycle.EffectHandler;
import otklik.lifecycle.Transition;
import otklik.people.Actor;
import otklik.people.Blocklist;
import otklik.people.People;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// Stops hearing somebody, and hears them again.
@Component
final class DeskBan implements CommandHandler<DeskCommand.Unblocking>, EffectHandler<DeskEffect.PersonBlocked> {
  private final Blocklist blocklist;
  private final Tickets tickets;
  private final Timeline timeline;
  private final Rooms rooms;
  private final People people;

  DeskBan(Blocklist blocklist, Tickets tickets, Timeline timeline, Rooms rooms, People people) {
    this.blocklist = blocklist;
    this.tickets = tickets;
    this.timeline = timeline;
    this.rooms = rooms;
    this.people = people;
  }

  @Override
  public void apply(Transition transition, DeskEffect.PersonBlocked effect) {
    blocklist.add(transition.turn(), transition.before().person(), transition.by());
  }

  @Override
  public Result done(Given<DeskCommand.Unblocking> given) throws Exception {
    return switch (given.command()) {
      case DeskCommand.Unblock _ when !given.ticket().sharesRoom() -> Result.refused("triage.has-project");
      case DeskCommand.Unblock _ -> unblock(given.turn(), given.ticket().person(), given.by())
          ? Result.done("triage.unblocked") : Result.refused("triage.not-blocked");
      case DeskCommand.UnblockPerson(var person) -> {
        String name = people.find(given.turn(), person).orElseThrow().shownName();
        yield unblock(given.turn(), person, given.by()) ? Result.done("unblock.done", "name", name)
            : Result.refused("unblock.was-not", "name", name);
      }
    };
  }

  /// False when the person wasn't blocked.
  private boolean unblock(Turn turn, PersonId person, Actor by) throws Exception {
    if (!blocklist.remove(turn, person)) {
      return false;
    }
    for (Ticket ticket : tickets.of(turn, person)) {
      if (ticket.sharesRoom()) {
        timeline.note(turn, ticket.id(), "unblocked", by, null);
        rooms.refresh(turn, ticket.id());
      }
    }
    return true;
  }
}
