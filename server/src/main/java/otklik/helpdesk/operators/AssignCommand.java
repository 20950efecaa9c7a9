package otklik.helpdesk.operators;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.commands.Result;
import otklik.helpdesk.settings.OperatorList;
import otklik.helpdesk.settings.TicketCommand;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.people.Person;
import otklik.relay.Relay;
import otklik.talk.CommandDoor;
import otklik.talk.Order;
import otklik.tickets.Ticket;

/// `/assign @x`: gives a ticket to an operator, by username, id, mention or as a reply to one of their messages; alone
/// it means oneself, and `/assign nobody` gives it back without naming anybody.
@Component
final class AssignCommand extends TicketCommand {
  private static final Set<String> NOBODY = Set.of("nobody", "none", "-", "никому", "никто", "ничьё");
  private static final Set<String> ONESELF = Set.of("", "self", "me", "себе", "мне");

  private final OperatorList operatorList;
  private final Relay relay;

  AssignCommand(OperatorList operatorList, Relay relay, CommandDoor door) {
    super(door);
    this.operatorList = operatorList;
    this.relay = relay;
  }

  @Override
  public String name() {
    return "assign";
  }

  @Override
  protected Result given(Order order, Ticket ticket) throws Exception {
    if (NOBODY.contains(order.rest().toLowerCase(Locale.ROOT))) {
      return give(order, ticket, new DeskCommand.Release());
    }
    Optional<Person> meant = meant(order);
    return meant.isPresent() ? give(order, ticket, new DeskCommand.Assign(meant.get()))
        : operatorList.refusal(order.turn());
  }

  private Optional<Person> meant(Order order) throws Exception {
    String who = order.rest();
    if (who.isEmpty() && order.said().replyTo() != null) {
      Optional<String> author = relay.operatorOf(order.turn(), order.said().replyTo());
      return author.flatMap(account -> operatorList.find(order.turn(), account));
    }
    if (ONESELF.contains(who.toLowerCase(Locale.ROOT))) {
      return Optional.of(order.by());
    }
    Optional<Person> linked = mentioned(order).flatMap(account -> operatorList.find(order.turn(), account));
    if (linked.isPresent()) {
      return linked;
    }
    String name = who.startsWith("@") ? who.substring(1) : who;
    return operatorList.all(order.turn()).stream()
        .filter(operator -> name.equalsIgnoreCase(operator.username()) || name.equals(operator.account())).findFirst();
  }

  private static Optional<String> mentioned(Order order) {
    return order.said().content() instanceof Content.Text(_, var spans)
        ? spans.stream().filter(span -> span.type().equals("text_mention")).map(span -> span.detail()).findFirst()
        : Optional.empty();
  }
}
