package otklik.helpdesk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.forms.Forms;
import otklik.kernel.MessageId;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.relay.Relay;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// Opens a closed ticket again, with its number, its topic and its owner. A person has one open ticket at most, so
/// where another is open nothing moves. Either way what the person has just written goes into the ticket that is open.
@Component
final class Reopening {
  private final People people;
  private final Tickets tickets;
  private final Timeline timeline;
  private final Forms forms;
  private final Rooms rooms;
  private final Projects projects;
  private final MoveToProject moveToProject;
  private final SlaEvents slaEvents;
  private final Relay relay;

  Reopening(People people, Tickets tickets, Timeline timeline, Forms forms, Rooms rooms,
      Projects projects, MoveToProject moveToProject, SlaEvents slaEvents, Relay relay) {
    this.people = people;
    this.tickets = tickets;
    this.timeline = timeline;
    this.forms = forms;
    this.rooms = rooms;
    this.projects = projects;
    this.moveToProject = moveToProject;
    this.slaEvents = slaEvents;
    this.relay = relay;
  }

  /// @param open  the person's open ticket now
  /// @param moved false when it was open before
  record Result(Ticket open, boolean moved) {}

  /// @param actor null when nobody in particular did it
  Result reopen(Turn turn, Ticket ticket, @Nullable PersonId actor) throws Exception {
    Optional<Ticket> before = tickets.openOf(turn, ticket.person());
    if (before.isPresent()) {
      takeWords(turn, before.get());
      return new Result(before.get(), false);
    }
    if (!(TicketLifecycle.decide(TicketLifecycle.stateOf(ticket), new TicketLifecycle.Command.Reopen())
        instanceof TicketLifecycle.Decision.Moved(var to, var owner)) || !(isHere(turn, owner)
            ? tickets.move(turn, ticket, to, owner) : tickets.move(turn, ticket, TicketLifecycle.NEW, null))) {
      throw new IllegalStateException("neither open nor closed: " + ticket.shownNumber());
    }
    Ticket open = tickets.find(turn, ticket.id()).orElseThrow();
    timeline.note(turn, open.id(), "reopened", actor, null);
    slaEvents.reopened(turn, open);
    open = whereItBelongs(turn, open);
    rooms.reopen(turn, open);
    takeWords(turn, open);
    rooms.refresh(turn, open.id());
    return new Result(open, true);
  }

  /// Whoever had it may work here no more.
  private boolean isHere(Turn turn, @Nullable PersonId owner) {
    return owner == null || people.find(turn, owner)
        .filter(person -> Helpdesk.settings(turn.channel()).isOperator(person.account())).isPresent();
  }

  /// Since the ticket was closed its person may have brought a code.
  private Ticket whereItBelongs(Turn turn, Ticket ticket) throws Exception {
    Optional<Project> project = projects.of(turn, ticket.person());
    if (!ticket.sharesRoom() || project.isEmpty()
        || !moveToProject.toProject(turn, ticket, project.get(), null)) {
      return ticket;
    }
    return tickets.find(turn, ticket.id()).orElseThrow();
  }

  /// Whatever the person is being asked, there is an open ticket for their words.
  private void takeWords(Turn turn, Ticket open) throws Exception {
    Visitor visitor = visitor(turn, open);
    List<MessageId> written = forms.at(visitor, DeskStep.class).map(DeskStep::written).orElse(List.of());
    forms.end(visitor);
    relay.join(turn, open, written);
  }

  Visitor visitor(Turn turn, Ticket ticket) {
    return Visitor.of(turn, people.find(turn, ticket.person()).orElseThrow(), ticket.chat());
  }
}
