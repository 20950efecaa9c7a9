package otklik.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Visitor;
import otklik.emergency.EmergencyStep.NamingHours;
import otklik.emergency.Volunteer.Quiet;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.turns.Turn;

/// When a volunteer wants to be left alone: asked with a few usual hours, or written in words.
@Component
final class Resting implements EmergencyPart, PersonButton, DialogStep<NamingHours> {
  private static final String NEVER = "never";
  private static final List<String> USUAL = List.of("22:00–08:00", "23:00–07:00", "00:00–09:00");

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Volunteers volunteers;
  private final Dialogs dialogs;
  private final RequestForm requestForm;
  private final Welcome welcome;
  private final Waking waking;
  private final Deliveries deliveries;

  Resting(Volunteers volunteers, Dialogs dialogs, RequestForm requestForm, Welcome welcome, Waking waking,
      Deliveries deliveries) {
    this.volunteers = volunteers;
    this.dialogs = dialogs;
    this.requestForm = requestForm;
    this.welcome = welcome;
    this.waking = waking;
    this.deliveries = deliveries;
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
      ask(visitor, volunteer.quiet() == null ? "" : visitor.text("emergency.quiet.now", "hours",
          QuietHours.written(volunteer.quiet())) + "\n");
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
  private void ask(Visitor visitor, String before) throws Exception {
    requestForm.leave(visitor);
    dialogs.go(visitor.turn(), visitor.chat().key(), new NamingHours());
    List<List<Button>> buttons = new ArrayList<>();
    USUAL.forEach(hours -> buttons.add(List.of(new Button(hours, Press.of(EmergencyButton.QUIET, hours).data()))));
    buttons.add(List.of(visitor.button("emergency.menu.never-quiet", Press.of(EmergencyButton.QUIET, NEVER).data())));
    dialogs.asked(visitor.turn(), visitor.chat().key(), deliveries.owe(visitor.turn(),
        NewDelivery.words(visitor.says(before + visitor.text("emergency.quiet.ask"), buttons))));
  }

  @Override
  public Class<NamingHours> step() {
    return NamingHours.class;
  }

  @Override
  public boolean mayAnswer(Visitor visitor, Incoming.Said said, Instant since) {
    return isRecent(visitor, since) && said.content() instanceof Content.Text text
        && (QuietHours.read(text.text()).isPresent() || QuietHours.isMeant(text.text()));
  }

  /// What is said much later isn't an answer any more.
  private static boolean isRecent(Visitor visitor, Instant since) {
    return since.plus(PATIENCE).isAfter(visitor.turn().now());
  }

  /// Whatever isn't hours isn't about them: perhaps it is what they need help with.
  @Override
  public void said(Visitor visitor, NamingHours step, Incoming.Said said, Content shown) throws Exception {
    String words = said.content() instanceof Content.Text text ? text.text() : "";
    Optional<Quiet> quiet = QuietHours.read(words);
    if (quiet.isPresent()) {
      rests(visitor, quiet.get());
    } else if (QuietHours.isMeant(words)) {
      ask(visitor, visitor.text("emergency.quiet.unclear") + "\n");
    } else {
      dialogs.end(visitor.turn(), visitor.chat().key());
      welcome.said(visitor, said, shown);
    }
  }

  /// Whoever doesn't rest at this moment any more sees what is open.
  private void rests(Visitor visitor, @Nullable Quiet quiet) throws Exception {
    Turn turn = visitor.turn();
    dialogs.end(turn, visitor.chat().key());
    volunteers.quiet(turn, visitor.person().id(), quiet);
    welcome.menuBelow(visitor, quiet == null ? visitor.text("emergency.quiet.never")
        : visitor.text("emergency.quiet.set", "hours", QuietHours.written(quiet)));
    waking.catchUp(turn, volunteers.find(turn, visitor.person().id()).orElseThrow());
  }
}
