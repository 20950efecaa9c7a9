package otklik.emergency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.geography.City;
import otklik.kernel.MessageId;
import otklik.relay.Direction;
import otklik.relay.Relay;

/// What happened, in words, voice or pictures.
@Component
final class TellingStep implements DialogStep<EmergencyStep.Telling> {
  private final Form form;
  private final Whereabouts whereabouts;
  private final Residents residents;
  private final Relay relay;
  private final Deliveries deliveries;

  TellingStep(Form form, Whereabouts whereabouts, Residents residents, Relay relay, Deliveries deliveries) {
    this.form = form;
    this.whereabouts = whereabouts;
    this.residents = residents;
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
      form.askWhat(visitor, new EmergencyStep.Telling(EmergencyStep.plus(step.written(), contact), step.place()),
          "emergency.request.contact-kept");
      return;
    }
    if (!Whereabouts.isPosition(content) && !Story.tells(content)) {
      deliveries.owe(visitor.turn(), Owed.words(visitor.says(visitor.text("emergency.request.in-words"))));
      return;
    }
    City own = whereabouts.newlyNamed(visitor, content).orElse(null);
    if (own != null) { // they answer what they were asked before they pressed the button
      residents.livesIn(visitor.turn(), visitor.person().id(), visitor.chat().chat(), own.id().value(),
          own.country().code());
      form.askWhat(visitor, step);
      return;
    }
    MessageId message = relay.keep(visitor.turn(), null, Direction.IN, said, shown);
    if (!Whereabouts.isPosition(content)) {
      told(visitor, EmergencyStep.plus(step.written(), message), step.place());
      return;
    }
    if (whereabouts.read(visitor, content, said.at(), message) instanceof Whereabouts.Read.Somewhere(var place)) {
      form.askWhat(visitor, new EmergencyStep.Telling(step.written(), place));
    } else {
      relay.forget(visitor.turn(), List.of(message));
      deliveries.owe(visitor.turn(), Owed.words(visitor.says(
          visitor.text("emergency.request.broken-position-first"))));
    }
  }

  private void told(Visitor visitor, List<MessageId> written, EmergencyStep.@Nullable Place place) throws Exception {
    if (place == null) {
      form.askWhere(visitor, written, "emergency.request.where");
    } else {
      form.confirm(visitor, new EmergencyStep.Confirming(written, place));
    }
  }
}
