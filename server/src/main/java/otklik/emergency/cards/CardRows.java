package otklik.emergency.cards;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.emergency.requests.Askings;
import otklik.emergency.requests.PendingClosings;
import otklik.emergency.requests.Remarks;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.Requests;
import otklik.emergency.settings.CityWords;
import otklik.emergency.settings.EmergencySettings;
import otklik.people.Blocklist;
import otklik.people.People;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.turns.ReadTurn;

/// Reads what stands in a request's card.
@Component
public final class CardRows {
  private final Requests requests;
  private final Askings askings;
  private final Remarks remarks;
  private final PendingClosings pendingClosings;
  private final People people;
  private final Blocklist blocklist;

  CardRows(Requests requests, Askings askings, Remarks remarks, PendingClosings pendingClosings, People people,
      Blocklist blocklist) {
    this.requests = requests;
    this.askings = askings;
    this.remarks = remarks;
    this.pendingClosings = pendingClosings;
    this.people = people;
    this.blocklist = blocklist;
  }

  public RequestCard read(ReadTurn turn, Ticket ticket) {
    Request request = requests.of(turn, ticket);
    Person helper = ticket.owner() == null ? null : people.find(turn, ticket.owner()).orElse(null);
    List<String> said = remarks.of(turn, ticket.id()).stream().map(Remarks.Remark::text).toList();
    return new RequestCard(turn.channel(), ticket, request, askings.count(turn, ticket.id()), helper, said,
        doubt(turn, ticket),
        CityWords.known(EmergencySettings.of(turn.channel()).cities(), request.city()).orElse(null),
        people.find(turn, ticket.person()).map(Person::reachable).orElse(true),
        blocklist.has(turn, ticket.person()));
  }

  private RequestCard.Doubt doubt(ReadTurn turn, Ticket ticket) {
    List<Person> volunteers = pendingClosings.doubters(turn, ticket.id()).stream()
        .flatMap(id -> people.find(turn, id).stream()).toList();
    return new RequestCard.Doubt(volunteers,
        pendingClosings.of(turn, ticket.id()).map(PendingClosings.Closing::at).orElse(null));
  }
}
