package otklik.helpdesk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.Language;
import otklik.people.People;
import otklik.people.Person;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// The operator's name under an answer, where the desk wants it: people never learn it otherwise.
@Component
final class Signature {
  private final People people;

  Signature(People people) {
    this.people = people;
  }

  /// @return null for none
  @Nullable String of(Tx tx, Channel channel, Ticket ticket, Person operator) {
    if (!Helpdesk.settings(channel).signature() || operator.name().isBlank()) {
      return null;
    }
    Optional<Person> reader = people.find(tx, channel, ticket.person());
    Language language = channel.home().languageFor(reader.map(Person::language).orElse(null));
    return channel.texts().text(language, "signature", "name", operator.name());
  }
}
