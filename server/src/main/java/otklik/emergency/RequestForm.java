package otklik.emergency;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Visitor;
import otklik.emergency.Request.Fix;
import otklik.geography.City;
import otklik.geography.MapLink;
import otklik.kernel.MessageId;
import otklik.relay.Relay;
import otklik.talk.Press;

/// The questions to somebody who needs help: what happened, where, and whether it may be sent.
@Component
final class RequestForm {
  /// Whom something keeps from sending is reminded once.
  private static final Duration REMINDER = Duration.ofMinutes(10);
  /// What was begun and never sent is forgotten.
  private static final Duration LIFETIME = Duration.ofHours(24);

  /// A message of Telegram's has room for 4,096 characters, most of it for the story.
  private static final int WHERE_SHOWN = 500;

  private final Dialogs dialogs;
  private final Relay relay;
  private final Helplines helplines;
  private final LocationParser locationParser;
  private final Deliveries deliveries;
  private final FormClock clock;
  private final PlaceTraces placeTraces;

  RequestForm(Dialogs dialogs, Relay relay, Helplines helplines, LocationParser locationParser, Deliveries deliveries,
      FormClock clock, PlaceTraces placeTraces) {
    this.dialogs = dialogs;
    this.relay = relay;
    this.helplines = helplines;
    this.locationParser = locationParser;
    this.deliveries = deliveries;
    this.clock = clock;
    this.placeTraces = placeTraces;
  }

  Optional<EmergencyStep> current(Visitor visitor) {
    return dialogs.current(visitor.turn(), visitor.chat().key(), EmergencyStep.KINDS);
  }

  /// Asks what happened, or where when that was told before. The numbers come first: nobody must read on to find them.
  ///
  /// @param written what they wrote before
  /// @param told    whether that tells what happened
  void begin(Visitor visitor, List<MessageId> written, boolean told) throws Exception {
    String numbers = helplines.of(visitor);
    if (told) {
      go(visitor, new EmergencyStep.Locating(written, null, null));
      askWhere(visitor, visitor.text("emergency.request.begin-where", "numbers", numbers));
    } else {
      go(visitor, new EmergencyStep.Telling(written, null));
      ask(visitor, visitor.text("emergency.request.begin", "numbers", numbers));
    }
  }

  void askWhat(Visitor visitor, EmergencyStep.Telling step) throws Exception {
    askWhat(visitor, step, "emergency.request.what");
  }

  void askWhat(Visitor visitor, EmergencyStep.Telling step, String key) throws Exception {
    go(visitor, step);
    ask(visitor, visitor.text(key));
  }

  void askWhere(Visitor visitor, List<MessageId> written, String key) throws Exception {
    go(visitor, new EmergencyStep.Locating(written, null, null));
    askWhere(visitor, visitor.text(key));
  }

  /// What they wrote may be the place or not.
  void doubt(Visitor visitor, EmergencyStep.Doubted step) throws Exception {
    go(visitor, step);
    String words = String.valueOf(step.message().value());
    ask(visitor, NewDelivery.words(visitor.says(visitor.text("emergency.request.doubt"), List.of(
        List.of(visitor.button("emergency.button.is-place", Press.of(EmergencyButton.IS_PLACE, words).data())),
        List.of(visitor.button("emergency.button.is-story", Press.of(EmergencyButton.IS_STORY, words).data()))))));
  }

  /// What they wrote in place of a place may have told what happened.
  void relocate(Visitor visitor, EmergencyStep.Relocating step, String words) throws Exception {
    go(visitor, step);
    String message = String.valueOf(step.message().value());
    ask(visitor, NewDelivery.words(visitor.says(visitor.text("emergency.request.relocate", "words", words), List.of(
        List.of(visitor.button("emergency.button.was-place", Press.of(EmergencyButton.WAS_PLACE, message).data())),
        List.of(visitor.button("emergency.button.is-story", Press.of(EmergencyButton.WAS_STORY, message).data()))))));
  }

  /// Another picture of an album has come: they were asked at the first.
  void waitForWhere(Visitor visitor, List<MessageId> written) {
    go(visitor, new EmergencyStep.Locating(written, null, null));
  }

  void askCity(Visitor visitor, EmergencyStep.Locating step, String key) throws Exception {
    go(visitor, step);
    ask(visitor, visitor.text(key));
  }

  /// Shows everything before it is sent.
  void confirm(Visitor visitor, EmergencyStep.Confirming step) throws Exception {
    go(visitor, step);
    String summary = "emergency.summary:" + visitor.person().id().value();
    ask(visitor, NewDelivery.words(new Call.Say(visitor.chat(), shown(visitor, step), null, choices(visitor)))
        .about(PlaceTraces.SUMMARY, visitor.person().id().value()).replacing(summary));
  }

  /// What can be done with what was told.
  static List<List<Button>> choices(Visitor visitor) {
    return choices(visitor, "emergency.button.send");
  }

  /// @param send says what sending it means
  static List<List<Button>> choices(Visitor visitor, String send) {
    return List.of(
        List.of(visitor.button(send, Press.of(EmergencyButton.SEND).data())),
        List.of(visitor.button("emergency.button.other-words", Press.of(EmergencyButton.OTHER_WORDS).data())),
        List.of(visitor.button("emergency.button.other-place", Press.of(EmergencyButton.OTHER_PLACE).data())),
        List.of(visitor.button("emergency.button.cancel", Press.of(EmergencyButton.CANCEL).data())));
  }

  /// With the way to the point on a map, so that whoever wrote it sees whether it is the right one.
  private Content.Text shown(Visitor visitor, EmergencyStep.Confirming step) throws Exception {
    Content.Text summary = Content.Text.of(summary(visitor, step));
    Fix fix = step.place().fix();
    return fix == null ? summary : Content.Text.joined(List.of(summary, Content.Text.of(""),
        Copy.link(visitor.text("emergency.request.see-map"), MapLink.to(fix.point()))));
  }

  private String summary(Visitor visitor, EmergencyStep.Confirming step) throws Exception {
    Story story = Story.of(relay.told(visitor.turn(), step.written()));
    City city = locationParser.city(visitor, step.place());
    return visitor.text("emergency.request.summary",
        "story", story.words().isEmpty() ? visitor.text("emergency.request.in-files") : story.shown(),
        "files", story.attachments().open(),
        "held", story.attachments().held(),
        "seems", PrivateWords.areIn(story.words()) ? 1 : 0,
        "where", Copy.shortened(PlaceWords.of(visitor, step.place().fix(), step.place().address()), WHERE_SHOWN),
        "city", city.name(visitor.language()),
        "country", city.country().name(visitor.language()));
  }

  /// The position that was told goes on changing.
  void moved(Visitor visitor, MessageId message, Fix now) {
    switch (current(visitor).orElse(null)) {
      case EmergencyStep.Telling(var written, var place) when isNewer(place, message, now) ->
          keep(visitor, new EmergencyStep.Telling(written, place.movedTo(now)));
      case EmergencyStep.Confirming(var written, var place) when isNewer(place, message, now) ->
          keep(visitor, new EmergencyStep.Confirming(written, place.movedTo(now)));
      case null, default -> {
        // It isn't of the place that will be sent.
      }
    }
  }

  /// Whether that message tells the place that will be sent.
  boolean tellsPlace(Visitor visitor, MessageId message) {
    EmergencyStep.Place place = switch (current(visitor).orElse(null)) {
      case EmergencyStep.Telling telling -> telling.place();
      case EmergencyStep.Confirming confirming -> confirming.place();
      case null, default -> null;
    };
    return place != null && place.message().equals(message);
  }

  /// The message that told the place says another one. Does nothing when it isn't the one that will be sent.
  void placedAnew(Visitor visitor, MessageId message, Content now, Instant at) throws Exception {
    if (!tellsPlace(visitor, message)) {
      return;
    }
    EmergencyStep step = current(visitor).orElseThrow();
    switch (locationParser.read(visitor, now, at, message)) {
      case LocationParser.Read.Somewhere(var place) when step instanceof EmergencyStep.Telling ->
          keep(visitor, new EmergencyStep.Telling(step.written(), place));
      case LocationParser.Read.Somewhere(var place) ->
          confirm(visitor, new EmergencyStep.Confirming(step.written(), place));
      case LocationParser.Read.CityMissing(var address) when step instanceof EmergencyStep.Confirming ->
          askCity(visitor, new EmergencyStep.Locating(step.written(), address, message),
              "emergency.request.which-city");
      case LocationParser.Read.CityMissing _, LocationParser.Read.Broken _, LocationParser.Read.Nothing _ -> {
        // The place that was told stays.
      }
    }
  }

  /// The address is put right before it is sent. False when that message doesn't tell it.
  boolean readdressed(Visitor visitor, MessageId message, String address) throws Exception {
    switch (current(visitor).orElse(null)) {
      case EmergencyStep.Telling(var written, var place) when isAddress(place, message) ->
          keep(visitor, new EmergencyStep.Telling(written, readdressed(visitor, place, address)));
      case EmergencyStep.Locating(var written, var before, var told) when before != null && message.equals(told) ->
          locatedAnew(visitor, written, message, address);
      case EmergencyStep.Confirming(var written, var place) when isAddress(place, message) ->
          confirm(visitor, new EmergencyStep.Confirming(written, readdressed(visitor, place, address)));
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
      confirm(visitor, new EmergencyStep.Confirming(written, place));
    } else {
      keep(visitor, new EmergencyStep.Locating(written, address, message));
    }
  }

  /// Perhaps it is in another city.
  private EmergencyStep.Place readdressed(Visitor visitor, EmergencyStep.Place place, String address) {
    return place.fix() == null
        && locationParser.read(visitor, Content.Text.of(address), place.message())
            instanceof LocationParser.Read.Somewhere(var now) ? now : place.readdressed(address);
  }

  private static boolean isAddress(EmergencyStep.@Nullable Place place, MessageId message) {
    return place != null && place.address() != null && place.message().equals(message);
  }

  private static boolean isNewer(EmergencyStep.@Nullable Place place, MessageId message, Fix now) {
    if (place == null || !place.message().equals(message)) {
      return false;
    }
    Fix before = place.fix();
    return before != null && !now.at().isBefore(before.at());
  }

  private void keep(Visitor visitor, EmergencyStep step) {
    dialogs.go(visitor.turn(), visitor.chat().key(), step);
  }

  /// It was sent.
  void end(Visitor visitor) throws SQLException {
    dialogs.end(visitor.turn(), visitor.chat().key());
    clock.stop(visitor);
  }

  /// Whether they are telling what they need help with.
  boolean isGoingOn(Visitor visitor) {
    return switch (current(visitor).orElse(null)) {
      case EmergencyStep.Telling _, EmergencyStep.Locating _, EmergencyStep.Doubted _,
          EmergencyStep.Relocating _, EmergencyStep.Confirming _ -> true;
      case null, default -> false;
    };
  }

  /// It won't be sent: nothing is kept of it. False when no form was begun.
  boolean drop(Visitor visitor) throws Exception {
    EmergencyStep step = current(visitor).orElse(null);
    if (step == null || !placeTraces.forgetForm(visitor, step)) {
      return false;
    }
    end(visitor);
    return true;
  }

  /// Whatever they are asked is over, and nothing is kept of what they wrote for it.
  void leave(Visitor visitor) throws Exception {
    EmergencyStep step = current(visitor).orElse(null);
    if (step != null && !placeTraces.forgetForm(visitor, step)) {
      relay.forget(visitor.turn(), step.written());
    }
    end(visitor);
  }

  /// They have somebody to speak with from now on. What they were asked by the way would swallow their words.
  void makeWay(Visitor visitor) throws Exception {
    switch (current(visitor).orElse(null)) {
      case EmergencyStep.NamingCity _, EmergencyStep.NamingHours _, EmergencyStep.Thanking _,
          EmergencyStep.Offered _ -> leave(visitor);
      case null, default -> {
        // They ask for help, or give something back.
      }
    }
  }

  private void askWhere(Visitor visitor, String question) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(PositionKey.under(visitor, question)));
    dialogs.asked(visitor.turn(), visitor.chat().key(), null);
  }

  private void ask(Visitor visitor, String question) throws Exception {
    ask(visitor, NewDelivery.words(visitor.says(question, List.of(
        List.of(visitor.button("emergency.button.cancel", Press.of(EmergencyButton.CANCEL).data()))))));
  }

  /// In the step where they are now: the buttons below it go when it is answered, in whatever way.
  void ask(Visitor visitor, NewDelivery question) throws Exception {
    dialogs.asked(visitor.turn(), visitor.chat().key(), deliveries.owe(visitor.turn(), question));
  }

  private void go(Visitor visitor, EmergencyStep step) {
    dialogs.go(visitor.turn(), visitor.chat().key(), step);
    clock.asked(visitor, step instanceof EmergencyStep.Confirming ? REMINDER : LIFETIME,
        step instanceof EmergencyStep.Confirming ? FormClock.REMIND : FormClock.DROP);
  }
}
