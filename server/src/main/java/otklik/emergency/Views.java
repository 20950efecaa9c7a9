package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Wherever a request is shown, it is shown as it is now.
@Component
final class Views {
  private final Copies copies;
  private final Cards cards;

  Views(Copies copies, Cards cards) {
    this.copies = copies;
    this.cards = cards;
  }

  void refresh(Tx tx, Channel channel, TicketId ticket) throws Exception {
    copies.refresh(tx, channel, ticket);
    refreshCard(tx, channel, ticket);
  }

  /// Copies of a request that is closed tell no more than that.
  void refreshCard(Tx tx, Channel channel, TicketId ticket) throws Exception {
    cards.refresh(tx, channel, ticket);
  }
}
