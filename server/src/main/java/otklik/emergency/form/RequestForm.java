package otklik.emergency.form;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.people.Helplines;
import otklik.emergency.requests.Copy;
import otklik.emergency.requests.EmergencyStep;
import otklik.emergency.requests.EmergencyStep.Confirming;
import otklik.emergency.requests.EmergencyStep.Locating;
import otklik.emergency.requests.EmergencyStep.NamingCity;
import otklik.emergency.requests.EmergencyStep.NamingHours;
import otklik.emergency.requests.EmergencyStep.OfRequest;
import otklik.emergency.requests.EmergencyStep.Offered;
import otklik.emergency.requests.EmergencyStep.Place;
import otklik.emergency.requests.EmergencyStep.Telling;
import otklik.emergency.requests.EmergencyStep.Thanking;
import otklik.emergency.requests.LocationParser;
import otklik.emergency.requests.PlaceWords;
import otklik.emergency.requests.PositionKey;
import otklik.emergency.requests.PrivateWords;
import otklik.emergency.requests.Request.Fix;
import otklik.emergency.requests.Story;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.words.PlaceTraces;
import otklik.forms.FormStep;
import otklik.forms.Forms;
import otklik.forms.Next;
import otklik.forms.StepRules;
import otklik.geography.City;
import otklik.geography.MapLink;
import otklik.kernel.MessageId;
import otklik.relay.Relay;
import otklik.talk.Press;
import otklik.talk.TalkButton;

/// The form of somebody who needs help: what happened, where, and whether it may be sent. Its steps stand in
/// [TellingStep], [LocatingStep] and [ConfirmingStep].
@Component
public final class RequestForm {
  /// Whom something keeps from sending is reminded once.
  static final Duration REMINDER = Duration.ofMinutes(10);
  private static final Duration LIFETIME = Duration.ofHours(24);

  /// In a message of 4,096 characters; most of it is for the story.
  private static final int WHERE_SHOWN = 500;

  private final Forms forms;
  private final Relay relay;
  private final Helplines helplines;
  private final LocationParser locationParser;
  private final Deliveries deliveries;
  private final PlaceTraces placeTraces;

  RequestForm(Forms forms, Relay relay, Helplines helplines, LocationParser locationParser, Deliveries deliveries,
      PlaceTraces placeTraces) {
    this.forms = forms;
    this.relay = relay;
    this.helplines = helplines;
    this.locationParser = locationParser;
    this.deliveries = deliveries;
    this.placeTraces = placeTraces;
  }

  /// Asks what happened, or where when that was told before. The numbers come first: nobody must read on to find them.
  ///
  /// @param written what they wrote before; it may tell what happened
  public void begin(Visitor visitor, List<MessageId> written) throws Exception {
    boolean told = relay.contents(visitor.turn(), written).stream().anyMatch(Story::tells);
    String numbers = helplines.of(visitor);
    if (told) {
      forms.go(visitor, Locating.anywhere(written),
          PositionKey.under(visitor, visitor.text("emergency.request.begin-where", "numbers", numbers)));
    } else {
      forms.go(visitor, new Telling(written, null), visitor.says(
          visitor.text("emergency.request.begin", "numbers", numbers), List.of(List.of(cancel(visitor)))));
    }
  }

  static Call cancellable(Visitor visitor, String key) {
    return visitor.says(visitor.text(key), List.of(List.of(cancel(visitor))));
  }

  static Call where(Visitor visitor, String key) {
    return PositionKey.under(visitor, visitor.text(key));
  }

  private static Button cancel(Visitor visitor) {
    return visitor.button("emergency.button.cancel", Press.of(TalkButton.CANCEL).data());
  }

  /// Shows everything before it is sent.
  public void confirm(Visitor visitor, Confirming step) throws Exception {
    forms.go(visitor, step, summary(visitor, step));
  }

  Next toConfirm(Visitor visitor, Confirming step) throws Exception {
    return Next.to(step, summary(visitor, step));
  }

  private NewDelivery summary(Visitor visitor, Confirming step) throws Exception {
    long person = visitor.person().id().value();
    return NewDelivery.words(new Call.Say(visitor.chat(), shown(visitor, step), null, choices(visitor)))
        .about(PlaceTraces.SUMMARY, person).replacing("emergency.summary:" + person);
  }

  /// What can be done with what was told.
  public static List<List<Button>> choices(Visitor visitor) {
    return choices(visitor, "emergency.button.send");
  }

  /// @param send says what sending it means
  public static List<List<Button>> choices(Visitor visitor, String send) {
    return List.of(
        List.of(visitor.button(send, Press.of(EmergencyButton.SEND).data())),
        List.of(visitor.button("emergency.button.other-words", Press.of(EmergencyButton.OTHER_WORDS).data())),
        List.of(visitor.button("emergency.button.other-place", Press.of(EmergencyButton.OTHER_PLACE).data())),
        List.of(cancel(visitor)));
  }

  /// With the way to the point on a map, so that whoever wrote it sees whether it is the right one.
  private Content.Text shown(Visitor visitor, Confirming step) throws Exception {
    Content.Text summary = Content.Text.of(told(visitor, step));
    Fix fix = step.place().fix();
    return fix == null ? summary : Content.Text.joined(List.of(summary, Content.Text.of(""),
        Copy.link(visitor.text("emergency.request.see-map"), MapLink.to(fix.point()))));
  }

  private String told(Visitor visitor, Confirming step) throws Exception {
    Story story = Story.of(relay.told(visitor.turn(), step.written()));
    City city = locationParser.city(visitor, step.place());
    return visitor.text("emergency.request.summary",
        "story", story.words().isEmpty() ? visitor.text("emergency.request.in-files")
            : story.shown(visitor.channel().sizes()),
        "files", story.attachments().open(),
        "held", story.attachments().held(),
        "seems", PrivateWords.areIn(story.words()) ? 1 : 0,
        "where", visitor.channel().sizes().part(
            PlaceWords.of(visitor, step.place().fix(), step.place().address()), WHERE_SHOWN),
        "city", city.name(visitor.language()),
        "country", city.country().name(visitor.language()));
  }

  /// The position that was told goes on changing.
  public void moved(Visitor visitor, MessageId message, Fix now) {
    switch (forms.at(visitor, EmergencyStep.class).orElse(null)) {
      case Telling(var written, var place) when isNewer(place, message, now) ->
          forms.amend(visitor, new Telling(written, place.movedTo(now)));
      case Confirming(var written, var place) when isNewer(place, message, now) ->
          forms.amend(visitor, new Confirming(written, place.movedTo(now)));
      case null, default -> {
        // It isn't of the place that will be sent.
      }
    }
  }

  /// Words that will be sent were put right.
  public void reworded(Visitor visitor, MessageId message) throws Exception {
    Optional<Confirming> step = forms.at(visitor, Confirming.class);
    if (step.isPresent() && step.get().written().contains(message)) {
      confirm(visitor, step.get());
    }
  }

  /// Whether that message tells the place that will be sent.
  public boolean tellsPlace(Visitor visitor, MessageId message) {
    Place place = switch (forms.at(visitor, EmergencyStep.class).orElse(null)) {
      case Telling telling -> telling.place();
      case Confirming confirming -> confirming.place();
      case null, default -> null;
    };
    return place != null && place.message().equals(message);
  }

  /// The message that told the place says another one. Does nothing when it isn't the one that will be sent.
  public void placedAnew(Visitor visitor, MessageId message, Content now, Instant at) throws Exception {
    if (!tellsPlace(visitor, message)) {
      return;
    }
    EmergencyStep step = forms.at(visitor, EmergencyStep.class).orElseThrow();
    switch (locationParser.read(visitor, now, at, message)) {
      case LocationParser.Read.Somewhere(var place) when step instanceof Telling ->
          forms.amend(visitor, new Telling(step.written(), place));
      case LocationParser.Read.Somewhere(var place) ->
          confirm(visitor, new Confirming(step.written(), place));
      case LocationParser.Read.CityMissing(var address) when step instanceof Confirming ->
          forms.go(visitor, new Locating(step.written(), address, message),
              cancellable(visitor, "emergency.request.which-city"));
      case LocationParser.Read.CityMissing _, LocationParser.Read.Broken _, LocationParser.Read.Nothing _ -> {
        // The place that was told stays.
      }
    }
  }

  /// The address is put right before it is sent. False when that message doesn't tell it.
  public boolean readdressed(Visitor visitor, MessageId message, String address) throws Exception {
    switch (forms.at(visitor, EmergencyStep.class).orElse(null)) {
      case Telling(var written, var place) when isAddress(place, message) ->
          forms.amend(visitor, new Telling(written, readdressed(visitor, place, address)));
      case Locating(var written, var before, var told) when before != null && message.equals(told) ->
          locatedAnew(visitor, written, message, address);
      case Confirming(var written, var place) when isAddress(place, message) ->
          confirm(visitor, new Confirming(written, readdressed(visitor, place, address)));
      case null, default -> {
        return false;
      }
    }
    return true;
  }

  /// Perhaps the city that was asked for stands in it now.
  private void locatedAnew(Visitor visitor, List<MessageId> written, MessageId message, String address)
      throws Exception {
    if (locationParser.read(visitor, Content.Text.of(address), message)
        instanceof LocationParser.Read.Somewhere(var place)) {
      confirm(visitor, new Confirming(written, place));
    } else {
      forms.amend(visitor, new Locating(written, address, message));
    }
  }

  /// Perhaps it is in another city.
  private Place readdressed(Visitor visitor, Place place, String address) {
    return place.fix() == null
        && locationParser.read(visitor, Content.Text.of(address), place.message())
            instanceof LocationParser.Read.Somewhere(var now) ? now : place.readdressed(address);
  }

  private static boolean isAddress(@Nullable Place place, MessageId message) {
    return place != null && place.address() != null && place.message().equals(message);
  }

  private static boolean isNewer(@Nullable Place place, MessageId message, Fix now) {
    if (place == null || !place.message().equals(message)) {
      return false;
    }
    Fix before = place.fix();
    return before != null && !now.at().isBefore(before.at());
  }

  /// Whether they are telling what they need help with.
  public boolean isGoingOn(Visitor visitor) {
    return forms.at(visitor, OfRequest.class).isPresent();
  }

  /// What was begun and never sent is forgotten.
  <S extends OfRequest> StepRules<S> unsent(StepRules<S> rules) {
    return rules.left((visitor, _) -> placeTraces.forgetForm(visitor)).waits(LIFETIME, this::dropped);
  }

  private Next dropped(Visitor visitor, FormStep step) throws Exception {
    forms.leave(visitor, step);
    deliveries.owe(visitor.turn(), NewDelivery.words(
        PositionKey.goneFrom(visitor, visitor.text("emergency.request.dropped"))));
    return Next.done();
  }

  /// They have somebody to speak with from now on. What they were asked by the way would swallow their words.
  public void makeWay(Visitor visitor) throws Exception {
    switch (forms.at(visitor, EmergencyStep.class).orElse(null)) {
      case NamingCity _, NamingHours _, Thanking _, Offered _ -> forms.leave(visitor);
      case null, default -> {
        // They ask for help, or give something back.
      }
    }
  }
}
