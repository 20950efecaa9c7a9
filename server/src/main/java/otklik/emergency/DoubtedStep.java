package otklik.emergency;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.relay.Relay;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;

/// Somebody in a hurry writes in short lines: a line after the question for the place may still tell what happened. Only
/// they know, so they are asked; until they answer it is what happened.
@Component
final class DoubtedStep implements EmergencyPart, DialogStep<EmergencyStep.Doubted>, PersonButton {
  private final RequestForm requestForm;
  private final LocatingStep locating;
  private final LocationParser locationParser;
  private final Relay relay;

  DoubtedStep(RequestForm requestForm, LocatingStep locating, LocationParser locationParser, Relay relay) {
    this.requestForm = requestForm;
    this.locating = locating;
    this.locationParser = locationParser;
    this.relay = relay;
  }

  @Override
  public Class<EmergencyStep.Doubted> step() {
    return EmergencyStep.Doubted.class;
  }

  @Override
  public void said(Visitor visitor, EmergencyStep.Doubted step, Incoming.Said said, Content shown) throws Exception {
    locating.said(visitor, new EmergencyStep.Locating(step.told(), null, null), said, shown);
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.IS_PLACE, EmergencyButton.IS_STORY);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    if (!(requestForm.current(visitor).orElse(null) instanceof EmergencyStep.Doubted step)
        || !pressing.press().detail().equals(String.valueOf(step.message().value()))) {
      return new Response.Outdated();
    }
    List<Content> words = relay.contents(visitor.turn(), List.of(step.message()));
    if (pressing.press().kind() == EmergencyButton.IS_PLACE && words.getFirst() instanceof Content.Text text) {
      locating.located(visitor, new EmergencyStep.Locating(step.written(), null, null),
          locationParser.read(visitor, text, step.message()), step.message());
    } else {
      requestForm.askWhere(visitor, step.told(), "emergency.request.where-still");
    }
    return Response.done();
  }
}
