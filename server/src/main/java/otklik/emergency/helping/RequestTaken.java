package otklik.emergency.helping;

import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.emergency.form.RequestForm;
import otklik.emergency.requests.Cases;
import otklik.emergency.requests.Notifications;
import otklik.emergency.requests.RequestEffect;
import otklik.emergency.words.TakerTime;
import otklik.kernel.TicketId;
import otklik.lifecycle.EffectHandler;
import otklik.lifecycle.Transition;
import otklik.turns.Turn;

/// A request has found its volunteer, who gets what they need to help.
@Component
final class RequestTaken implements EffectHandler<RequestEffect.TakerBriefed> {
  private final TakerTime time;
  private final RequestForm requestForm;
  private final TakerBriefing takerBriefing;
  private final Cases cases;
  private final Notifications notifications;

  RequestTaken(TakerTime time, RequestForm requestForm, TakerBriefing takerBriefing, Cases cases,
      Notifications notifications) {
    this.time = time;
    this.requestForm = requestForm;
    this.takerBriefing = takerBriefing;
    this.cases = cases;
    this.notifications = notifications;
  }

  @Override
  public void apply(Transition transition, RequestEffect.TakerBriefed effect) throws Exception {
    Turn turn = transition.turn();
    TicketId ticket = transition.after().id();
    Visitor volunteer = notifications.visitor(turn, effect.volunteer());
    requestForm.makeWay(volunteer);
    takerBriefing.give(volunteer, cases.read(turn, ticket));
    time.placeTold(turn, ticket);
  }
}
