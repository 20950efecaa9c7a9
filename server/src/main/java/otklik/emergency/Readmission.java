package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.kernel.TicketId;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// A request that volunteers had put aside is searched for anew; what they thought of it counts no more.
@Component
final class Readmission {
  private final Tickets tickets;
  private final Requests requests;
  private final Votes votes;
  private final VolunteerCopies volunteerCopies;
  private final VolunteerSearch volunteerSearch;

  Readmission(Tickets tickets, Requests requests, Votes votes, VolunteerCopies volunteerCopies,
      VolunteerSearch volunteerSearch) {
    this.tickets = tickets;
    this.requests = requests;
    this.votes = votes;
    this.volunteerCopies = volunteerCopies;
    this.volunteerSearch = volunteerSearch;
  }

  void searchAgain(Turn turn, TicketId ticket) throws Exception {
    requests.backInPool(turn, ticket);
    votes.clear(turn, ticket);
    volunteerCopies.refresh(turn, ticket);
    volunteerSearch.begin(turn, tickets.find(turn, ticket).orElseThrow());
  }
}
