package otklik.emergency;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.EmergencyStep.Thanking;
import otklik.forms.Answer;
import otklik.forms.Form;
import otklik.forms.Forms;
import otklik.forms.Next;
import otklik.forms.Steps;
import otklik.kernel.TicketId;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.talk.TalkButton;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// The volunteer says that it is done: the person says whether it is, and may thank them.
@Component
final class CompletionPrompt implements EmergencyPart, Form, TimerHandler {
  private static final String KIND = "emergency.thanks";
  /// Whoever says nothing for so long is content.
  private static final Duration SILENCE = Duration.ofHours(24);
  /// What is written later isn't meant as thanks.
  private static final Duration FOR_WORDS = Duration.ofMinutes(15);

  private final Tickets tickets;
  private final Forms forms;
  private final RequestForm requestForm;
  private final Timers timers;
  private final Visitors visitors;
  private final RequestClosing requestClosing;
  private final Resumption resumption;
  private final ToVolunteer toVolunteer;
  private final Deliveries deliveries;
  private final Steps steps;

  CompletionPrompt(Tickets tickets, Forms forms, RequestForm requestForm, Timers timers, Visitors visitors,
      RequestClosing requestClosing, Resumption resumption, ToVolunteer toVolunteer, Deliveries deliveries) {
    this.tickets = tickets;
    this.forms = forms;
    this.requestForm = requestForm;
    this.timers = timers;
    this.visitors = visitors;
    this.requestClosing = requestClosing;
    this.resumption = resumption;
    this.toVolunteer = toVolunteer;
    this.deliveries = deliveries;
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

  /// Asks the person. Whoever has marked the request as done calls this.
  void ask(Turn turn, Ticket ticket) throws Exception {
    Visitor helper = visitors.helper(turn, ticket).orElse(null);
    if (helper != null) {
      forms.endAt(helper, new EmergencyStep.Returning(ticket.id().value())); // they give nothing back any more
    }
    timers.set(turn, KIND, Long.toString(ticket.id().value()), "", turn.now().plus(SILENCE));
    Visitor asker = visitors.asker(turn, ticket).orElse(null);
    if (asker != null) {
      deliveries.owe(turn, NewDelivery.words(asker.says(
          asker.text("emergency.thanks.ask", "number", ticket.shownNumber()), List.of(
              List.of(asker.button("emergency.button.thanks", Press.of(EmergencyButton.THANKS, ticket.id()).data())),
              List.of(asker.button("emergency.button.still-needed",
                  Press.of(EmergencyButton.STILL_NEEDED, ticket.id()).data()))))).of(ticket.id()));
    }
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
    if (pressing.press().kind() == EmergencyButton.STILL_NEEDED) {
      return resumption.resume(visitor, ticket) ? Response.done() : new Response.Outdated();
    }
    if (!requestClosing.end(visitor.turn(), ticket, Request.Ending.FULFILLED, visitor.person().id())) {
      return new Response.Outdated();
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
    return Set.of(KIND);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Ticket ticket = tickets.find(turn, new TicketId(Long.parseLong(timer.subject()))).orElse(null);
    if (ticket != null && ticket.state().equals(RequestLifecycle.DONE)) {
      requestClosing.end(turn, ticket, Request.Ending.FULFILLED, null);
    }
  }
}
