package otklik.emergency.asking;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.commands.Phrases;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.people.Helplines;
import otklik.emergency.requests.LocationParser;
import otklik.emergency.requests.Notifications;
import otklik.emergency.requests.PositionKey;
import otklik.emergency.requests.RequestEffect;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.Visitors;
import otklik.emergency.settings.Durations;
import otklik.emergency.settings.EmergencySettings;
import otklik.emergency.settings.OwnButtons;
import otklik.geography.Area;
import otklik.lifecycle.EffectHandler;
import otklik.lifecycle.Transition;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What both sides of a request are told when it moves, each in their own language.
@Component
final class RequestWords implements EffectHandler<RequestEffect.Words> {
  private final Phrases phrases;
  private final Visitors visitors;
  private final Requests requests;
  private final Helplines helplines;
  private final Notifications notifications;
  private final Deliveries deliveries;

  RequestWords(Phrases phrases, Visitors visitors, Requests requests, Helplines helplines, Notifications notifications,
      Deliveries deliveries) {
    this.phrases = phrases;
    this.visitors = visitors;
    this.requests = requests;
    this.helplines = helplines;
    this.notifications = notifications;
    this.deliveries = deliveries;
  }

  @Override
  public void apply(Transition transition, RequestEffect.Words effect) throws Exception {
    Turn turn = transition.turn();
    Ticket ticket = transition.before();
    switch (effect) {
      case RequestEffect.AskerTold told -> {
        Visitor asker = visitors.asker(turn, ticket).orElse(null);
        if (asker != null) {
          toAsker(asker, ticket, told);
        }
      }
      case RequestEffect.AppealPassed _ -> deliveries.owe(turn,
          NewDelivery.words(passed(notifications.person(turn, ticket), ticket)).of(ticket.id()));
      case RequestEffect.VolunteerTold(var volunteer, var key) ->
          notifications.toVolunteer(turn, volunteer, ticket, key, "number", ticket.shownNumber());
      case RequestEffect.HelperTold(var key) -> {
        Visitor helper = visitors.helper(turn, ticket).orElse(null);
        if (helper != null) {
          deliveries.owe(turn, NewDelivery.words(helper.says(helper.text(key, "number", ticket.shownNumber())))
              .of(ticket.id()));
        }
      }
    }
  }

  private void toAsker(Visitor asker, Ticket ticket, RequestEffect.AskerTold told) throws Exception {
    String numbers = switch (told.besides()) {
      case HELPLINES -> helplines.in(asker, requests.of(asker.turn(), ticket).country());
      case NOTHING, WITHDRAWING, THANKING -> "";
    };
    List<List<Button>> buttons = switch (told.besides()) {
      case WITHDRAWING -> OwnButtons.withdraw(asker, ticket.id());
      case THANKING -> OwnButtons.isDone(asker, ticket.id());
      case NOTHING, HELPLINES -> List.of();
    };
    deliveries.owe(asker.turn(), NewDelivery.words(new Call.Say(asker.chat(), phrases.said(asker, told.words().and(
        "number", ticket.shownNumber(),
        "time", Durations.inWords(asker, EmergencySettings.of(asker.channel()).lifetime()),
        "numbers", numbers)), null, buttons)).of(ticket.id()));
  }

  /// The exact place is gone since the request was closed. An address goes to whoever helps, and to nobody before.
  private Call passed(Visitor visitor, Ticket ticket) {
    Area area = requests.of(visitor.turn(), ticket).area();
    String numbers = helplines.of(visitor);
    return area != null && LocationParser.isWholeCity(area)
        ? visitor.says(visitor.text("emergency.appeal.passed-address", "number", ticket.shownNumber(),
            "numbers", numbers))
        : PositionKey.under(visitor, visitor.text("emergency.appeal.passed", "number", ticket.shownNumber(),
            "numbers", numbers));
  }
}
