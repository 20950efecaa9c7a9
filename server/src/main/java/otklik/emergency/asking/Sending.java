package otklik.emergency.asking;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.form.RequestForm;
import otklik.emergency.membership.MemberAction;
import otklik.emergency.membership.Membership;
import otklik.emergency.membership.MembershipRefusal;
import otklik.emergency.people.ResidentRows;
import otklik.emergency.requests.EmergencyStep.Confirming;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.forms.Forms;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;

/// What was told is sent, once the messenger says that the person belongs to a community.
@Component
final class Sending implements EmergencyPart, PersonButton, MemberAction {
  private final Membership membership;
  private final ResidentRows residentRows;
  private final Forms forms;
  private final Allowance allowance;
  private final RequestOpening requestOpening;
  private final MembershipRefusal membershipRefusal;

  Sending(Membership membership, ResidentRows residentRows, Forms forms, Allowance allowance,
      RequestOpening requestOpening, MembershipRefusal membershipRefusal) {
    this.membership = membership;
    this.residentRows = residentRows;
    this.forms = forms;
    this.allowance = allowance;
    this.requestOpening = requestOpening;
    this.membershipRefusal = membershipRefusal;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.SEND);
  }

  /// The message keeps its buttons until the messenger has answered: it may refuse for now.
  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Confirming confirming = forms.at(visitor, Confirming.class).orElse(null);
    if (confirming == null) {
      return new Response.Outdated();
    }
    if (residentRows.find(visitor.turn(), visitor.person().id()).isEmpty()) {
      residentRows.livesIn(visitor.turn(), visitor.person().id(), visitor.chat().chat(),
          confirming.place().city(), confirming.place().country());
    }
    membership.wish(visitor, name(), "");
    return new Response.Now(null, false, true);
  }

  @Override
  public String name() {
    return "ask";
  }

  @Override
  public void granted(Visitor visitor, String data) throws Exception {
    Confirming confirming = forms.at(visitor, Confirming.class).orElse(null);
    if (confirming == null) {
      return; // it was sent, or cancelled, while the messenger was asked
    }
    if (requestOpening.joins(visitor, confirming)) {
      return;
    }
    if (allowance.isSpent(visitor)) {
      forms.leave(visitor);
      allowance.refuse(visitor);
    } else {
      requestOpening.open(visitor, confirming);
    }
  }

  @Override
  public void refused(Visitor visitor, String data, Why why) throws Exception {
    Confirming confirming = forms.at(visitor, Confirming.class).orElse(null);
    if (confirming == null) {
      return;
    }
    String words = switch (why) {
      case NOT_A_MEMBER -> membershipRefusal.near(visitor, "emergency.request.not-a-member");
      case NO_COMMUNITY -> membershipRefusal.near(visitor, "emergency.request.no-community");
      case UNKNOWN -> membershipRefusal.near(visitor, "emergency.request.unknown-member");
    };
    forms.ask(visitor, confirming, NewDelivery.words(
        visitor.says(words, RequestForm.choices(visitor, "emergency.button.check-again-and-send"))));
  }
}
