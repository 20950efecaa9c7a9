package otklik.helpdesk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Relay;
import otklik.talk.Order;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// `/assign @x`: gives a ticket to an operator, by username, id, mention or as a reply to one of their messages; alone
/// it means oneself, and `/assign nobody` gives it back without naming anybody.
@Component
final class AssignCommand extends TicketCommand {
  private static final Set<String> NOBODY = Set.of("nobody", "none", "-", "никому", "никто", "ничьё");
  private static final Set<String> ONESELF = Set.of("", "self", "me", "себе", "мне");

  private final TicketActions ticketActions;
  private final People people;
  private final Relay relay;

  AssignCommand(TicketActions ticketActions, People people, Relay relay, Deliveries deliveries) {
    super(deliveries);
    this.ticketActions = ticketActions;
    this.people = people;
    this.relay = relay;
  }

  @Override
  public String name() {
    return "assign";
  }

  @Override
  Content.Text done(Order order, Ticket ticket) throws Exception {
    if (NOBODY.contains(order.rest().toLowerCase(Locale.ROOT))) {
      return ticketActions.release(order.turn(), ticket, order.by());
    }
    Optional<Person> meant = meant(order);
    return meant.isPresent() ? ticketActions.assign(order.turn(), ticket, meant.get(), order.by())
        : Content.Text.of(order.text("no-such-operator", "operators", String.join(", ",
            operators(order.turn()).stream().map(Person::shownName).toList())));
  }

  private Optional<Person> meant(Order order) throws Exception {
    String who = order.rest();
    if (who.isEmpty() && order.said().replyTo() != null) {
      Optional<String> author = relay.operatorOf(order.turn(), order.said().replyTo());
      return author.flatMap(account -> operator(order.turn(), account));
    }
    if (ONESELF.contains(who.toLowerCase(Locale.ROOT))) {
      return Optional.of(order.by());
    }
    Optional<Person> linked = mentioned(order).flatMap(account -> operator(order.turn(), account));
    if (linked.isPresent()) {
      return linked;
    }
    String name = who.startsWith("@") ? who.substring(1) : who;
    return operators(order.turn()).stream()
        .filter(operator -> name.equalsIgnoreCase(operator.username()) || name.equals(operator.account())).findFirst();
  }

  private static Optional<String> mentioned(Order order) {
    return order.said().content() instanceof Content.Text(_, var spans)
        ? spans.stream().filter(span -> span.type().equals("text_mention")).map(span -> span.detail()).findFirst()
        : Optional.empty();
  }

  private List<Person> operators(Turn turn) {
    return Helpdesk.settings(turn.channel()).operators().stream()
        .flatMap(account -> operator(turn, account).stream()).toList();
  }

  /// Who is an operator may not have written anything yet: then only their number is known.
  private Optional<Person> operator(Turn turn, String account) {
    if (!Helpdesk.settings(turn.channel()).isOperator(account)) {
      return Optional.empty();
    }
    return people.find(turn, account)
        .or(() -> Optional.of(people.seen(turn, new Author(account, "", null, null, true))));
  }
}
