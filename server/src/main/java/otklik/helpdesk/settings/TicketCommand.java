package otklik.helpdesk.settings;

import otklik.commands.Command;
import otklik.commands.Result;
import otklik.talk.CommandDoor;
import otklik.talk.Order;
import otklik.talk.RoomAction;
import otklik.tickets.Ticket;

/// A slash command about the ticket in whose topic it is given. It is answered in one message, as a reply.
public abstract class TicketCommand implements DeskPart, RoomAction {
  public static final String NOTE = "note";

  private final CommandDoor door;

  protected TicketCommand(CommandDoor door) {
    this.door = door;
  }

  /// Gives the command that is meant, or says why nobody can tell which.
  protected abstract Result given(Order order, Ticket ticket) throws Exception;

  protected final Result give(Order order, Ticket ticket, Command command) throws Exception {
    return door.ordered(order, ticket, command);
  }

  @Override
  public final void obey(Order order) throws Exception {
    Ticket ticket = order.ticket();
    door.answer(order, ticket == null ? Result.refused("in-topic") : given(order, ticket));
  }
}
