package otklik.emergency.cards;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.emergency.requests.Askings;
import otklik.emergency.requests.PendingClosings;
import otklik.emergency.requests.Remarks;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.Votes;
import otklik.emergency.settings.CityWords;
import otklik.emergency.settings.EmergencySettings;
import otklik.kernel.PersonId;
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
  private final Votes votes;
  private final PendingClosings pendingClosings;
  private final People people;
  private final Blocklist blocklist;

  CardRows(Requests requests, Askings askings, Remarks remarks, Votes votes, PendingClosings pendingClosings,
      People people, Blocklist blocklist) {
    this.requests = requests;
    this.askings = askings;
    this.remarks = remarks;
    this.votes = votes;
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
    PendingClosings.Closing closing = pendingClosings.of(turn, ticket.id()).orElse(null);
    Set<PersonId> all = new LinkedHashSet<>(votes.of(turn, ticket.id()));
    if (closing != null) {
      all.add(closing.by());
    }
    List<Person> volunteers = all.stream().flatMap(id -> people.find(turn, id).stream()).toList();
    return new RequestCard.Doubt(volunteers, closing == null ? null : closing.at());
  }
}
