package otklik.emergency.form;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.dialogs.Visitor;
import otklik.emergency.people.ResidentRows;
import otklik.emergency.requests.EmergencyStep.Confirming;
import otklik.emergency.requests.EmergencyStep.Locating;
import otklik.emergency.requests.EmergencyStep.Telling;
import otklik.emergency.requests.LocationParser;
import otklik.emergency.requests.Story;
import otklik.emergency.requests.WrittenPosition;
import otklik.emergency.settings.EmergencyPart;
import otklik.forms.Answer;
import otklik.forms.Form;
import otklik.forms.FormStep;
import otklik.forms.Forms;
import otklik.forms.Next;
import otklik.forms.Steps;
import otklik.geography.City;
import otklik.kernel.MessageId;
import otklik.relay.Relay;

/// What happened, in words, voice or pictures.
@Component
final class TellingStep implements EmergencyPart, Form {
  private final Forms forms;
  private final RequestForm requestForm;
  private final LocationParser locationParser;
  private final ResidentRows residentRows;
  private final Relay relay;
  private final Steps steps;

  TellingStep(Forms forms, RequestForm requestForm, LocationParser locationParser, ResidentRows residentRows,
      Relay relay) {
    this.forms = forms;
    this.requestForm = requestForm;
    this.locationParser = locationParser;
    this.residentRows = residentRows;
    this.relay = relay;
    steps = forms.declare(this);
    requestForm.unsent(steps.at(Telling.class)
        .asks((visitor, _) -> RequestForm.cancellable(visitor, "emergency.request.what"))
        .readAs(said -> WrittenPosition.in(said, false))
        .heard(this::told));
  }

  @Override
  public Steps steps() {
    return steps;
  }

  private Next told(Answer<Telling> answer) throws Exception {
    Visitor visitor = answer.visitor();
    Telling step = answer.step();
    Content content = answer.content();
    if (content instanceof Content.Unsupported) {
      return Next.done();
    }
    if (Story.isContact(content)) {
      return Next.to(new Telling(FormStep.plus(step.written(), forms.keep(answer)), step.place()),
          RequestForm.cancellable(visitor, "emergency.request.contact-kept"));
    }
    if (!LocationParser.isPosition(content) && !Story.tells(content)) {
      return Next.done(() -> forms.say(visitor, visitor.text("emergency.request.in-words")));
    }
    City own = locationParser.newlyNamed(visitor, content).orElse(null);
    if (own != null) { // they answer what they were asked before they pressed the button
      residentRows.livesIn(visitor.turn(), visitor.person().id(), visitor.chat().chat(), own.id().value(),
          own.country().code());
      return Next.to(step);
    }
    MessageId message = forms.keep(answer);
    if (!LocationParser.isPosition(content)) {
      List<MessageId> written = FormStep.plus(step.written(), message);
      return step.place() == null ? Next.to(Locating.anywhere(written))
          : requestForm.toConfirm(visitor, new Confirming(written, step.place()));
    }
    if (locationParser.read(visitor, content, answer.said().at(), message)
        instanceof LocationParser.Read.Somewhere(var place)) {
      return Next.to(new Telling(step.written(), place));
    }
    relay.forget(visitor.turn(), List.of(message));
    return Next.done(() -> forms.say(visitor, visitor.text("emergency.request.broken-position-first")));
  }
}
