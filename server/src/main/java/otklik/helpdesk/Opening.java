package otklik.helpdesk;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.dialogs.Visitor;
import otklik.relay.Relay;
import otklik.rooms.Rooms;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.workspaces.Channel;

/// Makes a ticket of what a person told the form.
@Component
final class Opening {
  private final Tickets tickets;
  private final DeskTickets deskTickets;
  private final Projects projects;
  private final Timeline timeline;
  private final Questions questions;
  private final Clocks clocks;
  private final Rooms rooms;
  private final Relay relay;
  private final InstantSource clock;

  Opening(Tickets tickets, DeskTickets deskTickets, Projects projects, Timeline timeline, Questions questions,
      Clocks clocks, Rooms rooms, Relay relay, InstantSource clock) {
    this.tickets = tickets;
    this.deskTickets = deskTickets;
    this.projects = projects;
    this.timeline = timeline;
    this.questions = questions;
    this.clocks = clocks;
    this.rooms = rooms;
    this.relay = relay;
    this.clock = clock;
  }

  void open(Tx tx, Visitor visitor, DeskStep.Attaching told) throws Exception {
    Channel channel = visitor.channel();
    Project project = projects.of(tx, channel, visitor.person().id()).orElse(null);
    if (project == null) {
      questions.askCode(tx, visitor);
      return;
    }
    HelpdeskSettings settings = Helpdesk.settings(channel);
    boolean urgent = settings.category(told.category()).map(HelpdeskSettings.Category::urgent).orElse(false);
    Ticket ticket = tickets.open(tx, channel, visitor.person().id(), visitor.chat().chat(), Lifecycle.NEW);
    relay.adopt(tx, channel, ticket, told.written());
    List<Content> contents = relay.told(tx, channel, told.written());
    deskTickets.add(tx, channel, new DeskTicket(ticket.id(), project.id(), told.category(), urgent, told.blocking(),
        Descriptions.of(contents), attachments(contents), null, null));
    timeline.note(tx, channel, ticket.id(), "opened", visitor.person().id(), told.category());
    clocks.opened(tx, channel, ticket.id());
    questions.end(tx, visitor);
    questions.say(tx, visitor, visitor.text("accepted", "number", "%04d".formatted(ticket.number())) + " "
        + Promise.of(visitor, urgent, clock.instant()), List.of());
    rooms.open(tx, channel, ticket);
  }

  /// For somebody of whom nobody knows yet where they belong.
  void openForTriage(Tx tx, Visitor visitor, DeskStep.TellingTrouble told) throws Exception {
    Channel channel = visitor.channel();
    Ticket ticket = tickets.open(tx, channel, visitor.person().id(), visitor.chat().chat(), Lifecycle.NEW);
    relay.adopt(tx, channel, ticket, told.written());
    List<Content> contents = relay.told(tx, channel, told.written());
    deskTickets.add(tx, channel, new DeskTicket(ticket.id(), null, DeskTicket.TRIAGE, false, null,
        Descriptions.of(contents), attachments(contents), told.company(), told.contact()));
    timeline.note(tx, channel, ticket.id(), "opened", visitor.person().id(), DeskTicket.TRIAGE);
    clocks.opened(tx, channel, ticket.id());
    questions.end(tx, visitor);
    questions.say(tx, visitor, visitor.text("accepted", "number", "%04d".formatted(ticket.number())) + " "
        + (contents.isEmpty() ? visitor.text("describe") : Promise.of(visitor, false, clock.instant())), List.of());
    rooms.open(tx, channel, ticket);
  }

  private static List<String> attachments(List<Content> contents) {
    Set<String> types = new LinkedHashSet<>();
    contents.stream().filter(content -> !(content instanceof Content.Text)).map(Content::type).forEach(types::add);
    return List.copyOf(types);
  }
}
