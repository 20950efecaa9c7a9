package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// A request that volunteers had put aside is searched for anew; what they thought of it counts no more.
@Component
final class Readmission {
  private final Tickets tickets;
  private final Requests requests;
  private final Votes votes;
  private final Copies copies;
  private final Search search;

  Readmission(Tickets tickets, Requests requests, Votes votes, Copies copies, Search search) {
    this.tickets = tickets;
    this.requests = requests;
    this.votes = votes;
    this.copies = copies;
    this.search = search;
  }

  void searchAgain(Tx tx, Channel channel, TicketId ticket) throws Exception {
    requests.backInPool(tx, channel, ticket);
    votes.clear(tx, channel, ticket);
    copies.refresh(tx, channel, ticket);
    search.begin(tx, channel, tickets.find(tx, channel, ticket).orElseThrow());
  }
}
