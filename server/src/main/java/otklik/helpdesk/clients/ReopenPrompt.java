package otklik.helpdesk.clients;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Incoming;
import otklik.commands.Commands;
import otklik.dialogs.Visitor;
import otklik.forms.Form;
import otklik.forms.Forms;
import otklik.forms.Next;
import otklik.forms.Steps;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.helpdesk.tickets.DeskStep;
import otklik.helpdesk.tickets.DeskStep.Returning;
import otklik.helpdesk.tickets.Remark;
import otklik.people.Actor;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.talk.Order;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// A person writes soon after their ticket was closed: the same matter, or a new one? They are asked once, whatever
/// they write meanwhile is kept, and who doesn't choose isn't left hanging: their ticket goes on. Who only says thank
/// you isn't asked, and neither is who brings the code that they hadn't.
@Component
final class ReopenPrompt implements DeskPart, Form, WordsHandler {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Tickets tickets;
  private final Forms forms;
  private final TicketForm ticketForm;
  private final Commands commands;
  private final Relay relay;
  private final Steps steps;

  ReopenPrompt(Tickets tickets, Forms forms, TicketForm ticketForm, Commands commands, Relay relay) {
    this.tickets = tickets;
    this.forms = forms;
    this.ticketForm = ticketForm;
    this.commands = commands;
    this.relay = relay;
    steps = forms.declare(this);
    steps.at(Returning.class)
        .asks(this::question)
        // Whoever goes on writing isn't left hanging for it: the time goes on.
        .heard(answer -> Next.done(() -> forms.amend(answer.visitor(), answer.step().with(forms.keep(answer)))))
        .pressed(DeskButton.NEW_TICKET, (pressing, step) -> !isAbout(pressing, step) ? Next.elsewhere()
            : Next.done(() -> ticketForm.begin(pressing.visitor(), step.written())))
        .pressed(DeskButton.OLD_TICKET, (pressing, step) -> !isAbout(pressing, step) ? Next.elsewhere()
            : goOn(pressing.visitor(), step, Actor.of(pressing.visitor().person().id())))
        .waits(PATIENCE, (visitor, step) -> goOn(visitor, step, Actor.CLOCK));
  }

  @Override
  public Steps steps() {
    return steps;
  }

  private Call question(Visitor visitor, Returning step) throws Exception {
    Ticket ticket = tickets.find(visitor.turn(), step.ticket()).orElseThrow();
    return visitor.says(visitor.text("returning", "number", number(ticket)), List.of(
        List.of(visitor.button("button.new-ticket", Press.of(DeskButton.NEW_TICKET, ticket.id()).data())),
        List.of(visitor.button("button.old-ticket", Press.of(DeskButton.OLD_TICKET, ticket.id()).data()))));
  }

  private static boolean isAbout(Pressing pressing, Returning step) {
    return pressing.press().ticket().filter(step.ticket()::equals).isPresent();
  }

  @Override
  public Order order() {
    return Order.REOPENING;
  }

  /// False when there is nothing to ask: then the form begins, or goes on.
  @Override
  public boolean takes(PersonWords words) throws Exception {
    Visitor visitor = words.visitor();
    Incoming.Said said = words.said();
    Turn turn = visitor.turn();
    DeskStep step = forms.at(visitor, DeskStep.class).orElse(null);
    if (step != null && !(step instanceof DeskStep.Commenting && !Remark.isOne(said))) {
      return false;
    }
    Optional<Ticket> closed = tickets.closedSince(turn, visitor.person().id(),
        turn.now().minus(HelpdeskSettings.of(turn.channel()).reopenWithin()));
    if (closed.isEmpty()) {
      return false;
    }
    Ticket ticket = closed.get();
    if (Thanks.only(said.content(), turn.channel().texts(), visitor.language())
        || Solved.only(said.content(), turn.channel().texts(), visitor.language())) {
      relay.pass(turn, ticket, Direction.IN, said, words.shown());
      forms.say(visitor, visitor.text("welcome"));
      return true;
    }
    if (step == null && ticketForm.isFirstCode(visitor, said.content())) {
      return false;
    }
    forms.go(visitor, new Returning(ticket.id(), List.of(forms.keep(visitor, said, words.shown()))));
    return true;
  }

  private Next goOn(Visitor visitor, Returning step, Actor by) throws Exception {
    Ticket ticket = tickets.find(visitor.turn(), step.ticket()).orElseThrow();
    return Next.done(() -> commands.give(visitor.turn(), by, ticket, new DeskCommand.GoOn()));
  }

  private static String number(Ticket ticket) {
    return "%04d".formatted(ticket.number());
  }
}
