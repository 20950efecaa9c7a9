package otklik.helpdesk;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.rooms.Rooms;
import otklik.talk.Order;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;

/// `/priority normal` and `/priority urgent`, in English or Russian words.
@Component
final class PriorityCommand extends TicketCommand {
  private static final Map<String, Boolean> IS_URGENT = Map.ofEntries(
      Map.entry("urgent", true), Map.entry("срочно", true), Map.entry("срочный", true), Map.entry("срочное", true),
      Map.entry("срочная", true), Map.entry("normal", false), Map.entry("обычно", false), Map.entry("обычный", false),
      Map.entry("обычное", false), Map.entry("обычная", false), Map.entry("нормальный", false));

  private final DeskTickets deskTickets;
  private final Timeline timeline;
  private final SlaEvents slaEvents;
  private final Rooms rooms;

  PriorityCommand(DeskTickets deskTickets, Timeline timeline, SlaEvents slaEvents, Rooms rooms, Deliveries deliveries) {
    super(deliveries);
    this.deskTickets = deskTickets;
    this.timeline = timeline;
    this.slaEvents = slaEvents;
    this.rooms = rooms;
  }

  @Override
  public String name() {
    return "priority";
  }

  @Override
  Content.Text done(Order order, Ticket ticket) throws Exception {
    Boolean urgent = IS_URGENT.get(order.rest().toLowerCase(Locale.ROOT));
    if (urgent == null) {
      return Content.Text.of(order.text("priority.usage"));
    }
    if (deskTickets.prioritised(order.turn(), ticket.id(), urgent)) {
      timeline.note(order.turn(), ticket.id(), "prioritised", order.by().id(),
          urgent ? DeskTickets.URGENT : DeskTickets.NORMAL);
      slaEvents.priorityChanged(order.turn(), ticket.id());
      rooms.refresh(order.turn(), ticket.id());
    }
    return Content.Text.of(order.text(urgent ? "priority.is-urgent" : "priority.is-normal"));
  }
}
