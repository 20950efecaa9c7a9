package otklik.emergency.asking;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.cards.RequestCards;
import otklik.emergency.helping.Renewing;
import otklik.emergency.people.Resident;
import otklik.emergency.people.ResidentRows;
import otklik.emergency.requests.EmergencyStep;
import otklik.emergency.requests.Lifetime;
import otklik.emergency.requests.LocationParser;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.Story;
import otklik.emergency.search.PlacedAnew;
import otklik.emergency.search.VolunteerSearch;
import otklik.emergency.settings.Durations;
import otklik.emergency.settings.EmergencySettings;
import otklik.emergency.settings.OwnButtons;
import otklik.forms.FormStep;
import otklik.forms.Forms;
import otklik.kernel.MessageId;
import otklik.people.Actor;
import otklik.relay.Relay;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// A request begins: its ticket, its rows, its card and the search for somebody who helps.
@Component
final class RequestOpening {
  private final Tickets tickets;
  private final Requests requests;
  private final ResidentRows residentRows;
  private final Timeline timeline;
  private final Relay relay;
  private final Forms forms;
  private final LocationParser locationParser;
  private final Lifetime lifetime;
  private final RequestCards requestCards;
  private final PlacedAnew placedAnew;
  private final VolunteerSearch volunteerSearch;
  private final Renewing renewing;
  private final Deliveries deliveries;

  RequestOpening(Tickets tickets, Requests requests, ResidentRows residentRows, Timeline timeline, Relay relay,
      Forms forms, LocationParser locationParser, Lifetime lifetime, RequestCards requestCards,
      PlacedAnew placedAnew, VolunteerSearch volunteerSearch, Renewing renewing, Deliveries deliveries) {
    this.tickets = tickets;
    this.requests = requests;
    this.residentRows = residentRows;
    this.timeline = timeline;
    this.relay = relay;
    this.forms = forms;
    this.locationParser = locationParser;
    this.lifetime = lifetime;
    this.requestCards = requestCards;
    this.placedAnew = placedAnew;
    this.volunteerSearch = volunteerSearch;
    this.renewing = renewing;
    this.deliveries = deliveries;
  }

  /// Somebody has a request already: they said that a closed one is urgent after all, while they told another.
  ///
  /// @return false when they have none
  boolean joins(Visitor visitor, EmergencyStep.Confirming told) throws Exception {
    Turn turn = visitor.turn();
    Ticket open = tickets.openOf(turn, visitor.person().id()).orElse(null);
    if (open == null) {
      return false;
    }
    EmergencyStep.Place place = told.place();
    Request before = requests.of(turn, open);
    Story story = new Story(before.description(), before.attachments())
        .with(Story.of(relay.told(turn, told.written())));
    relay.adopt(turn, open, FormStep.plus(told.written(), place.message()));
    requests.describe(turn, open.id(), story.words(), story.attachments());
    requests.located(turn, open.id(), place.fix(), place.address(), locationParser.area(visitor, place));
    Optional<MessageId> former = requests.placeMessage(turn, open.id());
    if (former.isPresent()) {
      relay.forget(turn, List.of(former.get()));
    }
    requests.toldIn(turn, open.id(), place.message());
    requests.followed(turn, open.id(), place.message());
    forms.end(visitor);
    if (open.state().equals(RequestLifecycle.TAKEN) && open.owner() != null) {
      renewing.renew(turn, open, open.owner());
    }
    deliveries.owe(turn, NewDelivery.words(visitor.says(
        visitor.text("emergency.request.joined", "number", open.shownNumber()))).of(open.id()));
    placedAnew.in(visitor, open, place);
    return true;
  }

  void open(Visitor visitor, EmergencyStep.Confirming told) throws Exception {
    Turn turn = visitor.turn();
    EmergencyStep.Place place = told.place();
    Ticket ticket = tickets.open(turn, visitor.person().id(), visitor.chat().chat(), RequestLifecycle.OPEN);
    Story story = Story.of(relay.told(turn, told.written()));
    relay.adopt(turn, ticket, FormStep.plus(told.written(), place.message()));
    requests.add(turn, new Request(ticket.id(), place.city(), place.country(),
        residentRows.find(turn, visitor.person().id()).map(Resident::community).orElse(null), place.fix(),
        place.address(), locationParser.area(visitor, place), story.words(), story.attachments(), 1, -1,
        lifetime.fromNow(turn), null, null, null, null, false));
    requests.toldIn(turn, ticket.id(), place.message());
    requests.followed(turn, ticket.id(), place.message());
    timeline.note(turn, ticket.id(), "opened", Actor.of(visitor.person().id()), null);
    forms.end(visitor);
    lifetime.begin(turn, ticket.id());
    deliveries.owe(turn, NewDelivery.words(visitor.says(
        visitor.text("emergency.request.sent", "number", ticket.shownNumber(),
            "time", Durations.inWords(visitor, EmergencySettings.of(turn.channel()).lifetime())),
        OwnButtons.withdraw(visitor, ticket.id()))).of(ticket.id()));
    requestCards.open(turn, ticket);
    volunteerSearch.begin(turn, ticket);
  }
}
