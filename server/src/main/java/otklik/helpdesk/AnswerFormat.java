package otklik.helpdesk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Context;
import otklik.channels.Incoming;
import otklik.channels.Lines;
import otklik.channels.Origin;
import otklik.kernel.Language;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Dress;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// How an answer looks in the person's chat: with the operator's name under it where the desk wants that, because people
/// never learn it otherwise, and with the ticket's number above it when the ticket is closed.
@Component
final class AnswerFormat {
  private final People people;
  private final Lines lines;

  AnswerFormat(People people, Lines lines) {
    this.people = people;
    this.lines = lines;
  }

  /// Of those who work here people learn no name, whoever forwards their words: the desk has said them.
  Incoming.Said unnamed(Channel channel, Incoming.Said said) {
    Origin origin = said.context().forwarded();
    return origin == null || origin.account() == null || !isOurs(channel, origin.account()) ? said : said.asOwn();
  }

  private boolean isOurs(Channel channel, String account) {
    return HelpdeskSettings.of(channel).isOperator(account) || lines.isOurs(channel.id(), account);
  }

  Dress of(Turn turn, Ticket ticket, Person operator, Incoming.Said said) {
    boolean signed = HelpdeskSettings.of(turn.channel()).signature() && !operator.name().isBlank();
    boolean closed = ticket.state().equals(Ticket.CLOSED);
    if (!signed && !closed && said.context().equals(Context.NONE)) {
      return Dress.in(turn.channel().language()); // nothing is said in any language
    }
    Optional<Person> reader = people.find(turn, ticket.person());
    Language language = turn.channel().home().languageFor(reader.map(Person::language).orElse(null));
    @Nullable String signature =
        signed ? turn.channel().texts().text(language, "signature", "name", operator.name()) : null;
    return Dress.in(language).signed(signature).under(closed
        ? Content.Text.of(turn.channel().texts().text(language, "answer.closed", "number", ticket.shownNumber()))
        : null);
  }
}
