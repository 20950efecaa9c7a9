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
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Erases what is known of a person here: as one who asked, as one who helped, and as a member. Requests stay without
/// words, so that they can be counted, and so does a record that it was done.
@Component
final class EmergencyEraser implements Eraser {
  private static final int MESSAGES_AT_ONCE = 250;
  /// What a request costs besides its messages, in rows.
  private static final int TICKET = 100;

  private final Tickets tickets;
  private final AskerTraces askerTraces;
  private final VolunteerTraces volunteerTraces;
  private final RailTraces railTraces;
  private final RelayTraces relayTraces;
  private final ResidentRows residentRows;
  private final Membership membership;
  private final ToWhom toWhom;
  private final Erasures erasures;

  EmergencyEraser(Tickets tickets, AskerTraces askerTraces, VolunteerTraces volunteerTraces, RailTraces railTraces,
      RelayTraces relayTraces, ResidentRows residentRows, Membership membership, ToWhom toWhom, Erasures erasures) {
    this.tickets = tickets;
    this.askerTraces = askerTraces;
    this.volunteerTraces = volunteerTraces;
    this.railTraces = railTraces;
    this.relayTraces = relayTraces;
    this.residentRows = residentRows;
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
  public void begin(Visitor visitor) throws Exception {
    VolunteerTraces.Shown shown = volunteerTraces.shownTo(visitor);
    toWhom.forget(visitor);
    railTraces.begin(visitor);
    volunteerTraces.leave(visitor, shown);
    membership.drop(visitor);
  }

  @Override
  public boolean erase(Visitor visitor, Portion portion) throws Exception {
    Turn turn = visitor.turn();
    if (!volunteerTraces.erase(visitor, portion)) {
      return false;
    }
    for (Ticket ticket : tickets.of(turn, visitor.person().id())) {
      if (!ticket.isErased() && ticket.id().value() < portion.until() && !erase(turn, ticket, portion)) {
        return false;
      }
    }
    if (!eraseOwn(visitor, portion) || !askerTraces.eraseShared(turn, portion)
        || !railTraces.eraseChat(visitor, portion)) {
      return false;
    }
    residentRows.erase(turn, visitor.person().id());
    return true;
  }

  private boolean erase(Turn turn, Ticket ticket, Portion portion) throws Exception {
    while (!portion.isUsedUp() && relayTraces.isLonger(turn, ticket.id(), MESSAGES_AT_ONCE)) {
      askerTraces.eraseOldest(turn, ticket, MESSAGES_AT_ONCE);
      erasures.count(turn, ticket.person(), 0, MESSAGES_AT_ONCE);
      portion.spend(MESSAGES_AT_ONCE);
    }
    if (portion.isUsedUp()) {
      return false;
    }
    railTraces.eraseTime(turn, ticket);
    askerTraces.withdraw(turn, ticket);
    int messages = relayTraces.erase(turn, ticket.id());
    askerTraces.erase(turn, ticket);
    erasures.count(turn, ticket.person(), 1, messages);
    portion.spend(TICKET + messages);
    return true;
  }

  /// What they wrote besides.
  private boolean eraseOwn(Visitor visitor, Portion portion) throws Exception {
    int most = portion.left();
    int messages = relayTraces.erase(visitor.turn(), visitor.person().account(), visitor.chat().chat(),
        portion.until(), most);
    erasures.count(visitor.turn(), visitor.person().id(), 0, messages);
    portion.spend(messages);
    return messages < most;
  }

  @Override
  public Call told(Visitor visitor, boolean done) {
    return done ? PositionKey.goneFrom(visitor, visitor.text("emergency.forget.done"))
        : visitor.says(visitor.text("emergency.forget.begun"));
  }
}
