package otklik.helpdesk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.kernel.MessageId;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.relay.Relay;
import otklik.rooms.Rooms;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.workspaces.Channel;

/// Opens a closed ticket again, with its number, its topic and its owner. A person has one open ticket at most, so
/// where another is open nothing moves. Either way what the person has just written goes into the ticket that is open.
@Component
final class Reopening {
  private final People people;
  private final Tickets tickets;
  private final Timeline timeline;
  private final Questions questions;
  private final Rooms rooms;
  private final Projects projects;
  private final Moving moving;
  private final Clocks clocks;
  private final Relay relay;

  Reopening(People people, Tickets tickets, Timeline timeline, Questions questions, Rooms rooms,
      Projects projects, Moving moving, Clocks clocks, Relay relay) {
    this.people = people;
    this.tickets = tickets;
    this.timeline = timeline;
    this.questions = questions;
    this.rooms = rooms;
    this.projects = projects;
    this.moving = moving;
    this.clocks = clocks;
    this.relay = relay;
  }

  /// @param open  the person's open ticket now
  /// @param moved false when it was open before
  record Result(Ticket open, boolean moved) {}

  /// @param actor null when nobody in particular did it
  Result reopen(Tx tx, Channel channel, Ticket ticket, @Nullable PersonId actor) throws Exception {
    Optional<Ticket> before = tickets.openOf(tx, channel, ticket.person());
    if (before.isPresent()) {
      takeWords(tx, channel, before.get());
      return new Result(before.get(), false);
    }
    if (!(Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Reopen())
        instanceof Lifecycle.Decision.Moved(var to, var owner)) || !(isHere(tx, channel, owner)
            ? tickets.move(tx, channel, ticket, to, owner) : tickets.move(tx, channel, ticket, Lifecycle.NEW, null))) {
      throw new IllegalStateException("neither open nor closed: " + ticket.shownNumber());
    }
    Ticket open = tickets.find(tx, channel, ticket.id()).orElseThrow();
    timeline.note(tx, channel, open.id(), "reopened", actor, null);
    clocks.reopened(tx, channel, open);
    open = whereItBelongs(tx, channel, open);
    rooms.reopen(tx, channel, open);
    takeWords(tx, channel, open);
    rooms.refresh(tx, channel, open.id());
    return new Result(open, true);
  }

  /// Whoever had it may work here no more.
  private boolean isHere(Tx tx, Channel channel, @Nullable PersonId owner) {
    return owner == null || people.find(tx, channel, owner)
        .filter(person -> Helpdesk.settings(channel).isOperator(person.account())).isPresent();
  }

  /// Since the ticket was closed its person may have brought a code.
  private Ticket whereItBelongs(Tx tx, Channel channel, Ticket ticket) throws Exception {
    Optional<Project> project = projects.of(tx, channel, ticket.person());
    if (!ticket.sharesRoom() || project.isEmpty()
        || !moving.toProject(tx, channel, ticket, project.get(), null)) {
      return ticket;
    }
    return tickets.find(tx, channel, ticket.id()).orElseThrow();
  }

  /// Whatever the person is being asked, there is an open ticket for their words.
  private void takeWords(Tx tx, Channel channel, Ticket open) throws Exception {
    Visitor visitor = visitor(tx, channel, open);
    List<MessageId> written = questions.current(tx, visitor).map(DeskStep::written).orElse(List.of());
    questions.end(tx, visitor);
    relay.join(tx, channel, open, written);
  }

  Visitor visitor(Tx tx, Channel channel, Ticket ticket) {
    return Visitor.of(channel, people.find(tx, channel, ticket.person()).orElseThrow(), ticket.chat());
  }
}
