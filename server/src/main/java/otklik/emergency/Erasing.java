package otklik.emergency;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.erasure.Eraser;
import otklik.erasure.Erasures;
import otklik.erasure.RailTraces;
import otklik.kernel.TicketId;
import otklik.people.Person;
import otklik.relay.RelayTraces;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// Erases what is known of a person here: as one who asked, as one who helped, and as a member. Requests stay without
/// words, so that they can be counted, and so does a record that it was done.
@Component
final class Erasing implements Eraser {
  private final Tickets tickets;
  private final AskerTraces askerTraces;
  private final VolunteerTraces volunteerTraces;
  private final RailTraces railTraces;
  private final RelayTraces relayTraces;
  private final Residents residents;
  private final Membership membership;
  private final Erasures erasures;

  Erasing(Tickets tickets, AskerTraces askerTraces, VolunteerTraces volunteerTraces, RailTraces railTraces, RelayTraces relayTraces,
      Residents residents, Membership membership, Erasures erasures) {
    this.tickets = tickets;
    this.askerTraces = askerTraces;
    this.volunteerTraces = volunteerTraces;
    this.railTraces = railTraces;
    this.relayTraces = relayTraces;
    this.residents = residents;
    this.membership = membership;
    this.erasures = erasures;
  }

  @Override
  public String scenario() {
    return Emergency.NAME;
  }

  @Override
  public boolean needs(Channel channel, Person person) {
    return Emergency.settings(channel).isCoordinator(person.account());
  }

  @Override
  public void erase(Tx tx, Visitor visitor) throws Exception {
    Channel channel = visitor.channel();
    Person person = visitor.person();
    List<Ticket> theirs = tickets.of(tx, channel, person.id());
    VolunteerTraces.Shown shown = volunteerTraces.shownTo(tx, visitor);
    railTraces.erase(tx, visitor, theirs);
    volunteerTraces.erase(tx, visitor, shown);
    askerTraces.withdraw(tx, channel, theirs);
    List<TicketId> ids = theirs.stream().map(Ticket::id).toList();
    int messages = relayTraces.erase(tx, channel, ids, person.account(), visitor.chat().chat());
    for (Ticket ticket : theirs) {
      askerTraces.erase(tx, channel, ticket);
    }
    residents.erase(tx, channel, person.id());
    membership.drop(tx, visitor);
    erasures.note(tx, channel, person.id(), theirs.size(), messages);
  }
}
