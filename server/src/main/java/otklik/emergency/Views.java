package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.kernel.TicketId;
import otklik.turns.Turn;

/// Wherever a request is shown, it is shown as it is now.
@Component
final class Views {
  private final Copies copies;
  private final Cards cards;

  Views(Copies copies, Cards cards) {
    this.copies = copies;
    this.cards = cards;
  }

  void refresh(Turn turn, TicketId ticket) throws Exception {
    copies.refresh(turn, ticket);
    refreshCard(turn, ticket);
  }

  /// Copies of a request that is closed tell no more than that.
  void refreshCard(Turn turn, TicketId ticket) throws Exception {
    cards.refresh(turn, ticket);
  }
}
