package otklik.helpdesk.operators;

import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import otklik.commands.Result;
import otklik.helpdesk.settings.TicketCommand;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.talk.CommandDoor;
import otklik.talk.Order;
import otklik.tickets.Ticket;

/// A slash command that says all with its name, or with the words behind it.
public final class PlainCommand extends TicketCommand {
  private final String name;
  private final Function<Order, DeskCommand> meant;

  private PlainCommand(String name, Function<Order, DeskCommand> meant, CommandDoor door) {
    super(door);
    this.name = name;
    this.meant = meant;
  }

  @Configuration(proxyBeanMethods = false)
  static class All {
    @Bean
    PlainCommand take(CommandDoor door) {
      return new PlainCommand("take", _ -> new DeskCommand.Take(), door);
    }

    @Bean
    PlainCommand close(CommandDoor door) {
      return new PlainCommand("close", _ -> new DeskCommand.Close(), door);
    }

    @Bean
    PlainCommand reopen(CommandDoor door) {
      return new PlainCommand("reopen", _ -> new DeskCommand.Reopen(), door);
    }

    /// Words for the other operators.
    @Bean
    PlainCommand note(CommandDoor door) {
      return new PlainCommand(NOTE, order -> new DeskCommand.AddNote(order.rest()), door);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  protected Result given(Order order, Ticket ticket) throws Exception {
    return give(order, ticket, meant.apply(order));
  }
}
