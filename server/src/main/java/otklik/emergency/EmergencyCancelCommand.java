package otklik.emergency;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.talk.PersonButton;
import otklik.talk.PersonCommand;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// `/cancel` and [Отмена]: what was begun isn't sent; a request that was sent is cancelled after a question.
@Component
final class EmergencyCancelCommand implements EmergencyPart, PersonCommand, PersonButton {
  private final Tickets tickets;
  private final RequestForm requestForm;
  private final Withdrawing withdrawing;
  private final ToWhom toWhom;
  private final Deliveries deliveries;

  EmergencyCancelCommand(Tickets tickets, RequestForm requestForm, Withdrawing withdrawing, ToWhom toWhom,
      Deliveries deliveries) {
    this.tickets = tickets;
    this.requestForm = requestForm;
    this.withdrawing = withdrawing;
    this.toWhom = toWhom;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "cancel";
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    if (toWhom.forget(visitor)) {
      say(visitor, "emergency.to-whom.dropped");
      return;
    }
    Ticket own = tickets.openOf(visitor.turn(), visitor.person().id()).orElse(null);
    if (isCancelled(visitor)) {
      return;
    }
    if (own == null) {
      say(visitor, "emergency.nothing-to-cancel");
    } else {
      withdrawing.ask(visitor, own);
    }
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.CANCEL);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    return isCancelled(pressing.visitor()) ? Response.done() : new Response.Outdated();
  }

  /// False when nothing was begun.
  private boolean isCancelled(Visitor visitor) throws Exception {
    if (requestForm.drop(visitor)) {
      deliveries.owe(visitor.turn(), NewDelivery.words(
          PositionKey.goneFrom(visitor, visitor.text("emergency.request.dropped"))));
      return true;
    }
    EmergencyStep step = requestForm.current(visitor).orElse(null);
    if (step == null) {
      return false;
    }
    requestForm.leave(visitor);
    deliveries.owe(visitor.turn(), NewDelivery.words(
        PositionKey.goneFrom(visitor, visitor.text(
            step instanceof EmergencyStep.Thanking ? "emergency.thanks.closed" : "emergency.cancelled"))));
    return true;
  }

  private void say(Visitor visitor, String key) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(visitor.text(key))));
  }
}
