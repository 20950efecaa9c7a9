package otklik.emergency;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Visitor;
import otklik.kernel.TicketId;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// The volunteer says that it is done: the person says whether it is, and may thank them.
@Component
final class CompletionPrompt implements EmergencyPart, PersonButton, DialogStep<EmergencyStep.Thanking>, TimerHandler {
  private static final String KIND = "emergency.thanks";
  /// About the person's chat.
  private static final String WORDS = "emergency.thanks-words";
  /// Whoever says nothing for so long is content.
  private static final Duration SILENCE = Duration.ofHours(24);
  /// What is written later isn't meant as thanks.
  private static final Duration FOR_WORDS = Duration.ofMinutes(15);

  private final Tickets tickets;
  private final Dialogs dialogs;
  private final RequestForm requestForm;
  private final Timers timers;
  private final Visitors visitors;
  private final RequestClosing requestClosing;
  private final Resumption resumption;
  private final ToVolunteer toVolunteer;
  private final Deliveries deliveries;

  CompletionPrompt(Tickets tickets, Dialogs dialogs, RequestForm requestForm, Timers timers, Visitors visitors,
      RequestClosing requestClosing, Resumption resumption, ToVolunteer toVolunteer, Deliveries deliveries) {
    this.tickets = tickets;
    this.dialogs = dialogs;
    this.requestForm = requestForm;
    this.timers = timers;
    this.visitors = visitors;
    this.requestClosing = requestClosing;
    this.resumption = resumption;
    this.toVolunteer = toVolunteer;
    this.deliveries = deliveries;
  }

  /// Asks the person. Whoever has marked the request as done calls this.
  void ask(Turn turn, Ticket ticket) throws Exception {
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
      deliveries.owe(turn, NewDelivery.words(visitor.says(visitor.text("emergency.thanks.closed"))));
      return;
    }
    requestForm.leave(visitor);
    dialogs.go(turn, visitor.chat().key(), new EmergencyStep.Thanking(ticket.id().value()));
    timers.set(turn, WORDS, visitor.chat().key(), Long.toString(ticket.id().value()),
        turn.now().plus(FOR_WORDS));
    dialogs.asked(turn, visitor.chat().key(),
        deliveries.owe(turn, NewDelivery.words(visitor.says(visitor.text("emergency.thanks.words"), List.of(
            List.of(visitor.button("emergency.button.without-words", Press.of(EmergencyButton.CANCEL).data())))))));
  }

  @Override
  public Class<EmergencyStep.Thanking> step() {
    return EmergencyStep.Thanking.class;
  }

  @Override
  public void said(Visitor visitor, EmergencyStep.Thanking step, Incoming.Said said, Content shown) throws Exception {
    Turn turn = visitor.turn();
    dialogs.end(turn, visitor.chat().key());
    Ticket ticket = tickets.find(turn, new TicketId(step.ticket())).orElse(null);
    if (ticket == null || LocationParser.isPosition(said.content())) {
      deliveries.owe(turn, NewDelivery.words(visitor.says(visitor.text("emergency.thanks.closed"))));
      return;
    }
    toVolunteer.pass(visitor, ticket, shown, said.context());
    deliveries.owe(turn, NewDelivery.words(visitor.says(visitor.text("emergency.thanks.passed"))));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND, WORDS);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    if (timer.kind().equals(WORDS)) {
      if (dialogs.current(turn, timer.subject(), EmergencyStep.KINDS).orElse(null)
          instanceof EmergencyStep.Thanking(var thanked) && thanked == Long.parseLong(timer.data())) {
        dialogs.end(turn, timer.subject());
      }
      return;
    }
    Ticket ticket = tickets.find(turn, new TicketId(Long.parseLong(timer.subject()))).orElse(null);
    if (ticket != null && ticket.state().equals(RequestLifecycle.DONE)) {
      requestClosing.end(turn, ticket, Request.Ending.FULFILLED, null);
    }
  }
}
