package otklik.emergency.coordinators;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.delivery.NewDelivery;
import otklik.emergency.cards.CardRows;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Requests;
import otklik.emergency.settings.EmergencyPart;
import otklik.kernel.TicketId;
import otklik.talk.Inquiry;
import otklik.talk.RoomQuery;
import otklik.tickets.Tickets;
import otklik.turns.ReadTurn;

/// `/open`: whatever isn't closed, oldest first.
@Component
final class OpenRequestsCommand implements EmergencyPart, RoomQuery {
  private static final int MOST = 30;
  private static final List<String> STATES =
      List.of(RequestLifecycle.OPEN, RequestLifecycle.TAKEN, RequestLifecycle.DONE, RequestLifecycle.APPEALED);

  private final Requests requests;
  private final Tickets tickets;
  private final CardRows cards;

  OpenRequestsCommand(Requests requests, Tickets tickets, CardRows cards) {
    this.requests = requests;
    this.tickets = tickets;
    this.cards = cards;
  }

  @Override
  public String name() {
    return "open";
  }

  @Override
  public List<NewDelivery> shown(ReadTurn turn, Inquiry inquiry) throws Exception {
    List<TicketId> open = requests.in(turn, STATES);
    List<String> lines = new ArrayList<>();
    for (TicketId id : open.subList(0, Math.min(MOST, open.size()))) {
      lines.add(cards.read(turn, tickets.find(turn, id).orElseThrow()).brief());
    }
    if (open.size() > MOST) {
      lines.add(inquiry.text("emergency.open.more", "count", open.size() - MOST));
    }
    return List.of(NewDelivery.words(inquiry.answer(
        lines.isEmpty() ? inquiry.text("emergency.open.nothing") : String.join("\n", lines))));
  }
}
