package otklik.emergency.words;

import org.springframework.stereotype.Component;
import otklik.channels.Refusal;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.cards.RequestCards;
import otklik.emergency.people.Resident;
import otklik.emergency.people.ResidentRows;
import otklik.emergency.people.Volunteer;
import otklik.emergency.people.Volunteers;
import otklik.emergency.search.Waking;
import otklik.emergency.settings.EmergencyPart;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.people.Person;
import otklik.talk.DeliveryFailures;
import otklik.talk.ReachabilityWatch;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// Somebody blocked the bot, or came back. Who helps them knows, coordinators see it, and a volunteer who came back
/// sees what is open.
@Component
public final class EmergencyReachability implements EmergencyPart, ReachabilityWatch, DeliveryFailures {
  private final People people;
  private final Tickets tickets;
  private final ResidentRows residentRows;
  private final Volunteers volunteers;
  private final RequestCards requestCards;
  private final Waking waking;
  private final TakerRelease takerRelease;
  private final Deliveries deliveries;

  EmergencyReachability(People people, Tickets tickets, ResidentRows residentRows, Volunteers volunteers,
      RequestCards requestCards, Waking waking, TakerRelease takerRelease, Deliveries deliveries) {
    this.people = people;
    this.tickets = tickets;
    this.residentRows = residentRows;
    this.volunteers = volunteers;
    this.requestCards = requestCards;
    this.waking = waking;
    this.takerRelease = takerRelease;
    this.deliveries = deliveries;
  }

  /// Also for whoever learns of it by a delivery that was refused.
  @Override
  public void becomes(Turn turn, PersonId person, boolean reachable) throws Exception {
    if (!people.becomes(turn, person, reachable)) {
      return;
    }
    Ticket open = tickets.openOf(turn, person).orElse(null);
    if (open != null) {
      tellHelper(turn, open, reachable);
      requestCards.refresh(turn, open.id());
    }
    if (!reachable) {
      takerRelease.unreachable(turn, person);
    }
    Volunteer volunteer = volunteers.reachable(turn, person).orElse(null);
    if (volunteer != null && reachable) {
      waking.catchUp(turn, volunteer);
    }
  }

  @Override
  public boolean canBeSentAgain(Refusal why) {
    return why.isGivenUp();
  }

  private void tellHelper(Turn turn, Ticket ticket, boolean reachable) throws Exception {
    if (ticket.owner() == null) {
      return;
    }
    Person helper = people.find(turn, ticket.owner()).orElseThrow();
    String chat = residentRows.find(turn, ticket.owner()).map(Resident::chat).orElse(helper.account());
    Visitor visitor = Visitor.of(turn, helper, chat);
    deliveries.owe(turn, NewDelivery.words(visitor.says(visitor.text(
        reachable ? "emergency.reachable" : "emergency.unreachable", "number", ticket.shownNumber())))
        .of(ticket.id()));
  }
}
