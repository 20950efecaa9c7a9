package otklik.helpdesk.operators;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.kernel.TicketId;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.MessageWords;
import otklik.search.Searchable;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.ReadTurn;

/// A desk's tickets are found by their number, by who wrote them, and by what was said in them; the description is part
/// of that. Commands to search aren't searched.
@Component
final class FindableTickets implements Searchable {
  private final Tickets tickets;
  private final People people;
  private final MessageWords messages;

  FindableTickets(Tickets tickets, People people, MessageWords messages) {
    this.tickets = tickets;
    this.people = people;
    this.messages = messages;
  }

  @Override
  public String scenario() {
    return HelpdeskSettings.SCENARIO;
  }

  @Override
  public Optional<Findable> findable(ReadTurn turn, TicketId id, long behind) throws Exception {
    Ticket ticket = tickets.find(turn, id).filter(found -> !found.isErased()).orElse(null);
    Person person = ticket == null ? null : people.find(turn, ticket.person()).orElse(null);
    if (ticket == null || person == null || person.isErased()) {
      return Optional.empty();
    }
    List<MessageWords.Said> said = messages.of(turn, id, behind);
    return Optional.of(new Findable(ticket.number(), person.id(), names(person),
        said.stream().map(MessageWords.Said::words).filter(words -> !words.startsWith("/find")).toList(),
        said.isEmpty() ? behind : said.getFirst().id()));
  }

  private static String names(Person person) {
    return person.username() == null ? person.name() : person.name() + " " + person.username();
  }
}
