package otklik.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.kernel.MessageId;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;

/// Everything is told. What is said now belongs to it, and everything is shown anew.
@Component
final class ConfirmingStep implements EmergencyPart, DialogStep<EmergencyStep.Confirming>, PersonButton {
  private final RequestForm requestForm;
  private final RelocatingStep relocatingStep;
  private final LocationParser locationParser;
  private final Relay relay;
  private final Deliveries deliveries;

  ConfirmingStep(RequestForm requestForm, RelocatingStep relocatingStep, LocationParser locationParser, Relay relay,
      Deliveries deliveries) {
    this.requestForm = requestForm;
    this.relocatingStep = relocatingStep;
    this.locationParser = locationParser;
    this.relay = relay;
    this.deliveries = deliveries;
  }

  @Override
  public Class<EmergencyStep.Confirming> step() {
    return EmergencyStep.Confirming.class;
  }

  @Override
  public void said(Visitor visitor, EmergencyStep.Confirming step, Incoming.Said said, Content shown) throws Exception {
    Content content = said.content();
    if (content instanceof Content.Unsupported) {
      return;
    }
    MessageId message = relay.keep(visitor.turn(), null, Direction.IN, said, shown);
    if (!LocationParser.isPosition(content)) {
      requestForm.confirm(visitor,
          new EmergencyStep.Confirming(EmergencyStep.plus(step.written(), message), step.place()));
      return;
    }
    if (locationParser.read(visitor, content, said.at(), message) instanceof LocationParser.Read.Somewhere(var place)) {
      relay.forget(visitor.turn(), List.of(step.place().message()));
      requestForm.confirm(visitor, new EmergencyStep.Confirming(step.written(), place));
    } else {
      relay.forget(visitor.turn(), List.of(message));
      deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(
          visitor.text("emergency.request.broken-position-kept"))));
    }
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.OTHER_PLACE, EmergencyButton.OTHER_WORDS);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    if (!(requestForm.current(visitor).orElse(null) instanceof EmergencyStep.Confirming(var written, var place))) {
      return new Response.Outdated();
    }
    if (pressing.press().kind() == EmergencyButton.OTHER_WORDS) {
      tellAnew(visitor, written, place);
      return Response.done();
    }
    if (place.fix() == null) {
      relocatingStep.ask(visitor, new EmergencyStep.Relocating(written, place.message()));
    } else {
      relay.forget(visitor.turn(), List.of(place.message()));
      requestForm.askWhere(visitor, written, "emergency.request.where");
    }
    return Response.done();
  }

  /// Files without words, and contacts, stay.
  private void tellAnew(Visitor visitor, List<MessageId> written, EmergencyStep.Place place) throws Exception {
    List<MessageId> kept = new ArrayList<>();
    List<MessageId> dropped = new ArrayList<>();
    for (MessageId message : written) {
      boolean tells = relay.contents(visitor.turn(), List.of(message)).stream()
          .anyMatch(content -> !Story.words(content).isEmpty());
      (tells ? dropped : kept).add(message);
    }
    relay.forget(visitor.turn(), dropped);
    requestForm.askWhat(visitor, new EmergencyStep.Telling(List.copyOf(kept), place), "emergency.request.what-anew");
  }
}
