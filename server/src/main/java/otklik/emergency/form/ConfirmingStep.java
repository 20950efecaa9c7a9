package otklik.emergency.form;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.EmergencyStep.Confirming;
import otklik.emergency.requests.EmergencyStep.Locating;
import otklik.emergency.requests.EmergencyStep.Relocating;
import otklik.emergency.requests.EmergencyStep.Telling;
import otklik.emergency.requests.LocationParser;
import otklik.emergency.requests.Story;
import otklik.emergency.requests.WrittenPosition;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.forms.Answer;
import otklik.forms.Form;
import otklik.forms.FormStep;
import otklik.forms.Forms;
import otklik.forms.Next;
import otklik.forms.Steps;
import otklik.kernel.MessageId;
import otklik.relay.Relay;
import otklik.talk.Pressing;

/// Everything is told. What is said now belongs to it, and everything is shown anew. Whom something keeps from sending
/// is reminded once.
@Component
final class ConfirmingStep implements EmergencyPart, Form {
  private final Forms forms;
  private final RequestForm requestForm;
  private final LocationParser locationParser;
  private final Relay relay;
  private final Steps steps;

  ConfirmingStep(Forms forms, RequestForm requestForm, LocationParser locationParser, Relay relay) {
    this.forms = forms;
    this.requestForm = requestForm;
    this.locationParser = locationParser;
    this.relay = relay;
    steps = forms.declare(this);
    requestForm.unsent(steps.at(Confirming.class)
        .readAs(said -> WrittenPosition.in(said, false))
        .heard(this::more)
        .pressed(EmergencyButton.OTHER_WORDS, this::tellAnew)
        .pressed(EmergencyButton.OTHER_PLACE, this::otherPlace)
        .waits(RequestForm.REMINDER, (visitor, step) -> Next.done(() -> forms.ask(visitor, step, NewDelivery.words(
            visitor.says(visitor.text("emergency.request.reminder"), RequestForm.choices(visitor)))))));
  }

  @Override
  public Steps steps() {
    return steps;
  }

  private Next more(Answer<Confirming> answer) throws Exception {
    Visitor visitor = answer.visitor();
    Confirming step = answer.step();
    Content content = answer.content();
    if (content instanceof Content.Unsupported) {
      return Next.done();
    }
    MessageId message = forms.keep(answer);
    if (!LocationParser.isPosition(content)) {
      return requestForm.toConfirm(visitor, new Confirming(FormStep.plus(step.written(), message), step.place()));
    }
    if (locationParser.read(visitor, content, answer.said().at(), message)
        instanceof LocationParser.Read.Somewhere(var place)) {
      relay.forget(visitor.turn(), List.of(step.place().message()));
      return requestForm.toConfirm(visitor, new Confirming(step.written(), place));
    }
    relay.forget(visitor.turn(), List.of(message));
    return Next.done(() -> forms.say(visitor, visitor.text("emergency.request.broken-position-kept")));
  }

  private Next otherPlace(Pressing pressing, Confirming step) throws Exception {
    if (step.place().fix() == null) {
      return Next.to(new Relocating(step.written(), step.place().message()));
    }
    relay.forget(pressing.turn(), List.of(step.place().message()));
    return Next.to(Locating.anywhere(step.written()));
  }

  /// Files without words, and contacts, stay.
  private Next tellAnew(Pressing pressing, Confirming step) throws Exception {
    Visitor visitor = pressing.visitor();
    List<MessageId> kept = new ArrayList<>();
    List<MessageId> dropped = new ArrayList<>();
    for (MessageId message : step.written()) {
      boolean tells = relay.contents(visitor.turn(), List.of(message)).stream()
          .anyMatch(content -> !Story.words(content).isEmpty());
      (tells ? dropped : kept).add(message);
    }
    relay.forget(visitor.turn(), dropped);
    return Next.to(new Telling(List.copyOf(kept), step.place()),
        RequestForm.cancellable(visitor, "emergency.request.what-anew"));
  }
}
