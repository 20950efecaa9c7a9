package otklik.helpdesk;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.erasure.Eraser;
import otklik.erasure.Erasures;
import otklik.erasure.RailTraces;
import otklik.kernel.TicketId;
import otklik.people.Person;
import otklik.relay.RelayTraces;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.workspaces.Channel;

/// Erases what a desk knows of a person: their words, files, contacts and projects. Tickets stay without words, so that
/// they can be counted, and so does a record that it was done.
@Component
final class Erasing implements Eraser {
  private final Tickets tickets;
  private final DeskTickets deskTickets;
  private final Timeline timeline;
  private final Ending ending;
  private final Postponed postponed;
  private final Projects projects;
  private final RelayTraces relayTraces;
  private final GroupTraces groupTraces;
  private final LineTraces lineTraces;
  private final RoomWords roomWords;
  private final RailTraces railTraces;
  private final Erasures erasures;

  Erasing(Tickets tickets, DeskTickets deskTickets, Timeline timeline, Ending ending, Postponed postponed,
      Projects projects, RelayTraces relayTraces, GroupTraces groupTraces, LineTraces lineTraces, RoomWords roomWords,
      RailTraces railTraces, Erasures erasures) {
    this.tickets = tickets;
    this.deskTickets = deskTickets;
    this.timeline = timeline;
    this.ending = ending;
    this.postponed = postponed;
    this.projects = projects;
    this.relayTraces = relayTraces;
    this.groupTraces = groupTraces;
    this.lineTraces = lineTraces;
    this.roomWords = roomWords;
    this.railTraces = railTraces;
    this.erasures = erasures;
  }

  @Override
  public String scenario() {
    return Helpdesk.NAME;
  }

  @Override
  public boolean needs(Channel channel, Person person) {
    return Helpdesk.settings(channel).isOperator(person.account());
  }

  @Override
  public void erase(Tx tx, Visitor visitor) throws Exception {
    Channel channel = visitor.channel();
    Person person = visitor.person();
    List<Ticket> theirs = tickets.of(tx, channel, person.id());
    lineTraces.withdraw(tx, channel, person.id(), theirs);
    railTraces.erase(tx, visitor, theirs);
    roomWords.erase(tx, channel, theirs);
    for (Ticket ticket : theirs) {
      postponed.erase(tx, channel, ticket);
      groupTraces.withdraw(tx, channel, ticket);
    }
    List<TicketId> ids = theirs.stream().map(Ticket::id).toList();
    int messages = relayTraces.erase(tx, channel, ids, person.account(), visitor.chat().chat());
    for (Ticket ticket : theirs) {
      erase(tx, channel, ticket);
    }
    projects.unbind(tx, channel, person.id());
    erasures.note(tx, channel, person.id(), theirs.size(), messages);
  }

  private void erase(Tx tx, Channel channel, Ticket ticket) throws Exception {
    timeline.erase(tx, channel, ticket.id());
    if (!ticket.state().equals(Ticket.CLOSED)) {
      ending.close(tx, channel, ticket, null);
    }
    timeline.note(tx, channel, ticket.id(), "erased", null, null);
    deskTickets.erased(tx, channel, ticket.id());
    tickets.erased(tx, channel, ticket);
  }
}
