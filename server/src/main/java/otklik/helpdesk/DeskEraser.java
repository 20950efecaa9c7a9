package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.dialogs.Visitor;
import otklik.erasure.Eraser;
import otklik.erasure.Erasures;
import otklik.erasure.Portion;
import otklik.erasure.RailTraces;
import otklik.people.Person;
import otklik.relay.RelayTraces;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Erases what a desk knows of a person: their words, files, contacts and projects. Tickets stay without words, so that
/// they can be counted, and so does a record that it was done.
@Component
final class DeskEraser implements Eraser {
  private static final int MESSAGES_AT_ONCE = 250;
  /// What a ticket costs besides its messages, in rows.
  private static final int TICKET = 50;

  private final Tickets tickets;
  private final DeskTickets deskTickets;
  private final Timeline timeline;
  private final TicketClosing ticketClosing;
  private final Postponed postponed;
  private final Projects projects;
  private final RelayTraces relayTraces;
  private final GroupTraces groupTraces;
  private final LineTraces lineTraces;
  private final RoomWords roomWords;
  private final RailTraces railTraces;
  private final Erasures erasures;

  DeskEraser(Tickets tickets, DeskTickets deskTickets, Timeline timeline, TicketClosing ticketClosing,
      Postponed postponed, Projects projects, RelayTraces relayTraces, GroupTraces groupTraces, LineTraces lineTraces,
      RoomWords roomWords, RailTraces railTraces, Erasures erasures) {
    this.tickets = tickets;
    this.deskTickets = deskTickets;
    this.timeline = timeline;
    this.ticketClosing = ticketClosing;
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
  public void begin(Visitor visitor) throws Exception {
    Turn turn = visitor.turn();
    Person person = visitor.person();
    lineTraces.withdraw(turn, person.id(), tickets.of(turn, person.id()));
    railTraces.begin(visitor);
    projects.unbind(turn, person.id());
  }

  @Override
  public boolean erase(Visitor visitor, Portion portion) throws Exception {
    Turn turn = visitor.turn();
    Person person = visitor.person();
    for (Ticket ticket : tickets.of(turn, person.id())) {
      if (!ticket.isErased() && ticket.id().value() < portion.until() && !erase(turn, ticket, portion)) {
        return false;
      }
    }
    return eraseOwn(visitor, portion) && roomWords.eraseShared(turn, portion)
        && railTraces.eraseChat(visitor, portion);
  }

  private boolean erase(Turn turn, Ticket ticket, Portion portion) throws Exception {
    while (!portion.isUsedUp() && relayTraces.isLonger(turn, ticket.id(), MESSAGES_AT_ONCE)) {
      groupTraces.eraseOldest(turn, ticket, MESSAGES_AT_ONCE);
      erasures.count(turn, ticket.person(), 0, MESSAGES_AT_ONCE);
      portion.spend(MESSAGES_AT_ONCE);
    }
    if (portion.isUsedUp()) {
      return false;
    }
    roomWords.erase(turn, ticket);
    railTraces.eraseTime(turn, ticket);
    postponed.erase(turn, ticket);
    groupTraces.withdraw(turn, ticket);
    int messages = relayTraces.erase(turn, ticket.id());
    eraseRows(turn, ticket);
    erasures.count(turn, ticket.person(), 1, messages);
    portion.spend(TICKET + messages);
    return true;
  }

  private void eraseRows(Turn turn, Ticket ticket) throws Exception {
    timeline.erase(turn, ticket.id());
    if (!ticket.state().equals(Ticket.CLOSED)) {
      ticketClosing.close(turn, ticket, null);
    }
    timeline.note(turn, ticket.id(), "erased", null, null);
    deskTickets.erased(turn, ticket.id());
    tickets.erased(turn, ticket);
  }

  /// What they wrote besides.
  private boolean eraseOwn(Visitor visitor, Portion portion) throws Exception {
    int most = portion.left();
    int messages = relayTraces.erase(visitor.turn(), visitor.person().account(), visitor.chat().chat(),
        portion.until(), most);
    erasures.count(visitor.turn(), visitor.person().id(), 0, messages);
    portion.spend(messages);
    return messages < most;
  }

  @Override
  public Call told(Visitor visitor, boolean done) {
    return visitor.says(visitor.text(done ? "forget.done" : "forget.begun"));
  }
}
