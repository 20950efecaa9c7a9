package otklik.emergency.requests;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.emergency.settings.EmergencySettings;
import otklik.geography.City;
import otklik.geography.CityId;
import otklik.kernel.TicketId;
import otklik.people.People;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// Reads what is known of a request.
@Component
public final class Cases {
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

  public Case read(Turn turn, TicketId id) throws Exception {
    return read(turn, tickets.find(turn, id).orElseThrow());
  }

  public Case read(Turn turn, Ticket ticket) {
    Request request = requests.of(turn, ticket);
    Person taker = ticket.owner() == null ? null : people.find(turn, ticket.owner()).orElseThrow();
    Optional<City> city = EmergencySettings.of(turn.channel()).cities().city(new CityId(request.city()));
    return new Case(ticket, request, people.find(turn, ticket.person()).orElseThrow(), taker,
        remarks.of(turn, ticket.id()), city.orElse(null), city.map(City::zone).orElse(turn.channel().zone()));
  }
}
