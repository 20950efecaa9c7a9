package otklik.emergency.helping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.people.Volunteer;
import otklik.emergency.people.Volunteers;
import otklik.emergency.requests.EmergencyStep.Offered;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.emergency.words.PlaceTraces;
import otklik.forms.Form;
import otklik.forms.FormStep;
import otklik.forms.Forms;
import otklik.forms.Next;
import otklik.forms.Steps;
import otklik.kernel.MessageId;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.storage.MicrosConverter;
import otklik.talk.Press;

/// What somebody sees who begins, and whoever writes without having been asked anything. What they wrote is kept: it
/// belongs to their request if they make one soon.
@Component
public final class Welcome implements EmergencyPart, Form {
  /// Several messages in a row are one, and are answered once.
  private static final Duration IN_A_ROW = Duration.ofMinutes(1);
  /// What was written longer ago is another matter.
  private static final Duration SOON = Duration.ofHours(1);

  private final Volunteers volunteers;
  private final Forms forms;
  private final Relay relay;
  private final Deliveries deliveries;
  private final Steps steps;

  Welcome(Volunteers volunteers, Forms forms, Relay relay, PlaceTraces placeTraces, Deliveries deliveries) {
    this.volunteers = volunteers;
    this.forms = forms;
    this.relay = relay;
    this.deliveries = deliveries;
    steps = forms.declare(this);
    steps.at(Offered.class)
        .answeredBy((_, _, _) -> false) // the menu asks nothing
        .heard(_ -> Next.elsewhere())
        .left((visitor, _) -> placeTraces.forgetForm(visitor));
  }

  @Override
  public Steps steps() {
    return steps;
  }

  public void said(Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    Offered before = forms.at(visitor, Offered.class).orElse(null);
    Instant now = visitor.turn().now();
    Instant asked = before == null ? Instant.MIN : MicrosConverter.instant(before.shown());
    List<MessageId> written = before == null ? List.of() : before.written();
    if (before != null && asked.plus(SOON).isBefore(now)) {
      relay.forget(visitor.turn(), written);
      written = List.of();
    }
    boolean goesOn = before != null && asked.plus(IN_A_ROW).isAfter(now);
    MessageId message = relay.keep(visitor.turn(), null, Direction.IN, said, shown);
    forms.go(visitor, new Offered(
        FormStep.plus(written, message), goesOn ? before.shown() : MicrosConverter.micros(now)));
    if (!goesOn) {
      menu(visitor, "emergency.offer");
    }
  }

  public void menu(Visitor visitor) throws Exception {
    menu(visitor, "emergency.menu");
  }

  /// @param key a text without places for values
  public void menu(Visitor visitor, String key) throws Exception {
    menuBelow(visitor, visitor.text(key));
  }

  public void menuBelow(Visitor visitor, String text) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(text, buttons(visitor))));
  }

  private List<List<Button>> buttons(Visitor visitor) {
    List<List<Button>> rows = new ArrayList<>();
    rows.add(List.of(button(visitor, "emergency.menu.need-help", EmergencyButton.NEED_HELP)));
    Volunteer volunteer = volunteers.find(visitor.turn(), visitor.person().id()).orElse(null);
    if (volunteer == null) {
      rows.add(List.of(button(visitor, "emergency.menu.want-to-help", EmergencyButton.WANT_TO_HELP)));
    } else {
      rows.add(List.of(
          volunteer.paused() ? button(visitor, "emergency.menu.resume", EmergencyButton.RESUME)
              : button(visitor, "emergency.menu.pause", EmergencyButton.PAUSE),
          button(visitor, "emergency.menu.quiet", EmergencyButton.QUIET)));
      rows.add(List.of(button(visitor, "emergency.menu.leave", EmergencyButton.LEAVE)));
    }
    return rows;
  }

  public static Button button(Visitor visitor, String key, Press.Kind action) {
    return visitor.button(key, Press.of(action).data());
  }
}
