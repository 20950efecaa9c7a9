package otklik.emergency.asking;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.EmergencyStep;
import otklik.emergency.requests.PositionKey;
import otklik.emergency.settings.EmergencyPart;
import otklik.forms.FormStep;
import otklik.forms.Forms;
import otklik.talk.PersonButton;
import otklik.talk.PersonCommand;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.talk.TalkButton;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// `/cancel` and [Отмена]: what was begun isn't sent; a request that was sent is cancelled after a question.
@Component
final class EmergencyCancelCommand implements EmergencyPart, PersonCommand, PersonButton {
  private final Tickets tickets;
  private final Forms forms;
  private final Withdrawing withdrawing;
  private final ToWhom toWhom;
  private final Deliveries deliveries;

  EmergencyCancelCommand(Tickets tickets, Forms forms, Withdrawing withdrawing, ToWhom toWhom, Deliveries deliveries) {
    this.tickets = tickets;
    this.forms = forms;
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
    return Set.of(TalkButton.CANCEL);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    return isCancelled(pressing.visitor()) ? Response.done() : new Response.Outdated();
  }

  /// False when nothing was begun.
  private boolean isCancelled(Visitor visitor) throws Exception {
    FormStep left = forms.leave(visitor).orElse(null);
    if (left == null) {
      return false;
    }
    String words = switch (left) {
      case EmergencyStep.OfRequest _, EmergencyStep.Offered _ -> "emergency.request.dropped";
      case EmergencyStep.Thanking _ -> "emergency.thanks.closed";
      default -> "emergency.cancelled";
    };
    deliveries.owe(visitor.turn(), NewDelivery.words(PositionKey.goneFrom(visitor, visitor.text(words))));
    return true;
  }

  private void say(Visitor visitor, String key) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(visitor.text(key))));
  }
}
