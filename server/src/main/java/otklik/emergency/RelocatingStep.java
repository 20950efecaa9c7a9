package otklik.emergency;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.relay.Relay;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;

/// Somebody says otherwise where they are, and had written something that was taken for a place. It may be an address,
/// which is nobody's business any more, or go on telling what happened, which everybody reads: only they know.
@Component
final class RelocatingStep implements EmergencyPart, DialogStep<EmergencyStep.Relocating>, PersonButton {
  private static final int SHOWN = 200;

  private final RequestForm requestForm;
  private final LocatingStep locating;
  private final LocationParser locationParser;
  private final Relay relay;
  private final Deliveries deliveries;

  RelocatingStep(RequestForm requestForm, LocatingStep locating, LocationParser locationParser, Relay relay,
      Deliveries deliveries) {
    this.deliveries = deliveries;
    this.locationParser = locationParser;
    this.requestForm = requestForm;
    this.locating = locating;
    this.relay = relay;
  }

  void ask(Visitor visitor, EmergencyStep.Relocating step) throws Exception {
    String words = relay.contents(visitor.turn(), List.of(step.message())).stream()
        .map(Story::words).findFirst().orElse("");
    requestForm.relocate(visitor, step, Copy.shortened(words, SHOWN));
  }

  @Override
  public Class<EmergencyStep.Relocating> step() {
    return EmergencyStep.Relocating.class;
  }

  /// Whoever tells a place has answered. What may be none is no answer: it would be read by nobody knows whom.
  @Override
  public void said(Visitor visitor, EmergencyStep.Relocating step, Incoming.Said said, Content shown) throws Exception {
    boolean unclear = said.content() instanceof Content.Text text && !locationParser.isAddress(visitor, text);
    if (unclear) {
      deliveries.owe(visitor.turn(),
          NewDelivery.words(visitor.says(visitor.text("emergency.request.press-first"))));
      ask(visitor, step);
    } else if (!(said.content() instanceof Content.Unsupported)) {
      relay.forget(visitor.turn(), List.of(step.message()));
      locating.said(visitor, new EmergencyStep.Locating(step.written(), null, null), said, shown);
    }
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.WAS_PLACE, EmergencyButton.WAS_STORY);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    if (!(requestForm.current(visitor).orElse(null) instanceof EmergencyStep.Relocating(var written, var message))
        || !pressing.press().detail().equals(String.valueOf(message.value()))) {
      return new Response.Outdated();
    }
    if (pressing.press().kind() == EmergencyButton.WAS_STORY) {
      requestForm.askWhere(visitor, EmergencyStep.plus(written, message), "emergency.request.where");
    } else {
      relay.forget(visitor.turn(), List.of(message));
      requestForm.askWhere(visitor, written, "emergency.request.where");
    }
    return Response.done();
  }
}
