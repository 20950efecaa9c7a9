package otklik.emergency.asking;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.commands.Commands;
import otklik.commands.Result;
import otklik.dialogs.Visitor;
import otklik.emergency.form.RequestForm;
import otklik.emergency.requests.EmergencyStep.Thanking;
import otklik.emergency.requests.LocationParser;
import otklik.emergency.requests.OwnTicket;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Visitors;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.emergency.words.ToVolunteer;
import otklik.forms.Answer;
import otklik.forms.Form;
import otklik.forms.Forms;
import otklik.forms.Next;
import otklik.forms.Steps;
import otklik.kernel.TicketId;
import otklik.people.Actor;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.talk.TalkButton;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.turns.Turn;

/// The volunteer says that it is done: the person says whether it is, and may thank them.
@Component
final class CompletionPrompt implements EmergencyPart, Form, TimerHandler {
  /// What is written later isn't meant as thanks.
  private static final Duration FOR_WORDS = Duration.ofMinutes(15);

  private final Tickets tickets;
  private final Forms forms;
  private final RequestForm requestForm;
  private final Visitors visitors;
  private final Commands commands;
  private final ToVolunteer toVolunteer;
  private final Steps steps;

  CompletionPrompt(Tickets tickets, Forms forms, RequestForm requestForm, Visitors visitors, Commands commands,
      ToVolunteer toVolunteer) {
    this.tickets = tickets;
    this.forms = forms;
    this.requestForm = requestForm;
    this.visitors = visitors;
    this.commands = commands;
    this.toVolunteer = toVolunteer;
    steps = forms.declare(this);
    steps.at(Thanking.class)
        .asks((visitor, _) -> visitor.says(visitor.text("emergency.thanks.words"), List.of(List.of(
            visitor.button("emergency.button.without-words", Press.of(TalkButton.CANCEL).data())))))
        .heard(this::said)
        .waits(FOR_WORDS, (_, _) -> Next.end());
  }

  @Override
  public Steps steps() {
    return steps;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.THANKS, EmergencyButton.STILL_NEEDED);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Ticket ticket = OwnTicket.ofAsker(tickets, pressing)
        .filter(own -> !own.state().equals(Ticket.CLOSED)).orElse(null);
    if (ticket == null) {
      return new Response.Outdated();
    }
    boolean isStillNeeded = pressing.press().kind() == EmergencyButton.STILL_NEEDED;
    Result result = commands.give(visitor.turn(), Actor.of(visitor.person().id()), ticket,
        isStillNeeded ? new RequestCommand.StillNeeded() : new RequestCommand.Thank());
    if (isStillNeeded || !result.isDone()) {
      return Response.done(result.isDone());
    }
    askForWords(visitor, ticket);
    return Response.done();
  }

  private void askForWords(Visitor visitor, Ticket ticket) throws Exception {
    Turn turn = visitor.turn();
    if (visitors.helper(turn, ticket).isEmpty() || requestForm.isGoingOn(visitor)) {
      forms.say(visitor, visitor.text("emergency.thanks.closed"));
      return;
    }
    forms.leave(visitor);
    forms.go(visitor, new Thanking(ticket.id().value()));
  }

  private Next said(Answer<Thanking> answer) throws Exception {
    Visitor visitor = answer.visitor();
    Ticket ticket = tickets.find(visitor.turn(), new TicketId(answer.step().ticket())).orElse(null);
    if (ticket == null || LocationParser.isPosition(answer.content())) {
      forms.say(visitor, visitor.text("emergency.thanks.closed"));
    } else {
      toVolunteer.pass(visitor, ticket, answer.shown(), answer.said().context());
      forms.say(visitor, visitor.text("emergency.thanks.passed"));
    }
    return Next.end();
  }

  @Override
  public Set<String> kinds() {
    return Set.of(RequestLifecycle.THANKS);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Ticket ticket = tickets.find(turn, new TicketId(Long.parseLong(timer.subject()))).orElse(null);
    if (ticket != null) {
      commands.give(turn, Actor.CLOCK, ticket, new RequestCommand.Thank());
    }
  }
}
