package otklik.emergency;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
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
import otklik.turns.Turn;

/// [Вернуть в пул]: a volunteer gives a request back and may say why. Somebody waits for help meanwhile, so the request
/// isn't held up by a remark that doesn't come. Whoever is asking for help themself isn't asked for one.
@Component
final class GivingBack implements EmergencyPart, PersonButton, DialogStep<EmergencyStep.Returning>, TimerHandler {
  private final Tickets tickets;
  private final PressedTickets pressedTickets;
  private final BackToPool backToPool;
  private final TakerTime time;
  private final Dialogs dialogs;
  private final RequestForm requestForm;
  private final Notifications notifications;

  GivingBack(Tickets tickets, PressedTickets pressedTickets, BackToPool backToPool, TakerTime time, Dialogs dialogs,
      RequestForm requestForm, Notifications notifications) {
    this.tickets = tickets;
    this.pressedTickets = pressedTickets;
    this.backToPool = backToPool;
    this.time = time;
    this.dialogs = dialogs;
    this.requestForm = requestForm;
    this.notifications = notifications;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.RETURN, EmergencyButton.NO_REMARK);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Turn turn = pressing.turn();
    Ticket ticket = pressedTickets.own(pressing).orElse(null);
    if (ticket == null) {
      return new Response.Outdated();
    }
    if (pressing.press().kind() == EmergencyButton.NO_REMARK || requestForm.isGoingOn(visitor)) {
      backToPool.put(turn, ticket, visitor.person().id(), null, BackToPool.Why.BY_HAND);
      return Response.done();
    }
    requestForm.leave(visitor);
    dialogs.go(turn, visitor.chat().key(), new EmergencyStep.Returning(ticket.id().value()));
    time.askedForRemark(turn, ticket.id());
    dialogs.asked(turn, visitor.chat().key(), notifications.to(visitor, "emergency.helping.why-return",
        List.of(List.of(visitor.button("emergency.helping.no-remark",
            Press.of(EmergencyButton.NO_REMARK, ticket.id()).data()))),
        "number", ticket.shownNumber()));
    return new Response.Now(null, false, true);
  }

  @Override
  public Class<EmergencyStep.Returning> step() {
    return EmergencyStep.Returning.class;
  }

  @Override
  public void said(Visitor visitor, EmergencyStep.Returning step, Incoming.Said said, Content shown) throws Exception {
    Turn turn = visitor.turn();
    Optional<String> remark = words(shown);
    if (remark.isEmpty()) {
      notifications.to(visitor, "emergency.helping.in-words", List.of());
      return;
    }
    Ticket ticket = tickets.find(turn, new TicketId(step.ticket())).orElseThrow();
    dialogs.end(turn, visitor.chat().key());
    if (!backToPool.put(turn, ticket, visitor.person().id(), remark.get(), BackToPool.Why.BY_HAND)) {
      notifications.to(visitor, "emergency.helping.not-yours", List.of(), "number", ticket.shownNumber());
    }
  }

  private static Optional<String> words(Content content) {
    return switch (content) {
      case Content.Text text -> Optional.of(text.text());
      case Content.Media media -> Optional.of(media.caption()).filter(caption -> !caption.isBlank());
      case Content.Location _, Content.Venue _, Content.Contact _, Content.Poll _, Content.Dice _,
          Content.Unsupported _ -> Optional.empty();
    };
  }

  @Override
  public Set<String> kinds() {
    return Set.of(TakerTime.RETURNING);
  }

  /// Whoever has left the question, with /cancel or by doing something else, keeps the request.
  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Ticket ticket = tickets.find(turn, new TicketId(Long.parseLong(timer.subject()))).orElseThrow();
    if (ticket.owner() == null) {
      return;
    }
    String chat = notifications.visitor(turn, ticket.owner()).chat().key();
    boolean asked = dialogs.current(turn, chat, EmergencyStep.KINDS)
        .filter(step -> step.equals(new EmergencyStep.Returning(ticket.id().value()))).isPresent();
    if (asked) {
      backToPool.put(turn, ticket, ticket.owner(), null, BackToPool.Why.BY_HAND);
    }
  }
}
