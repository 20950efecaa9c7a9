package otklik.emergency;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.geography.Area;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.workspaces.Channel;

/// The person says that it is urgent after all: once, and then a coordinator decides. Before the request is closed it
/// stays open by that.
@Component
final class Appealing implements PersonButton {
  private final Tickets tickets;
  private final Requests requests;
  private final Timeline timeline;
  private final Expiry expiry;
  private final NobodyCame nobodyCame;
  private final StayingOpen stayingOpen;
  private final Helplines helplines;
  private final Copies copies;
  private final Cards cards;
  private final Deliveries deliveries;

  Appealing(Tickets tickets, Requests requests, Timeline timeline, Expiry expiry, NobodyCame nobodyCame,
      StayingOpen stayingOpen, Helplines helplines, Copies copies, Cards cards, Deliveries deliveries) {
    this.tickets = tickets;
    this.requests = requests;
    this.timeline = timeline;
    this.expiry = expiry;
    this.nobodyCame = nobodyCame;
    this.stayingOpen = stayingOpen;
    this.helplines = helplines;
    this.copies = copies;
    this.cards = cards;
    this.deliveries = deliveries;
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.APPEAL);
  }

  @Override
  public Response pressed(Tx tx, Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Channel channel = visitor.channel();
    Ticket ticket = OwnTicket.ofAsker(tx, tickets, pressing).orElse(null);
    if (ticket != null && stayingOpen.insisted(tx, visitor, ticket)) {
      return Response.done();
    }
    if (ticket == null
        || requests.of(tx, channel, ticket).ending() != Request.Ending.NOT_URGENT
        || !(Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Appeal())
            instanceof Lifecycle.Decision.Moved(var to, var owner))) {
      return new Response.Outdated();
    }
    if (tickets.openOf(tx, channel, visitor.person().id()).isPresent()) {
      return Response.says(visitor.text("emergency.appeal.other-open"));
    }
    if (!requests.appeal(tx, channel, ticket.id()) || !tickets.move(tx, channel, ticket, to, owner)) {
      return new Response.Outdated();
    }
    timeline.note(tx, channel, ticket.id(), "appealed", visitor.person().id(), null);
    expiry.begin(tx, channel, ticket.id());
    nobodyCame.watch(tx, channel, ticket.id());
    deliveries.owe(tx, channel, Owed.words(passed(tx, visitor, ticket)).of(ticket.id()));
    copies.refresh(tx, channel, ticket.id());
    cards.refresh(tx, channel, ticket.id());
    cards.alert(tx, channel, channel.texts().text(channel.language(), "emergency.appeal.note",
        "number", ticket.shownNumber()));
    return Response.done();
  }

  /// The exact place is gone since the request was closed. An address goes to whoever helps, and to nobody before.
  private Call passed(Tx tx, Visitor visitor, Ticket ticket) {
    Area area = requests.of(tx, visitor.channel(), ticket).area();
    String numbers = helplines.of(tx, visitor);
    return area != null && Whereabouts.isWholeCity(area)
        ? visitor.says(visitor.text("emergency.appeal.passed-address", "number", ticket.shownNumber(),
            "numbers", numbers))
        : PositionKey.under(visitor, visitor.text("emergency.appeal.passed", "number", ticket.shownNumber(),
            "numbers", numbers));
  }
}
