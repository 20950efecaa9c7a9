package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.commands.Result;
import otklik.talk.CommandDoor;
import otklik.talk.Order;
import otklik.tickets.Ticket;

/// `/note`: words for the other operators.
@Component
final class NoteCommand extends TicketCommand {
  static final String NAME = "note";

  NoteCommand(CommandDoor door) {
    super(door);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  protected Result given(Order order, Ticket ticket) throws Exception {
    return give(order, ticket, new DeskCommand.AddNote(order.rest()));
  }
}
