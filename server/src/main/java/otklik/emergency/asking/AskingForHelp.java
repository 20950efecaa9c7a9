package otklik.emergency.asking;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.form.RequestForm;
import otklik.emergency.requests.EmergencyStep;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.emergency.settings.OwnButtons;
import otklik.forms.Forms;
import otklik.kernel.MessageId;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// Somebody presses the panic button.
@Component
final class AskingForHelp implements EmergencyPart, PersonButton {
  private final Tickets tickets;
  private final RequestForm requestForm;
  private final Forms forms;
  private final ToWhom toWhom;
  private final Allowance allowance;
  private final Deliveries deliveries;

  AskingForHelp(Tickets tickets, RequestForm requestForm, Forms forms, ToWhom toWhom, Allowance allowance,
      Deliveries deliveries) {
    this.tickets = tickets;
    this.requestForm = requestForm;
    this.forms = forms;
    this.toWhom = toWhom;
    this.allowance = allowance;
    this.deliveries = deliveries;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.NEED_HELP);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    begin(pressing.visitor());
    return new Response.Now(null, false, true);
  }

  /// Asks from the start; whoever has told something already is asked for what is missing.
  void begin(Visitor visitor) throws Exception {
    Ticket own = tickets.openOf(visitor.turn(), visitor.person().id()).orElse(null);
    if (own != null) {
      deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(
          visitor.text("emergency.request.already", "number", own.shownNumber()),
          OwnButtons.withdraw(visitor, own.id()))));
      return;
    }
    EmergencyStep step = forms.at(visitor, EmergencyStep.class).orElse(null);
    switch (step) {
      case EmergencyStep.Telling telling when telling.place() != null -> forms.go(visitor, telling);
      case EmergencyStep.Locating(var written, _, _) ->
          forms.go(visitor, EmergencyStep.Locating.anywhere(written));
      case EmergencyStep.Doubted doubted -> forms.go(visitor, EmergencyStep.Locating.anywhere(doubted.told()));
      case EmergencyStep.Relocating relocating -> forms.go(visitor, relocating);
      case EmergencyStep.Confirming confirming -> requestForm.confirm(visitor, confirming);
      case null, default -> {
        if (allowance.isSpent(visitor)) {
          allowance.refuse(visitor);
        } else {
          List<MessageId> written = step == null ? toWhom.takeOver(visitor) : step.written();
          requestForm.begin(visitor, written);
        }
      }
    }
  }
}
