package otklik.helpdesk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import otklik.commands.Result;
import otklik.talk.CommandDoor;
import otklik.talk.Order;
import otklik.tickets.Ticket;

/// A slash command that says all with its name.
final class PlainCommand extends TicketCommand {
  private final String name;
  private final DeskCommand meant;

  private PlainCommand(String name, DeskCommand meant, CommandDoor door) {
    super(door);
    this.name = name;
    this.meant = meant;
  }

  @Configuration(proxyBeanMethods = false)
  static class All {
    @Bean
    PlainCommand take(CommandDoor door) {
      return new PlainCommand("take", new DeskCommand.Take(), door);
    }

    @Bean
    PlainCommand close(CommandDoor door) {
      return new PlainCommand("close", new DeskCommand.Close(), door);
    }

    @Bean
    PlainCommand reopen(CommandDoor door) {
      return new PlainCommand("reopen", new DeskCommand.Reopen(), door);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  protected Result given(Order order, Ticket ticket) throws Exception {
    return give(order, ticket, meant);
  }
}
