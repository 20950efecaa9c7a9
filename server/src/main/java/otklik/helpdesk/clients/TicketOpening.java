package otklik.helpdesk.clients;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.dialogs.Visitor;
import otklik.helpdesk.cards.Descriptions;
import otklik.helpdesk.clocks.SlaEvents;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.tickets.DeskStep;
import otklik.helpdesk.tickets.DeskTicket;
import otklik.helpdesk.tickets.DeskTickets;
import otklik.helpdesk.tickets.TicketLifecycle;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.people.Actor;
import otklik.relay.Relay;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// Makes a ticket of what a person told the form.
@Component
final class TicketOpening {
  private final Tickets tickets;
  private final DeskTickets deskTickets;
  private final Timeline timeline;
  private final SlaEvents slaEvents;
  private final Rooms rooms;
  private final Relay relay;

  TicketOpening(Tickets tickets, DeskTickets deskTickets, Timeline timeline, SlaEvents slaEvents, Rooms rooms,
      Relay relay) {
    this.tickets = tickets;
    this.deskTickets = deskTickets;
    this.timeline = timeline;
    this.slaEvents = slaEvents;
    this.rooms = rooms;
    this.relay = relay;
  }

  private interface Asked {
    DeskTicket of(TicketId ticket, String description, List<String> attachments);
  }

  Ticket open(Visitor visitor, Project project, boolean urgent, DeskStep.Attaching told) throws Exception {
    return open(visitor, told.category(), told.written(), (ticket, description, attachments) -> new DeskTicket(ticket,
        project.id(), told.category(), urgent, told.blocking(), description, attachments, null, null));
  }

  /// For somebody of whom nobody knows yet where they belong.
  Ticket openForTriage(Visitor visitor, DeskStep.TellingTrouble told) throws Exception {
    return open(visitor, DeskTicket.TRIAGE, told.written(), (ticket, description, attachments) -> new DeskTicket(ticket,
        null, DeskTicket.TRIAGE, false, null, description, attachments, told.company(), told.contact()));
  }

  private Ticket open(Visitor visitor, String category, List<MessageId> written, Asked asked) throws Exception {
    Turn turn = visitor.turn();
    Ticket ticket = tickets.open(turn, visitor.person().id(), visitor.chat().chat(), TicketLifecycle.NEW);
    relay.adopt(turn, ticket, written);
    List<Content> contents = relay.told(turn, written);
    deskTickets.add(turn, asked.of(ticket.id(), Descriptions.of(contents), attachments(contents)));
    timeline.note(turn, ticket.id(), "opened", Actor.of(visitor.person().id()), category);
    slaEvents.opened(turn, ticket.id());
    rooms.open(turn, ticket);
    return ticket;
  }

  private static List<String> attachments(List<Content> contents) {
    Set<String> types = new LinkedHashSet<>();
    contents.stream().filter(content -> !(content instanceof Content.Text)).map(Content::type).forEach(types::add);
    return List.copyOf(types);
  }
}
