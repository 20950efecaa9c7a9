package otklik.emergency.asking;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.form.RequestForm;
import otklik.emergency.membership.CoordinatorsNews;
import otklik.emergency.membership.MemberAction;
import otklik.emergency.membership.Membership;
import otklik.emergency.membership.MembershipRefusal;
import otklik.emergency.people.Communities;
import otklik.emergency.people.Helplines;
import otklik.emergency.people.Neighbourhood;
import otklik.emergency.people.Resident;
import otklik.emergency.people.ResidentRows;
import otklik.emergency.requests.EmergencyStep.Confirming;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.forms.Forms;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// What was told is sent, once the messenger says that the person belongs to a community.
@Component
final class Sending implements EmergencyPart, PersonButton, MemberAction {
  private static final int NEAREST = 3;

  private final Membership membership;
  private final ResidentRows residentRows;
  private final Communities communities;
  private final Neighbourhood neighbourhood;
  private final Forms forms;
  private final Allowance allowance;
  private final RequestOpening requestOpening;
  private final Helplines helplines;
  private final Tickets tickets;

  Sending(Membership membership, ResidentRows residentRows, Communities communities, Neighbourhood neighbourhood,
      Forms forms, Allowance allowance, RequestOpening requestOpening, Helplines helplines,
      Tickets tickets) {
    this.membership = membership;
    this.residentRows = residentRows;
    this.communities = communities;
    this.neighbourhood = neighbourhood;
    this.forms = forms;
    this.allowance = allowance;
    this.requestOpening = requestOpening;
    this.helplines = helplines;
    this.tickets = tickets;
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
    Ticket open = tickets.openOf(visitor.turn(), visitor.person().id()).orElse(null);
    if (open != null) {
      requestOpening.join(visitor, open, confirming);
    } else if (allowance.isSpent(visitor)) {
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
      case NOT_A_MEMBER -> visitor.text("emergency.request.not-a-member", "chats", chats(visitor),
          "numbers", helplines.of(visitor));
      case NO_COMMUNITY -> visitor.text("emergency.request.no-community", "numbers", helplines.of(visitor));
      case UNKNOWN -> visitor.text("emergency.request.unknown-member", "numbers", helplines.of(visitor));
    };
    forms.ask(visitor, confirming, NewDelivery.words(
        visitor.says(words, RequestForm.choices(visitor, "emergency.button.check-again-and-send"))));
  }

  private String chats(Visitor visitor) {
    Resident resident = residentRows.find(visitor.turn(), visitor.person().id()).orElseThrow();
    return neighbourhood.nearest(visitor.channel(), communities.active(visitor.turn()), resident, NEAREST)
        .stream()
        .map(chat -> visitor.text("emergency.chat-line", "title", CoordinatorsNews.title(chat),
            "city", MembershipRefusal.cityOf(visitor, chat)))
        .collect(Collectors.joining("\n"));
  }
}
