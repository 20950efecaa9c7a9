package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.kernel.TicketId;
import otklik.turns.Turn;

/// Wherever a request is shown, it is shown as it is now.
@Component
final class RequestViews {
  private final VolunteerCopies volunteerCopies;
  private final RequestCards requestCards;

  RequestViews(VolunteerCopies volunteerCopies, RequestCards requestCards) {
    this.volunteerCopies = volunteerCopies;
    this.requestCards = requestCards;
  }

  void refresh(Turn turn, TicketId ticket) throws Exception {
    volunteerCopies.refresh(turn, ticket);
    refreshCard(turn, ticket);
  }

  /// Copies of a request that is closed tell no more than that.
  void refreshCard(Turn turn, TicketId ticket) throws Exception {
    requestCards.refresh(turn, ticket);
  }
}
