package otklik.emergency;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.geography.Area;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// The person says that it is urgent after all: once, and then a coordinator decides. Before the request is closed it
/// stays open by that.
@Component
final class Appealing implements EmergencyPart, PersonButton {
  private final Tickets tickets;
  private final Requests requests;
  private final Timeline timeline;
  private final Expiry expiry;
  private final NobodyCame nobodyCame;
  private final StayingOpen stayingOpen;
  private final Helplines helplines;
  private final VolunteerCopies volunteerCopies;
  private final RequestCards requestCards;
  private final Deliveries deliveries;

  Appealing(Tickets tickets, Requests requests, Timeline timeline, Expiry expiry, NobodyCame nobodyCame,
      StayingOpen stayingOpen, Helplines helplines, VolunteerCopies volunteerCopies, RequestCards requestCards,
      Deliveries deliveries) {
    this.tickets = tickets;
    this.requests = requests;
    this.timeline = timeline;
    this.expiry = expiry;
    this.nobodyCame = nobodyCame;
    this.stayingOpen = stayingOpen;
    this.helplines = helplines;
    this.volunteerCopies = volunteerCopies;
    this.requestCards = requestCards;
    this.deliveries = deliveries;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.APPEAL);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Turn turn = pressing.turn();
    Ticket ticket = OwnTicket.ofAsker(tickets, pressing).orElse(null);
    if (ticket != null && stayingOpen.insisted(visitor, ticket)) {
      return Response.done();
    }
    if (ticket == null
        || requests.of(turn, ticket).ending() != Request.Ending.NOT_URGENT
        || !(RequestLifecycle.decide(RequestLifecycle.stateOf(ticket), new RequestLifecycle.Command.Appeal())
            instanceof RequestLifecycle.Decision.Moved(var to, var owner))) {
      return new Response.Outdated();
    }
    if (tickets.openOf(turn, visitor.person().id()).isPresent()) {
      return Response.says(visitor.text("emergency.appeal.other-open"));
    }
    if (!requests.appeal(turn, ticket.id()) || !tickets.move(turn, ticket, to, owner)) {
      return new Response.Outdated();
    }
    timeline.note(turn, ticket.id(), "appealed", visitor.person().id(), null);
    expiry.begin(turn, ticket.id());
    nobodyCame.watch(turn, ticket.id());
    deliveries.owe(turn, NewDelivery.words(passed(visitor, ticket)).of(ticket.id()));
    volunteerCopies.refresh(turn, ticket.id());
    requestCards.refresh(turn, ticket.id());
    requestCards.alert(turn, turn.text("emergency.appeal.note",
        "number", ticket.shownNumber()));
    return Response.done();
  }

  /// The exact place is gone since the request was closed. An address goes to whoever helps, and to nobody before.
  private Call passed(Visitor visitor, Ticket ticket) {
    Area area = requests.of(visitor.turn(), ticket).area();
    String numbers = helplines.of(visitor);
    return area != null && LocationParser.isWholeCity(area)
        ? visitor.says(visitor.text("emergency.appeal.passed-address", "number", ticket.shownNumber(),
            "numbers", numbers))
        : PositionKey.under(visitor, visitor.text("emergency.appeal.passed", "number", ticket.shownNumber(),
            "numbers", numbers));
  }
}
