package otklik.emergency;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.geography.WrittenPlace;
import otklik.kernel.MessageId;
import otklik.relay.Direction;
import otklik.relay.Relay;

/// Where it happened: a position in any form, or an address in words, and its city where the words don't name it.
@Component
final class LocatingStep implements DialogStep<EmergencyStep.Locating> {
  private final RequestForm requestForm;
  private final LocationParser locationParser;
  private final Relay relay;
  private final Deliveries deliveries;

  LocatingStep(RequestForm requestForm, LocationParser locationParser, Relay relay, Deliveries deliveries) {
    this.requestForm = requestForm;
    this.locationParser = locationParser;
    this.relay = relay;
    this.deliveries = deliveries;
  }

  @Override
  public Class<EmergencyStep.Locating> step() {
    return EmergencyStep.Locating.class;
  }

  @Override
  public void said(Visitor visitor, EmergencyStep.Locating step, Incoming.Said said, Content shown) throws Exception {
    Content content = said.content();
    if (content instanceof Content.Unsupported) {
      return;
    }
    if (content instanceof Content.Text text && step.address() != null) {
      named(visitor, step, step.address(), text.text());
      return;
    }
    String unreadable = content instanceof Content.Text text ? unreadable(text) : null;
    if (unreadable != null) {
      requestForm.askWhere(visitor, step.written(), unreadable);
      return;
    }
    MessageId message = relay.keep(visitor.turn(), null, Direction.IN, said, shown);
    if (content instanceof Content.Text words && !locationParser.isAddress(visitor, words)) {
      requestForm.doubt(visitor, new EmergencyStep.Doubted(step.written(), message));
      return;
    }
    switch (locationParser.read(visitor, content, said.at(), message)) {
      case LocationParser.Read.Broken _ -> {
        relay.forget(visitor.turn(), List.of(message));
        requestForm.askWhere(visitor, step.written(), "emergency.request.broken-position");
      }
      case LocationParser.Read.Nothing _ -> more(visitor, step, said, message);
      case LocationParser.Read.Somewhere place -> located(visitor, step, place, message);
      case LocationParser.Read.CityMissing address -> located(visitor, step, address, message);
    }
  }

  /// What to say to coordinates of no place and to a link that hides its own; null for anything else.
  private static @Nullable String unreadable(Content.Text text) {
    return switch (WrittenPlace.in(text.text()).orElse(null)) {
      case WrittenPlace.Nowhere _ -> "emergency.request.no-such-point";
      case WrittenPlace.ShortLink _ -> "emergency.request.short-link";
      case WrittenPlace.At _ -> null;
      case null -> null;
    };
  }

  /// A place was told; of an address the city may be missing.
  void located(Visitor visitor, EmergencyStep.Locating step, LocationParser.Read read, MessageId message)
      throws Exception {
    switch (read) {
      case LocationParser.Read.Somewhere(var place) -> found(visitor, step, place);
      case LocationParser.Read.CityMissing(var address) -> requestForm.askCity(visitor,
          new EmergencyStep.Locating(step.written(), address, message), "emergency.request.which-city");
      case LocationParser.Read.Broken _, LocationParser.Read.Nothing _ ->
          throw new IllegalArgumentException("no place");
    }
  }

  /// The city of the address.
  private void named(Visitor visitor, EmergencyStep.Locating step, String address, String city) throws Exception {
    EmergencyStep.Place place =
        locationParser.completed(visitor, address, Objects.requireNonNull(step.message()), city);
    if (place == null) {
      requestForm.askCity(visitor, step, "emergency.request.unknown-city");
    } else {
      found(visitor, new EmergencyStep.Locating(step.written(), null, null), place);
    }
  }

  private void found(Visitor visitor, EmergencyStep.Locating step, EmergencyStep.Place place) throws Exception {
    EmergencyStep.Place whole = place;
    if (step.address() != null && place.address() == null) {
      relay.forget(visitor.turn(), List.of(place.message()));
      whole = new EmergencyStep.Place(place.latitude(), place.longitude(), place.accuracy(), place.at(), false,
          step.address(), place.city(), place.country(), Objects.requireNonNull(step.message()));
    }
    deliveries.owe(visitor.turn(), NewDelivery.words(
        PositionKey.goneFrom(visitor, visitor.text("emergency.request.place-kept"))));
    requestForm.confirm(visitor, new EmergencyStep.Confirming(step.written(), whole));
  }

  /// Pictures and voice go on telling what happened.
  private void more(Visitor visitor, EmergencyStep.Locating step, Incoming.Said said, MessageId message)
      throws Exception {
    List<MessageId> written = EmergencyStep.plus(step.written(), message);
    if (step.address() != null) {
      requestForm.askCity(visitor, new EmergencyStep.Locating(written, step.address(), step.message()),
          "emergency.request.which-city");
    } else if (said.album() != null) {
      requestForm.waitForWhere(visitor, written);
    } else {
      requestForm.askWhere(visitor, written, "emergency.request.where-still");
    }
  }
}
