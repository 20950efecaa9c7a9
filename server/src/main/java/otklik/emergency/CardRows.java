package otklik.emergency;

import java.util.List;
import org.springframework.stereotype.Component;
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
  private final People people;
  private final Blocklist blocklist;

  CardRows(Requests requests, Askings askings, Remarks remarks, People people, Blocklist blocklist) {
    this.requests = requests;
    this.askings = askings;
    this.remarks = remarks;
    this.people = people;
    this.blocklist = blocklist;
  }

  Card read(ReadTx tx, Channel channel, Ticket ticket) {
    Request request = requests.of(tx, channel, ticket);
    Person helper = ticket.owner() == null ? null : people.find(tx, channel, ticket.owner()).orElse(null);
    List<String> said = remarks.of(tx, channel, ticket.id()).stream().map(Remarks.Remark::text).toList();
    return new Card(channel, ticket, request, askings.count(tx, channel, ticket.id()), helper, said,
        CityWords.known(Emergency.settings(channel).cities(), request.city()).orElse(null),
        people.find(tx, channel, ticket.person()).map(Person::reachable).orElse(true),
        blocklist.has(tx, channel, ticket.person()));
  }
}
