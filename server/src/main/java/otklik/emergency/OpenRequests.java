package otklik.emergency;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.tickets.Tickets;

/// `/open`: whatever isn't closed, oldest first.
@Component
final class OpenRequests implements RoomCommand {
  private static final int MOST = 30;
  private static final List<String> STATES =
      List.of(Lifecycle.OPEN, Lifecycle.TAKEN, Lifecycle.DONE, Lifecycle.APPEALED);

  private final Requests requests;
  private final Tickets tickets;
  private final CardRows cards;
  private final Deliveries deliveries;

  OpenRequests(Requests requests, Tickets tickets, CardRows cards, Deliveries deliveries) {
    this.requests = requests;
    this.tickets = tickets;
    this.cards = cards;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "open";
  }

  @Override
  public void obey(Tx tx, Order order) throws Exception {
    List<TicketId> open = requests.in(tx, order.channel(), STATES);
    List<String> lines = new ArrayList<>();
    for (TicketId id : open.subList(0, Math.min(MOST, open.size()))) {
      lines.add(cards.read(tx, order.channel(), tickets.find(tx, order.channel(), id).orElseThrow()).brief());
    }
    if (open.size() > MOST) {
      lines.add(order.text("emergency.open.more", "count", open.size() - MOST));
    }
    deliveries.owe(tx, order.channel(), Owed.words(order.answer(
        lines.isEmpty() ? order.text("emergency.open.nothing") : String.join("\n", lines))));
  }
}
