package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.dialogs.Visitor;
import otklik.erasure.Eraser;
import otklik.erasure.Erasures;
import otklik.erasure.Portion;
import otklik.erasure.RailTraces;
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
  private static final int MESSAGES_AT_ONCE = 250;
  /// What a request costs besides its messages, in rows.
  private static final int TICKET = 100;

  private final Tickets tickets;
  private final AskerTraces askerTraces;
  private final VolunteerTraces volunteerTraces;
  private final RailTraces railTraces;
  private final RelayTraces relayTraces;
  private final Residents residents;
  private final Membership membership;
  private final ToWhom toWhom;
  private final Erasures erasures;

  Erasing(Tickets tickets, AskerTraces askerTraces, VolunteerTraces volunteerTraces, RailTraces railTraces, RelayTraces relayTraces,
      Residents residents, Membership membership, ToWhom toWhom, Erasures erasures) {
    this.tickets = tickets;
    this.askerTraces = askerTraces;
    this.volunteerTraces = volunteerTraces;
    this.railTraces = railTraces;
    this.relayTraces = relayTraces;
    this.residents = residents;
    this.membership = membership;
    this.toWhom = toWhom;
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
  public void begin(Tx tx, Visitor visitor) throws Exception {
    VolunteerTraces.Shown shown = volunteerTraces.shownTo(tx, visitor);
    toWhom.forget(tx, visitor);
    railTraces.begin(tx, visitor);
    volunteerTraces.leave(tx, visitor, shown);
    membership.drop(tx, visitor);
  }

  @Override
  public boolean erase(Tx tx, Visitor visitor, Portion portion) throws Exception {
    Channel channel = visitor.channel();
    if (!volunteerTraces.erase(tx, visitor, portion)) {
      return false;
    }
    for (Ticket ticket : tickets.of(tx, channel, visitor.person().id())) {
      if (!ticket.isErased() && ticket.id().value() < portion.until() && !erase(tx, channel, ticket, portion)) {
        return false;
      }
    }
    if (!eraseOwn(tx, visitor, portion) || !askerTraces.eraseShared(tx, channel, portion)
        || !railTraces.eraseChat(tx, visitor, portion)) {
      return false;
    }
    residents.erase(tx, channel, visitor.person().id());
    return true;
  }

  private boolean erase(Tx tx, Channel channel, Ticket ticket, Portion portion) throws Exception {
    while (!portion.isUsedUp() && relayTraces.isLonger(tx, channel, ticket.id(), MESSAGES_AT_ONCE)) {
      askerTraces.eraseOldest(tx, channel, ticket, MESSAGES_AT_ONCE);
      erasures.count(tx, channel, ticket.person(), 0, MESSAGES_AT_ONCE);
      portion.spend(MESSAGES_AT_ONCE);
    }
    if (portion.isUsedUp()) {
      return false;
    }
    railTraces.eraseTime(tx, channel, ticket);
    askerTraces.withdraw(tx, channel, ticket);
    int messages = relayTraces.erase(tx, channel, ticket.id());
    askerTraces.erase(tx, channel, ticket);
    erasures.count(tx, channel, ticket.person(), 1, messages);
    portion.spend(TICKET + messages);
    return true;
  }

  /// What they wrote besides.
  private boolean eraseOwn(Tx tx, Visitor visitor, Portion portion) throws Exception {
    int most = portion.left();
    int messages = relayTraces.erase(tx, visitor.channel(), visitor.person().account(), visitor.chat().chat(),
        portion.until(), most);
    erasures.count(tx, visitor.channel(), visitor.person().id(), 0, messages);
    portion.spend(messages);
    return messages < most;
  }

  @Override
  public Call told(Visitor visitor, boolean done) {
    return done ? PositionKey.goneFrom(visitor, visitor.text("emergency.forget.done"))
        : visitor.says(visitor.text("emergency.forget.begun"));
  }
}
