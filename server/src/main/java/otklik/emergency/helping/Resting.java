package otklik.emergency.helping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.emergency.form.RequestForm;
import otklik.emergency.people.QuietHours;
import otklik.emergency.people.Volunteer;
import otklik.emergency.people.Volunteer.Quiet;
import otklik.emergency.people.Volunteers;
import otklik.emergency.requests.EmergencyStep.NamingHours;
import otklik.emergency.search.Waking;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.forms.Answer;
import otklik.forms.Form;
import otklik.forms.Forms;
import otklik.forms.Next;
import otklik.forms.Steps;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.turns.Turn;

/// When a volunteer wants to be left alone: asked with a few usual hours, or written in words.
@Component
final class Resting implements EmergencyPart, Form {
  private static final String NEVER = "never";
  private static final List<String> USUAL = List.of("22:00–08:00", "23:00–07:00", "00:00–09:00");

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Volunteers volunteers;
  private final Forms forms;
  private final RequestForm requestForm;
  private final Welcome welcome;
  private final Waking waking;
  private final Steps steps;

  Resting(Volunteers volunteers, Forms forms, RequestForm requestForm, Welcome welcome, Waking waking) {
    this.volunteers = volunteers;
    this.forms = forms;
    this.requestForm = requestForm;
    this.welcome = welcome;
    this.waking = waking;
    steps = forms.declare(this);
    steps.at(NamingHours.class)
        .asks((visitor, _) -> question(visitor, ""))
        .answeredBy(Resting::mayAnswer)
        .heard(this::said);
  }

  @Override
  public Steps steps() {
    return steps;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.QUIET);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Volunteer volunteer = volunteers.find(visitor.turn(), visitor.person().id()).orElse(null);
    if (volunteer == null) {
      return new Response.Outdated();
    }
    if (requestForm.isGoingOn(visitor)) {
      return new Response.Now(visitor.text("emergency.request.first"), true, true);
    }
    String hours = pressing.press().detail();
    if (hours.isEmpty()) {
      forms.leave(visitor);
      forms.go(visitor, new NamingHours(), question(visitor, volunteer.quiet() == null ? ""
          : visitor.text("emergency.quiet.now", "hours", QuietHours.written(volunteer.quiet())) + "\n"));
      return new Response.Now(null, false, true);
    }
    Optional<Quiet> quiet = QuietHours.read(hours);
    if (quiet.isEmpty() && !hours.equals(NEVER)) {
      return new Response.Outdated();
    }
    rests(visitor, quiet.orElse(null));
    return Response.done();
  }

  /// @param before what is said before the question
  private static Call question(Visitor visitor, String before) {
    List<List<Button>> buttons = new ArrayList<>();
    USUAL.forEach(hours -> buttons.add(List.of(new Button(hours, Press.of(EmergencyButton.QUIET, hours).data()))));
    buttons.add(List.of(visitor.button("emergency.menu.never-quiet", Press.of(EmergencyButton.QUIET, NEVER).data())));
    return visitor.says(before + visitor.text("emergency.quiet.ask"), buttons);
  }

  private static boolean mayAnswer(Visitor visitor, Incoming.Said said, Instant since) {
    return isRecent(visitor, since) && said.content() instanceof Content.Text text
        && (QuietHours.read(text.text()).isPresent() || QuietHours.isMeant(text.text()));
  }

  /// What is said much later isn't an answer any more.
  private static boolean isRecent(Visitor visitor, Instant since) {
    return since.plus(PATIENCE).isAfter(visitor.turn().now());
  }

  /// Whatever isn't hours isn't about them: perhaps it is what they need help with.
  private Next said(Answer<NamingHours> answer) throws Exception {
    Visitor visitor = answer.visitor();
    String words = answer.content() instanceof Content.Text text ? text.text() : "";
    Optional<Quiet> quiet = QuietHours.read(words);
    if (quiet.isPresent()) {
      return Next.done(() -> rests(visitor, quiet.get()));
    }
    if (QuietHours.isMeant(words)) {
      return Next.to(answer.step(), question(visitor, visitor.text("emergency.quiet.unclear") + "\n"));
    }
    forms.end(visitor);
    return Next.elsewhere();
  }

  /// Whoever doesn't rest at this moment any more sees what is open.
  private void rests(Visitor visitor, @Nullable Quiet quiet) throws Exception {
    Turn turn = visitor.turn();
    forms.end(visitor);
    volunteers.quiet(turn, visitor.person().id(), quiet);
    welcome.menuBelow(visitor, quiet == null ? visitor.text("emergency.quiet.never")
        : visitor.text("emergency.quiet.set", "hours", QuietHours.written(quiet)));
    waking.catchUp(turn, volunteers.find(turn, visitor.person().id()).orElseThrow());
  }
}
