package otklik.emergency;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.people.Blocklist;
import otklik.people.People;
import otklik.people.Person;
import otklik.storage.ReadTx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// Reads what stands in a request's card.
@Component
final class CardRows {
  private final Requests requests;
  private final Askings askings;
  private final Remarks remarks;
  private final Votes votes;
  private final Closings closings;
  private final People people;
  private final Blocklist blocklist;

  CardRows(Requests requests, Askings askings, Remarks remarks, Votes votes, Closings closings, People people,
      Blocklist blocklist) {
    this.requests = requests;
    this.askings = askings;
    this.remarks = remarks;
    this.votes = votes;
    this.closings = closings;
    this.people = people;
    this.blocklist = blocklist;
  }

  Card read(ReadTx tx, Channel channel, Ticket ticket) {
    Request request = requests.of(tx, channel, ticket);
    Person helper = ticket.owner() == null ? null : people.find(tx, channel, ticket.owner()).orElse(null);
    List<String> said = remarks.of(tx, channel, ticket.id()).stream().map(Remarks.Remark::text).toList();
    return new Card(channel, ticket, request, askings.count(tx, channel, ticket.id()), helper, said,
        doubt(tx, channel, ticket),
        CityWords.known(Emergency.settings(channel).cities(), request.city()).orElse(null),
        people.find(tx, channel, ticket.person()).map(Person::reachable).orElse(true),
        blocklist.has(tx, channel, ticket.person()));
  }

  private Card.Doubt doubt(ReadTx tx, Channel channel, Ticket ticket) {
    Closings.Closing closing = closings.of(tx, channel, ticket.id()).orElse(null);
    Set<PersonId> all = new LinkedHashSet<>(votes.of(tx, channel, ticket.id()));
    if (closing != null) {
      all.add(closing.by());
    }
    List<Person> volunteers = all.stream().flatMap(id -> people.find(tx, channel, id).stream()).toList();
    return new Card.Doubt(volunteers, closing == null ? null : closing.at());
  }
}
