package otklik.emergency.words;

import org.springframework.stereotype.Component;
import otklik.emergency.requests.Asking;
import otklik.emergency.requests.Askings;
import otklik.emergency.requests.Remarks;
import otklik.emergency.requests.RequestEffect;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.Votes;
import otklik.kernel.TicketId;
import otklik.lifecycle.EffectHandler;
import otklik.lifecycle.Transition;
import otklik.turns.Turn;

/// Writes down what a move changes.
@Component
final class RowEffects implements EffectHandler<RequestEffect.Row> {
  private final Requests requests;
  private final Askings askings;
  private final Remarks remarks;
  private final Votes votes;
  private final PlaceTraces placeTraces;

  RowEffects(Requests requests, Askings askings, Remarks remarks, Votes votes, PlaceTraces placeTraces) {
    this.requests = requests;
    this.askings = askings;
    this.remarks = remarks;
    this.votes = votes;
    this.placeTraces = placeTraces;
  }

  @Override
  public void apply(Transition transition, RequestEffect.Row effect) throws Exception {
    Turn turn = transition.turn();
    TicketId ticket = transition.before().id();
    switch (effect) {
      case RequestEffect.Held _ -> requests.taken(turn, ticket);
      case RequestEffect.BackInPool _ -> requests.backInPool(turn, ticket);
      case RequestEffect.HandedBack back -> handedBack(turn, ticket, back);
      case RequestEffect.Ended(var why) -> requests.ended(turn, ticket, why);
      case RequestEffect.AppealKept _ -> requests.appeal(turn, ticket);
      case RequestEffect.VotesCleared _ -> votes.clear(turn, ticket);
      case RequestEffect.PlaceTakenBack(var volunteer) -> placeTraces.takeBack(turn, ticket, volunteer);
      case RequestEffect.PlaceForgotten _ -> placeTraces.erase(turn, transition.before());
    }
  }

  private void handedBack(Turn turn, TicketId ticket, RequestEffect.HandedBack back) {
    askings.of(turn, ticket, back.volunteer())
        .ifPresent(asking -> askings.becomes(turn, asking.id(), Asking.State.RETURNED));
    if (back.remark() != null) {
      remarks.add(turn, ticket, back.volunteer(), back.remark());
    }
    requests.backInPool(turn, ticket);
  }
}
