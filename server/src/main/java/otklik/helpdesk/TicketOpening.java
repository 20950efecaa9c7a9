package otklik.helpdesk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.dialogs.Visitor;
import otklik.forms.Forms;
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
  private final Projects projects;
  private final Timeline timeline;
  private final Forms forms;
  private final SlaEvents slaEvents;
  private final Rooms rooms;
  private final Relay relay;

  TicketOpening(Tickets tickets, DeskTickets deskTickets, Projects projects, Timeline timeline,
      Forms forms, SlaEvents slaEvents, Rooms rooms, Relay relay) {
    this.tickets = tickets;
    this.deskTickets = deskTickets;
    this.projects = projects;
    this.timeline = timeline;
    this.forms = forms;
    this.slaEvents = slaEvents;
    this.rooms = rooms;
    this.relay = relay;
  }

  void open(Visitor visitor, DeskStep.Attaching told) throws Exception {
    Turn turn = visitor.turn();
    Project project = projects.of(turn, visitor.person().id()).orElse(null);
    if (project == null) {
      forms.go(visitor, new DeskStep.AwaitingCode(told.written()));
      return;
    }
    HelpdeskSettings settings = HelpdeskSettings.of(turn.channel());
    boolean urgent = settings.category(told.category()).map(HelpdeskSettings.Category::urgent).orElse(false);
    Ticket ticket = tickets.open(turn, visitor.person().id(), visitor.chat().chat(), TicketLifecycle.NEW);
    relay.adopt(turn, ticket, told.written());
    List<Content> contents = relay.told(turn, told.written());
    deskTickets.add(turn, new DeskTicket(ticket.id(), project.id(), told.category(), urgent, told.blocking(),
        Descriptions.of(contents), attachments(contents), null, null));
    timeline.note(turn, ticket.id(), "opened", Actor.of(visitor.person().id()), told.category());
    slaEvents.opened(turn, ticket.id());
    forms.end(visitor);
    forms.say(visitor, visitor.text("accepted", "number", "%04d".formatted(ticket.number())) + " "
        + ResponseEstimate.of(visitor.channel(), visitor.language(), urgent, turn.now()));
    rooms.open(turn, ticket);
  }

  /// For somebody of whom nobody knows yet where they belong.
  void openForTriage(Visitor visitor, DeskStep.TellingTrouble told) throws Exception {
    Turn turn = visitor.turn();
    Ticket ticket = tickets.open(turn, visitor.person().id(), visitor.chat().chat(), TicketLifecycle.NEW);
    relay.adopt(turn, ticket, told.written());
    List<Content> contents = relay.told(turn, told.written());
    deskTickets.add(turn, new DeskTicket(ticket.id(), null, DeskTicket.TRIAGE, false, null,
        Descriptions.of(contents), attachments(contents), told.company(), told.contact()));
    timeline.note(turn, ticket.id(), "opened", Actor.of(visitor.person().id()), DeskTicket.TRIAGE);
    slaEvents.opened(turn, ticket.id());
    forms.end(visitor);
    forms.say(visitor, visitor.text("accepted", "number", "%04d".formatted(ticket.number())) + " "
        + (contents.isEmpty() ? visitor.text("describe")
        : ResponseEstimate.of(visitor.channel(), visitor.language(), false, turn.now())));
    rooms.open(turn, ticket);
  }

  private static List<String> attachments(List<Content> contents) {
    Set<String> types = new LinkedHashSet<>();
    contents.stream().filter(content -> !(content instanceof Content.Text)).map(Content::type).forEach(types::add);
    return List.copyOf(types);
  }
}
