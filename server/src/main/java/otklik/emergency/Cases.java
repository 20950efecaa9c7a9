package otklik.emergency;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.geography.City;
import otklik.geography.CityId;
import otklik.kernel.TicketId;
import otklik.people.People;
import otklik.people.Person;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// Reads what is known of a request.
@Component
final class Cases {
  private final Tickets tickets;
  private final Requests requests;
  private final Remarks remarks;
  private final People people;

  Cases(Tickets tickets, Requests requests, Remarks remarks, People people) {
    this.tickets = tickets;
    this.requests = requests;
    this.remarks = remarks;
    this.people = people;
  }

  Case read(Tx tx, Channel channel, TicketId id) throws Exception {
    return read(tx, channel, tickets.find(tx, channel, id).orElseThrow());
  }

  Case read(Tx tx, Channel channel, Ticket ticket) {
    Request request = requests.of(tx, channel, ticket);
    Person taker = ticket.owner() == null ? null : people.find(tx, channel, ticket.owner()).orElseThrow();
    Optional<City> city = Emergency.settings(channel).cities().city(new CityId(request.city()));
    return new Case(ticket, request, people.find(tx, channel, ticket.person()).orElseThrow(), taker,
        remarks.of(tx, channel, ticket.id()), city.orElse(null), city.map(City::zone).orElse(channel.zone()));
  }
}
