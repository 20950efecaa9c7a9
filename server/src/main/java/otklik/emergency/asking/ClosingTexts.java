package otklik.emergency.asking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.people.Helplines;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.RequestEffect;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.Visitors;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.OwnButtons;
import otklik.kernel.PersonId;
import otklik.lifecycle.EffectHandler;
import otklik.lifecycle.Transition;
import otklik.talk.Press;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What both sides are told when a request is closed.
@Component
final class ClosingTexts implements EffectHandler<RequestEffect.EndingTold> {
  private final Requests requests;
  private final Visitors visitors;
  private final Helplines helplines;
  private final Deliveries deliveries;

  ClosingTexts(Requests requests, Visitors visitors, Helplines helplines, Deliveries deliveries) {
    this.requests = requests;
    this.visitors = visitors;
    this.helplines = helplines;
    this.deliveries = deliveries;
  }

  @Override
  public void apply(Transition transition, RequestEffect.EndingTold ending) throws Exception {
    Turn turn = transition.turn();
    Ticket ticket = transition.before();
    Request.Ending why = ending.why();
    PersonId by = ending.by();
    Visitor helper = visitors.helper(turn, ticket).orElse(null);
    Visitor asker = visitors.asker(turn, ticket).orElse(null);
    if (asker != null) {
      Request request = requests.of(turn, ticket);
      Call words = toAsker(asker, ticket, request, why, helper != null, asker.person().id().equals(by));
      if (words != null) {
        deliveries.owe(turn, NewDelivery.words(words).of(ticket.id()));
      }
    }
    if (helper != null && !helper.person().id().equals(by)) {
      deliveries.owe(turn, NewDelivery.words(helper.says(
          helper.text(toVolunteer(why, ticket.person().equals(by)), "number", ticket.shownNumber())))
          .of(ticket.id()));
    }
  }

  /// Null where whoever closed it finds the words, or none are needed.
  private @Nullable Call toAsker(Visitor asker, Ticket ticket, Request request, Request.Ending why, boolean taken,
      boolean themself) {
    String number = ticket.shownNumber();
    String numbers = helplines.in(asker, request.country());
    return switch (why) {
      case FULFILLED -> themself ? null : asker.says(asker.text("emergency.ended.fulfilled", "number", number));
      case CANCELLED -> asker.says(
          asker.text(taken ? "emergency.ended.cancelled-taken" : "emergency.ended.cancelled", "number", number),
          OwnButtons.needHelp(asker));
      case CLOSED -> asker.says(asker.text("emergency.ended.by-coordinator", "number", number, "numbers", numbers),
          OwnButtons.needHelp(asker));
      case EXPIRED -> asker.says(asker.text(switch (RequestLifecycle.stateOf(ticket)) {
        case RequestLifecycle.State.Taken _, RequestLifecycle.State.Done _ -> "emergency.ended.expired-taken";
        case RequestLifecycle.State.Appealed _ -> "emergency.ended.expired-appealed";
        case RequestLifecycle.State.Open _, RequestLifecycle.State.Closed _ -> "emergency.ended.expired";
      }, "number", number, "numbers", numbers), OwnButtons.needHelp(asker));
      case NOT_URGENT -> request.appealed()
          ? asker.says(asker.text("emergency.ended.appeal-declined", "number", number, "numbers", numbers))
          : asker.says(asker.text("emergency.ended.not-urgent", "number", number, "numbers", numbers),
              List.of(List.of(asker.button("emergency.button.appeal",
                  Press.of(EmergencyButton.APPEAL, ticket.id()).data()))));
      case BLOCKED, ERASED -> null;
    };
  }

  private static String toVolunteer(Request.Ending why, boolean byAsker) {
    return switch (why) {
      case FULFILLED -> byAsker ? "emergency.ended-helper.thanks" : "emergency.ended-helper.fulfilled";
      case CANCELLED -> "emergency.ended-helper.cancelled";
      case EXPIRED -> "emergency.ended-helper.expired";
      case CLOSED, NOT_URGENT, BLOCKED -> "emergency.ended-helper.by-coordinator";
      case ERASED -> "emergency.ended-helper.erased";
    };
  }
}
