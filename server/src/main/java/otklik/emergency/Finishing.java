package otklik.emergency;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// [Выполнена] and [Не соответствует]: the volunteer's last word on a request. Whether help has come, or wasn't urgent, the
/// person says.
@Component
final class Finishing implements EmergencyPart, PersonButton {
  /// In the timeline.
  static final String DONE = "done";

  private final Tickets tickets;
  private final PressedTickets pressedTickets;
  private final Requests requests;
  private final NotUrgentConfirm closing;
  private final TakerTime time;
  private final RequestViews requestViews;
  private final CompletionPrompt completionPrompt;
  private final Timeline timeline;

  Finishing(Tickets tickets, PressedTickets pressedTickets, Requests requests, NotUrgentConfirm closing,
      TakerTime time, RequestViews requestViews, CompletionPrompt completionPrompt, Timeline timeline) {
    this.tickets = tickets;
    this.pressedTickets = pressedTickets;
    this.requests = requests;
    this.closing = closing;
    this.time = time;
    this.requestViews = requestViews;
    this.completionPrompt = completionPrompt;
    this.timeline = timeline;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.DONE, EmergencyButton.NOT_MATCHING);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Ticket ticket = pressedTickets.own(pressing).orElse(null);
    if (ticket == null) {
      return new Response.Outdated();
    }
    if (pressing.press().kind() == EmergencyButton.DONE) {
      done(visitor, ticket);
      return Response.says(visitor.text("emergency.helping.thanks"));
    }
    return notMatching(pressing, ticket);
  }

  private Response notMatching(Pressing pressing, Ticket ticket) throws Exception {
    Visitor visitor = pressing.visitor();
    if (requests.of(visitor.turn(), ticket).appealed()) {
      return Response.says(visitor.text("emergency.not-urgent.appealed-taken"));
    }
    return pressing.press().more().filter(CoordinatorButtons.SURELY::equals).isPresent()
        ? Response.says(closing.begin(visitor, ticket))
        : closing.ask(visitor, ticket, EmergencyButton.NOT_MATCHING);
  }

  private void done(Visitor volunteer, Ticket ticket) throws Exception {
    Turn turn = volunteer.turn();
    if (!(RequestLifecycle.decide(RequestLifecycle.stateOf(ticket),
        new RequestLifecycle.Command.Fulfil(volunteer.person().id()))
        instanceof RequestLifecycle.Decision.Moved(var to, var owner)) || !tickets.move(turn, ticket, to, owner)) {
      return;
    }
    timeline.note(turn, ticket.id(), DONE, volunteer.person().id(), null);
    time.end(turn, ticket.id());
    completionPrompt.ask(turn, ticket);
    requestViews.refresh(turn, ticket.id());
  }
}
