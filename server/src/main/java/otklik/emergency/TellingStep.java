package otklik.emergency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.geography.City;
import otklik.kernel.MessageId;
import otklik.relay.Direction;
import otklik.relay.Relay;

/// What happened, in words, voice or pictures.
@Component
final class TellingStep implements DialogStep<EmergencyStep.Telling> {
  private final RequestForm requestForm;
  private final LocationParser locationParser;
  private final ResidentRows residentRows;
  private final Relay relay;
  private final Deliveries deliveries;

  TellingStep(RequestForm requestForm, LocationParser locationParser, ResidentRows residentRows, Relay relay,
      Deliveries deliveries) {
    this.requestForm = requestForm;
    this.locationParser = locationParser;
    this.residentRows = residentRows;
    this.relay = relay;
    this.deliveries = deliveries;
  }

  @Override
  public Class<EmergencyStep.Telling> step() {
    return EmergencyStep.Telling.class;
  }

  @Override
  public void said(Visitor visitor, EmergencyStep.Telling step, Incoming.Said said, Content shown) throws Exception {
    Content content = said.content();
    if (content instanceof Content.Unsupported) {
      return;
    }
    if (Story.isContact(content)) {
      MessageId contact = relay.keep(visitor.turn(), null, Direction.IN, said, shown);
      requestForm.askWhat(visitor, new EmergencyStep.Telling(EmergencyStep.plus(step.written(), contact), step.place()),
          "emergency.request.contact-kept");
      return;
    }
    if (!LocationParser.isPosition(content) && !Story.tells(content)) {
      deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(visitor.text("emergency.request.in-words"))));
      return;
    }
    City own = locationParser.newlyNamed(visitor, content).orElse(null);
    if (own != null) { // they answer what they were asked before they pressed the button
      residentRows.livesIn(visitor.turn(), visitor.person().id(), visitor.chat().chat(), own.id().value(),
          own.country().code());
      requestForm.askWhat(visitor, step);
      return;
    }
    MessageId message = relay.keep(visitor.turn(), null, Direction.IN, said, shown);
    if (!LocationParser.isPosition(content)) {
      told(visitor, EmergencyStep.plus(step.written(), message), step.place());
      return;
    }
    if (locationParser.read(visitor, content, said.at(), message) instanceof LocationParser.Read.Somewhere(var place)) {
      requestForm.askWhat(visitor, new EmergencyStep.Telling(step.written(), place));
    } else {
      relay.forget(visitor.turn(), List.of(message));
      deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(
          visitor.text("emergency.request.broken-position-first"))));
    }
  }

  private void told(Visitor visitor, List<MessageId> written, EmergencyStep.@Nullable Place place) throws Exception {
    if (place == null) {
      requestForm.askWhere(visitor, written, "emergency.request.where");
    } else {
      requestForm.confirm(visitor, new EmergencyStep.Confirming(written, place));
    }
  }
}
