package otklik.emergency;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.kernel.MessageId;
import otklik.relay.Relay;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// A request begins: its ticket, its rows, its card and the search for somebody who helps.
@Component
final class Opening {
  private final Tickets tickets;
  private final Requests requests;
  private final Residents residents;
  private final Timeline timeline;
  private final Relay relay;
  private final Form form;
  private final Whereabouts whereabouts;
  private final Expiry expiry;
  private final Cards cards;
  private final PlacedAnew placedAnew;
  private final Search search;
  private final Renewing renewing;
  private final Deliveries deliveries;

  Opening(Tickets tickets, Requests requests, Residents residents, Timeline timeline, Relay relay, Form form,
      Whereabouts whereabouts, Expiry expiry, Cards cards, PlacedAnew placedAnew, Search search, Renewing renewing,
      Deliveries deliveries) {
    this.tickets = tickets;
    this.requests = requests;
    this.residents = residents;
    this.timeline = timeline;
    this.relay = relay;
    this.form = form;
    this.whereabouts = whereabouts;
    this.expiry = expiry;
    this.cards = cards;
    this.placedAnew = placedAnew;
    this.search = search;
    this.renewing = renewing;
    this.deliveries = deliveries;
  }

  /// Somebody has a request already: they said that a closed one is urgent after all, while they told another.
  void join(Visitor visitor, Ticket open, EmergencyStep.Confirming told) throws Exception {
    Turn turn = visitor.turn();
    EmergencyStep.Place place = told.place();
    Request before = requests.of(turn, open);
    Story story = new Story(before.description(), before.attachments())
        .with(Story.of(relay.told(turn, told.written())));
    relay.adopt(turn, open, EmergencyStep.plus(told.written(), place.message()));
    requests.describe(turn, open.id(), story.words(), story.attachments());
    requests.located(turn, open.id(), place.fix(), place.address(), whereabouts.area(visitor, place));
    Optional<MessageId> former = requests.placeMessage(turn, open.id());
    if (former.isPresent()) {
      relay.forget(turn, List.of(former.get()));
    }
    requests.toldIn(turn, open.id(), place.message());
    requests.followed(turn, open.id(), place.message());
    form.end(visitor);
    if (open.state().equals(Lifecycle.TAKEN) && open.owner() != null) {
      renewing.renew(turn, open, open.owner());
    }
    deliveries.owe(turn, Owed.words(visitor.says(
        visitor.text("emergency.request.joined", "number", open.shownNumber()))).of(open.id()));
    placedAnew.in(visitor, open, place);
  }

  void open(Visitor visitor, EmergencyStep.Confirming told) throws Exception {
    Turn turn = visitor.turn();
    EmergencyStep.Place place = told.place();
    Ticket ticket = tickets.open(turn, visitor.person().id(), visitor.chat().chat(), Lifecycle.OPEN);
    Story story = Story.of(relay.told(turn, told.written()));
    relay.adopt(turn, ticket, EmergencyStep.plus(told.written(), place.message()));
    requests.add(turn, new Request(ticket.id(), place.city(), place.country(),
        residents.find(turn, visitor.person().id()).map(Resident::community).orElse(null), place.fix(),
        place.address(), whereabouts.area(visitor, place), story.words(), story.attachments(), 1, -1,
        expiry.fromNow(turn), null, null, null, null, false));
    requests.toldIn(turn, ticket.id(), place.message());
    requests.followed(turn, ticket.id(), place.message());
    timeline.note(turn, ticket.id(), "opened", visitor.person().id(), null);
    form.end(visitor);
    expiry.begin(turn, ticket.id());
    deliveries.owe(turn, Owed.words(visitor.says(
        visitor.text("emergency.request.sent", "number", ticket.shownNumber(),
            "time", Spans.inWords(visitor, Emergency.settings(turn.channel()).lifetime())),
        OwnButtons.withdraw(visitor, ticket.id()))).of(ticket.id()));
    cards.open(turn, ticket);
    search.begin(turn, ticket);
  }
}
