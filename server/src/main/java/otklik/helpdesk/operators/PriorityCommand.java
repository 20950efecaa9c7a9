package otklik.helpdesk.operators;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import otklik.commands.Result;
import otklik.helpdesk.settings.TicketCommand;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.talk.CommandDoor;
import otklik.talk.Order;
import otklik.tickets.Ticket;

/// `/priority normal` and `/priority urgent`, in English or Russian words.
@Component
final class PriorityCommand extends TicketCommand {
  private static final Map<String, Boolean> IS_URGENT = Map.ofEntries(
      Map.entry("urgent", true), Map.entry("срочно", true), Map.entry("срочный", true), Map.entry("срочное", true),
      Map.entry("срочная", true), Map.entry("normal", false), Map.entry("обычно", false), Map.entry("обычный", false),
      Map.entry("обычное", false), Map.entry("обычная", false), Map.entry("нормальный", false));

  PriorityCommand(CommandDoor door) {
    super(door);
  }

  @Override
  public String name() {
    return "priority";
  }

  @Override
  protected Result given(Order order, Ticket ticket) throws Exception {
    Boolean urgent = IS_URGENT.get(order.rest().toLowerCase(Locale.ROOT));
    return urgent == null ? Result.refused("priority.usage")
        : give(order, ticket, new DeskCommand.SetPriority(urgent));
  }
}
