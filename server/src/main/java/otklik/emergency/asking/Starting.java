package otklik.emergency.asking;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.helping.NamingOwnCity;
import otklik.emergency.helping.Welcome;
import otklik.emergency.membership.CoordinatorsNews;
import otklik.emergency.membership.MemberAction;
import otklik.emergency.membership.Membership;
import otklik.emergency.membership.MembershipRefusal;
import otklik.emergency.people.Communities;
import otklik.emergency.people.Community;
import otklik.emergency.people.Resident;
import otklik.emergency.people.ResidentRows;
import otklik.emergency.requests.EmergencyStep;
import otklik.emergency.requests.PositionKey;
import otklik.emergency.settings.EmergencyPart;
import otklik.forms.Forms;
import otklik.talk.PersonCommand;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// `/start`: the greeting, and in which chat the person is. What they were in the middle of is over; their request
/// isn't.
@Component
final class Starting implements EmergencyPart, PersonCommand, MemberAction {
  static final String WISH = "start";

  private final ResidentRows residentRows;
  private final Communities communities;
  private final Tickets tickets;
  private final Forms forms;
  private final Deliveries deliveries;
  private final NamingOwnCity namingOwnCity;
  private final Membership membership;
  private final Welcome welcome;
  private final MembershipRefusal membershipRefusal;

  Starting(ResidentRows residentRows, Communities communities, Tickets tickets, Forms forms,
      Deliveries deliveries, NamingOwnCity namingOwnCity, Membership membership, Welcome welcome,
      MembershipRefusal membershipRefusal) {
    this.residentRows = residentRows;
    this.communities = communities;
    this.tickets = tickets;
    this.forms = forms;
    this.deliveries = deliveries;
    this.namingOwnCity = namingOwnCity;
    this.membership = membership;
    this.welcome = welcome;
    this.membershipRefusal = membershipRefusal;
  }

  /// A link carries one word.
  @Override
  public boolean takes(Visitor visitor, String rest) {
    return rest.chars().noneMatch(Character::isWhitespace);
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    if (forms.leave(visitor).filter(EmergencyStep.OfRequest.class::isInstance).isPresent()) {
      deliveries.owe(visitor.turn(), NewDelivery.words(
          PositionKey.goneFrom(visitor, visitor.text("emergency.request.dropped"))));
    }
    Ticket open = tickets.openOf(visitor.turn(), visitor.person().id()).orElse(null);
    if (open != null) {
      welcome.menuBelow(visitor, visitor.text(
          open.owner() == null ? "emergency.still-open" : "emergency.still-helped", "number", open.shownNumber()));
    } else if (residentRows.find(visitor.turn(), visitor.person().id()).isEmpty()) {
      welcome.menu(visitor, "emergency.greeting");
      namingOwnCity.ask(visitor, WISH, visitor.text("emergency.city.ask"));
    } else {
      membership.wish(visitor, WISH, "");
    }
  }

  @Override
  public String name() {
    return WISH;
  }

  @Override
  public boolean asksForTheNearest() {
    return true;
  }

  @Override
  public void granted(Visitor visitor, String data) throws Exception {
    Resident resident = residentRows.find(visitor.turn(), visitor.person().id()).orElseThrow();
    Community community = resident.community() == null ? null
        : communities.find(visitor.turn(), resident.community()).orElse(null);
    if (community == null) {
      welcome.menu(visitor);
      return;
    }
    boolean isElsewhere = !resident.city().equals(community.city());
    welcome.menuBelow(visitor, visitor.text(isElsewhere ? "emergency.admitted-elsewhere" : "emergency.admitted",
        "title", CoordinatorsNews.title(community), "city", MembershipRefusal.cityOf(visitor, community)));
  }

  @Override
  public void refused(Visitor visitor, String data, Why why) throws Exception {
    membershipRefusal.refused(visitor, WISH, data, why);
  }
}
