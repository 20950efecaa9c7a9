package otklik.emergency.search;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.emergency.cards.RequestCards;
import otklik.emergency.membership.CoordinatorsCall;
import otklik.emergency.requests.RequestEffect;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.lifecycle.EffectHandler;
import otklik.lifecycle.Transition;
import otklik.people.People;
import otklik.people.Person;
import otklik.turns.Turn;

/// Wherever a request is shown, it is shown as it is now.
@Component
public final class RequestViews implements EffectHandler<RequestEffect.View> {
  private final VolunteerCopies volunteerCopies;
  private final RequestCards requestCards;
  private final People people;
  private final CoordinatorsCall coordinators;

  RequestViews(VolunteerCopies volunteerCopies, RequestCards requestCards, People people,
      CoordinatorsCall coordinators) {
    this.volunteerCopies = volunteerCopies;
    this.requestCards = requestCards;
    this.people = people;
    this.coordinators = coordinators;
  }

  @Override
  public void apply(Transition transition, RequestEffect.View effect) throws Exception {
    Turn turn = transition.turn();
    TicketId ticket = transition.before().id();
    switch (effect) {
      case RequestEffect.CopiesRefreshed _ -> volunteerCopies.refresh(turn, ticket);
      case RequestEffect.CoordinatorsShown _ -> refreshCard(turn, ticket);
      case RequestEffect.CoordinatorsAlerted(var key, var who) -> coordinators.to(turn,
          turn.text(key, "number", transition.before().shownNumber(), "name", shown(turn, who)));
    }
  }

  private String shown(Turn turn, @Nullable PersonId who) {
    return who == null ? "" : people.find(turn, who).filter(person -> !person.isErased()).map(Person::shownName)
        .orElseGet(() -> turn.text("emergency.somebody"));
  }

  public void refresh(Turn turn, TicketId ticket) throws Exception {
    volunteerCopies.refresh(turn, ticket);
    refreshCard(turn, ticket);
  }

  /// Copies of a request that is closed tell no more than that.
  public void refreshCard(Turn turn, TicketId ticket) throws Exception {
    requestCards.refresh(turn, ticket);
  }
}
