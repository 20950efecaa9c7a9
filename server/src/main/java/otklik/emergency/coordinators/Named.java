package otklik.emergency.coordinators;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.emergency.settings.EmergencySettings;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.people.Person;
import otklik.talk.Order;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// Whom a coordinator names: whoever made request `12`, `@name` or the account `id5550001`, or whoever made the request
/// in whose topic the command is given.
@Component
final class Named {
  private static final String ACCOUNT = "id";
  private static final String NAME = "@";

  private final People people;
  private final Tickets tickets;

  Named(People people, Tickets tickets) {
    this.people = people;
    this.tickets = tickets;
  }

  sealed interface Whom {
    /// @param words the person as they may be shown in the group: who asks isn't named there
    record Somebody(PersonId id, String words) implements Whom {}

    record ACoordinator() implements Whom {}

    /// Nobody whom the bot has ever met, or a request that there isn't.
    record Unknown() implements Whom {}

    /// The command says nothing of whom.
    record Nobody() implements Whom {}
  }

  Whom in(Order order) throws Exception {
    String rest = order.rest().toLowerCase(Locale.ROOT);
    if (rest.isEmpty()) {
      return order.ticket() == null ? new Whom.Nobody() : asker(order, Optional.of(order.ticket()));
    }
    if (rest.startsWith(NAME)) {
      return account(order, people.called(order.turn(), rest.substring(NAME.length())));
    }
    if (rest.startsWith(ACCOUNT)) {
      String account = rest.substring(ACCOUNT.length()).strip();
      return EmergencySettings.of(order.channel()).isCoordinator(account) ? new Whom.ACoordinator()
          : account(order, people.find(order.turn(), account));
    }
    Optional<Long> number = order.number();
    return number.isEmpty() ? new Whom.Nobody()
        : asker(order, tickets.numbered(order.turn(), number.get()));
  }

  private static Whom account(Order order, Optional<Person> person) {
    return person.<Whom>map(found -> somebody(order, found, found.shownName())).orElseGet(Whom.Unknown::new);
  }

  private Whom asker(Order order, Optional<Ticket> ticket) throws Exception {
    return ticket.filter(found -> !found.isErased())
        .flatMap(found -> people.find(order.turn(), found.person()).<Whom>map(person ->
            somebody(order, person, order.text("emergency.block.asker", "number", found.shownNumber()))))
        .orElseGet(Whom.Unknown::new);
  }

  private static Whom somebody(Order order, Person person, String words) {
    return EmergencyBan.isCoordinator(order.channel(), person) ? new Whom.ACoordinator()
        : new Whom.Somebody(person.id(), words);
  }
}
