package otklik.emergency.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.emergency.people.Volunteer;
import otklik.emergency.requests.Asking;
import otklik.emergency.requests.Askings;
import otklik.emergency.requests.Case;
import otklik.emergency.requests.Copy;
import otklik.emergency.requests.Distances;
import otklik.kernel.DeliveryId;
import otklik.kernel.Language;
import otklik.timers.Timers;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Asks one volunteer to help with one request.
@Component
public final class VolunteerInvitations {
  /// What deliveries of copies are about: the asking.
  public static final String COPY = "emergency.copy";
  static final String WAKE = "emergency.wake";

  private final Askings askings;
  private final Deliveries deliveries;
  private final Timers timers;

  VolunteerInvitations(Askings askings, Deliveries deliveries, Timers timers) {
    this.askings = askings;
    this.deliveries = deliveries;
    this.timers = timers;
  }

  /// Nobody is asked twice in one search.
  void send(Turn turn, Case it, int ring, Volunteer volunteer) throws Exception {
    OptionalLong id = askings.ask(turn, it.request(), ring, volunteer);
    if (id.isEmpty()) {
      return;
    }
    Copy copy = new Copy(turn.channel(), language(turn.channel(), volunteer.language()), it,
        Distances.between(turn.channel(), volunteer.city(), it.request()), volunteer.city(), volunteer.person());
    DeliveryId delivery = deliveries.owe(turn, NewDelivery.of(Priority.CARDS,
        new Call.Say(Place.chat(volunteer.chat()), copy.text(), null, copy.buttons())).about(COPY, id.getAsLong())
        .of(it.ticket().id()));
    askings.renewed(turn, id.getAsLong(), delivery);
  }

  /// They are asked when they wake, if it is open still.
  void later(Turn turn, Volunteer volunteer) {
    Instant now = turn.now();
    if (volunteer.quiet() != null) {
      timers.set(turn, WAKE, Long.toString(volunteer.person().value()), "",
          volunteer.quiet().endAfter(now, zone(turn.channel(), volunteer)));
    }
  }

  ZoneId zone(Channel channel, Volunteer volunteer) {
    return Distances.zone(channel, volunteer.city());
  }

  /// The copy that stands there loses its buttons and points to the message that takes its place.
  public void below(Turn turn, Asking before, Content.Text text) throws Exception {
    if (before.shown() != null) {
      deliveries.owe(turn, NewDelivery.of(Priority.EDITS,
          new Call.EditText(Place.chat(before.chat()), before.shown(), text, List.of()))
          .replacing(key(before.id(), before.copy())).beside());
    }
  }

  /// Under which an older change of that very message is replaced that still waits.
  public static String key(long asking, String copy) {
    return "copy:" + asking + "/" + copy;
  }

  public static Language language(Channel channel, @Nullable String tag) {
    return channel.home().languageFor(tag);
  }
}
