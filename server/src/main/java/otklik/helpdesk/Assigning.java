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
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// `/assign @x`: gives a ticket to an operator, by username, id, mention or as a reply to one of their messages; alone
/// it means oneself, and `/assign nobody` gives it back without naming anybody.
@Component
final class Assigning extends TicketCommand {
  private static final Set<String> NOBODY = Set.of("nobody", "none", "-", "никому", "никто", "ничьё");
  private static final Set<String> ONESELF = Set.of("", "self", "me", "себе", "мне");

  private final Work work;
  private final People people;
  private final Relay relay;

  Assigning(Work work, People people, Relay relay, Deliveries deliveries) {
    super(deliveries);
    this.work = work;
    this.people = people;
    this.relay = relay;
  }

  @Override
  public String name() {
    return "assign";
  }

  @Override
  Content.Text done(Tx tx, Order order, Ticket ticket) throws Exception {
    if (NOBODY.contains(order.rest().toLowerCase(Locale.ROOT))) {
      return work.release(tx, order.channel(), ticket, order.operator());
    }
    Optional<Person> meant = meant(tx, order);
    return meant.isPresent() ? work.assign(tx, order.channel(), ticket, meant.get(), order.operator())
        : Content.Text.of(order.text("no-such-operator", "operators", String.join(", ",
            operators(tx, order.channel()).stream().map(Person::shownName).toList())));
  }

  private Optional<Person> meant(Tx tx, Order order) throws Exception {
    String who = order.rest();
    if (who.isEmpty() && order.said().replyTo() != null) {
      Optional<String> author = relay.operatorOf(tx, order.channel(), order.said().replyTo());
      return author.flatMap(account -> operator(tx, order.channel(), account));
    }
    if (ONESELF.contains(who.toLowerCase(Locale.ROOT))) {
      return Optional.of(order.operator());
    }
    Optional<Person> linked = mentioned(order).flatMap(account -> operator(tx, order.channel(), account));
    if (linked.isPresent()) {
      return linked;
    }
    String name = who.startsWith("@") ? who.substring(1) : who;
    return operators(tx, order.channel()).stream()
        .filter(operator -> name.equalsIgnoreCase(operator.username()) || name.equals(operator.account())).findFirst();
  }

  private static Optional<String> mentioned(Order order) {
    return order.said().content() instanceof Content.Text(_, var spans)
        ? spans.stream().filter(span -> span.type().equals("text_mention")).map(span -> span.detail()).findFirst()
        : Optional.empty();
  }

  private List<Person> operators(Tx tx, Channel channel) {
    return Helpdesk.settings(channel).operators().stream()
        .flatMap(account -> operator(tx, channel, account).stream()).toList();
  }

  /// Who is an operator may not have written anything yet: then only their number is known.
  private Optional<Person> operator(Tx tx, Channel channel, String account) {
    if (!Helpdesk.settings(channel).isOperator(account)) {
      return Optional.empty();
    }
    return people.find(tx, channel, account)
        .or(() -> Optional.of(people.seen(tx, channel, new Author(account, "", null, null, true))));
  }
}
