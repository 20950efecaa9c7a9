package otklik.emergency.asking;

import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.form.RequestForm;
import otklik.emergency.requests.EmergencyStep;
import otklik.emergency.requests.LocationParser;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.Visitors;
import otklik.emergency.search.PlacedAnew;
import otklik.emergency.words.PlaceTraces;
import otklik.emergency.words.Whose;
import otklik.kernel.TicketId;
import otklik.relay.Corrections;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// An address that its person puts right: the wrong number of a house leads whoever helps to somebody else's door.
@Component
final class Readdressing {
  private final Requests requests;
  private final RequestForm requestForm;
  private final Visitors visitors;
  private final LocationParser locationParser;
  private final PlacedAnew placedAnew;
  private final Deliveries deliveries;

  Readdressing(Requests requests, RequestForm requestForm, Visitors visitors, LocationParser locationParser,
      PlacedAnew placedAnew, Deliveries deliveries) {
    this.requests = requests;
    this.requestForm = requestForm;
    this.visitors = visitors;
    this.locationParser = locationParser;
    this.placedAnew = placedAnew;
    this.deliveries = deliveries;
  }

  /// False when that message isn't where they told the address.
  boolean puts(Visitor visitor, Corrections.Kept kept, String address) throws Exception {
    if (address.isBlank()) {
      return false;
    }
    TicketId id = kept.ticket();
    if (id == null) {
      return requestForm.readdressed(visitor, kept.message(), address);
    }
    Turn turn = visitor.turn();
    Request request = requests.find(turn, id).orElse(null);
    if (request == null || request.address() == null
        || requests.placeMessage(turn, id).filter(kept.message()::equals).isEmpty()) {
      return false;
    }
    Ticket ticket = requests.ticket(turn, id).orElseThrow();
    EmergencyStep.Place elsewhere = request.exact() == null
        && locationParser.read(visitor, Content.Text.of(address), kept.message())
            instanceof LocationParser.Read.Somewhere(var place) ? place : null;
    requests.located(turn, id, request.exact(), address,
        elsewhere == null ? request.area() : locationParser.area(visitor, elsewhere));
    if (elsewhere != null) {
      placedAnew.in(visitor, ticket, elsewhere);
    }
    Visitor helper = visitors.helper(turn, ticket).orElse(null);
    if (helper != null && Whose.hasHelper(ticket)) {
      deliveries.owe(turn, NewDelivery.words(helper.says(helper.text("emergency.address-changed",
          "number", ticket.shownNumber(), "address", address))).about(PlaceTraces.POSITION, id.value()).of(id));
    }
    return true;
  }
}
