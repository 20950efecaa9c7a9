package otklik.emergency.form;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.MessageSizes;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.EmergencyStep.Confirming;
import otklik.emergency.requests.EmergencyStep.Doubted;
import otklik.emergency.requests.EmergencyStep.Locating;
import otklik.emergency.requests.EmergencyStep.Place;
import otklik.emergency.requests.EmergencyStep.Relocating;
import otklik.emergency.requests.LocationParser;
import otklik.emergency.requests.PositionKey;
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
import otklik.geography.WrittenPlace;
import otklik.kernel.MessageId;
import otklik.relay.Relay;
import otklik.talk.Press;
import otklik.talk.Pressing;

/// Where it happened: a position in any form, or an address in words, and its city where the words don't name it.
///
/// Somebody in a hurry writes in short lines: a line after the question for the place may still tell what happened.
/// Only they know, so they are asked ([Doubted]); until they answer it is what happened. Likewise when they say
/// otherwise where they are, and had written something that was taken for a place ([Relocating]): it may be an address,
/// which is nobody's business any more, or go on telling what happened, which everybody reads.
@Component
final class LocatingStep implements EmergencyPart, Form {
  private static final int SHOWN = 200;

  private final Forms forms;
  private final RequestForm requestForm;
  private final LocationParser locationParser;
  private final Relay relay;
  private final Deliveries deliveries;
  private final Steps steps;

  LocatingStep(Forms forms, RequestForm requestForm, LocationParser locationParser, Relay relay,
      Deliveries deliveries) {
    this.forms = forms;
    this.requestForm = requestForm;
    this.locationParser = locationParser;
    this.relay = relay;
    this.deliveries = deliveries;
    steps = forms.declare(this);
    requestForm.unsent(steps.at(Locating.class)
        .asks((visitor, _) -> RequestForm.where(visitor, "emergency.request.where"))
        .readAs(said -> WrittenPosition.in(said, true))
        .heard(this::located));
    requestForm.unsent(steps.at(Doubted.class)
        .asks(LocatingStep::doubt)
        .readAs(said -> WrittenPosition.in(said, true))
        .heard(answer -> located(answer.visitor(), Locating.anywhere(answer.step().told()), answer))
        .pressed(EmergencyButton.IS_PLACE, this::isPlace)
        .pressed(EmergencyButton.IS_STORY, (pressing, step) -> isAbout(pressing, step.message())
            ? stillWhere(pressing.visitor(), step.told()) : Next.elsewhere()));
    requestForm.unsent(steps.at(Relocating.class)
        .asks(this::relocate)
        .readAs(said -> WrittenPosition.in(said, true))
        .heard(this::locatedAnew)
        .pressed(EmergencyButton.WAS_PLACE, (pressing, step) -> {
          if (!isAbout(pressing, step.message())) {
            return Next.elsewhere();
          }
          relay.forget(pressing.turn(), List.of(step.message()));
          return Next.to(Locating.anywhere(step.written()));
        })
        .pressed(EmergencyButton.WAS_STORY, (pressing, step) -> isAbout(pressing, step.message())
            ? Next.to(Locating.anywhere(FormStep.plus(step.written(), step.message()))) : Next.elsewhere()));
  }

  @Override
  public Steps steps() {
    return steps;
  }

  private static Call doubt(Visitor visitor, Doubted step) {
    String words = String.valueOf(step.message().value());
    return visitor.says(visitor.text("emergency.request.doubt"), List.of(
        List.of(visitor.button("emergency.button.is-place", Press.of(EmergencyButton.IS_PLACE, words).data())),
        List.of(visitor.button("emergency.button.is-story", Press.of(EmergencyButton.IS_STORY, words).data()))));
  }

  private Call relocate(Visitor visitor, Relocating step) throws Exception {
    String words = relay.contents(visitor.turn(), List.of(step.message())).stream()
        .map(Story::words).findFirst().orElse("");
    String message = String.valueOf(step.message().value());
    return visitor.says(visitor.text("emergency.request.relocate", "words", MessageSizes.cut(words, SHOWN)), List.of(
        List.of(visitor.button("emergency.button.was-place", Press.of(EmergencyButton.WAS_PLACE, message).data())),
        List.of(visitor.button("emergency.button.is-story", Press.of(EmergencyButton.WAS_STORY, message).data()))));
  }

  private static boolean isAbout(Pressing pressing, MessageId message) {
    return pressing.press().detail().equals(String.valueOf(message.value()));
  }

  private Next located(Answer<Locating> answer) throws Exception {
    return located(answer.visitor(), answer.step(), answer);
  }

  private Next located(Visitor visitor, Locating step, Answer<?> answer) throws Exception {
    Content content = answer.content();
    if (content instanceof Content.Unsupported) {
      return Next.done();
    }
    if (content instanceof Content.Text text && step.address() != null) {
      return named(visitor, step, step.address(), text.text());
    }
    String unreadable = content instanceof Content.Text text ? unreadable(text) : null;
    if (unreadable != null) {
      return Next.to(Locating.anywhere(step.written()), RequestForm.where(visitor, unreadable));
    }
    MessageId message = forms.keep(answer);
    if (content instanceof Content.Text words && !locationParser.isAddress(visitor, words)) {
      return Next.to(new Doubted(step.written(), message));
    }
    return switch (locationParser.read(visitor, content, answer.said().at(), message)) {
      case LocationParser.Read.Broken _ -> {
        relay.forget(visitor.turn(), List.of(message));
        yield Next.to(Locating.anywhere(step.written()),
            RequestForm.where(visitor, "emergency.request.broken-position"));
      }
      case LocationParser.Read.Nothing _ -> more(visitor, step, answer.said(), message);
      case LocationParser.Read.Somewhere(var place) -> found(visitor, step, place);
      case LocationParser.Read.CityMissing(var address) -> whichCity(visitor, step, address, message);
    };
  }

  /// What to say to coordinates of no place and to a link that hides its own; null for anything else.
  private static @Nullable String unreadable(Content.Text text) {
    return switch (WrittenPlace.in(text.text()).orElse(null)) {
      case WrittenPlace.Nowhere _ -> "emergency.request.no-such-point";
      case WrittenPlace.ShortLink _ -> "emergency.request.short-link";
      case WrittenPlace.At _ -> null;
      case null -> null;
    };
  }

  private Next isPlace(Pressing pressing, Doubted step) throws Exception {
    Visitor visitor = pressing.visitor();
    if (!isAbout(pressing, step.message())) {
      return Next.elsewhere();
    }
    if (!(relay.contents(visitor.turn(), List.of(step.message())).getFirst() instanceof Content.Text text)) {
      return stillWhere(visitor, step.told());
    }
    Locating before = Locating.anywhere(step.written());
    return switch (locationParser.read(visitor, text, step.message())) {
      case LocationParser.Read.Somewhere(var place) -> found(visitor, before, place);
      case LocationParser.Read.CityMissing(var address) -> whichCity(visitor, before, address, step.message());
      case LocationParser.Read.Broken _, LocationParser.Read.Nothing _ ->
          throw new IllegalArgumentException("words are neither");
    };
  }

  private static Next stillWhere(Visitor visitor, List<MessageId> written) {
    return Next.to(Locating.anywhere(written), RequestForm.where(visitor, "emergency.request.where-still"));
  }

  private static Next whichCity(Visitor visitor, Locating step, String address, MessageId message) {
    return Next.to(new Locating(step.written(), address, message),
        RequestForm.cancellable(visitor, "emergency.request.which-city"));
  }

  /// The city of the address.
  private Next named(Visitor visitor, Locating step, String address, String city) throws Exception {
    Place place = locationParser.completed(visitor, address, Objects.requireNonNull(step.message()), city);
    return place == null ? Next.to(step, RequestForm.cancellable(visitor, "emergency.request.unknown-city"))
        : found(visitor, Locating.anywhere(step.written()), place);
  }

  private Next found(Visitor visitor, Locating step, Place place) throws Exception {
    Place whole = place;
    if (step.address() != null && place.address() == null) {
      relay.forget(visitor.turn(), List.of(place.message()));
      whole = new Place(place.latitude(), place.longitude(), place.accuracy(), place.at(), false,
          step.address(), place.city(), place.country(), Objects.requireNonNull(step.message()));
    }
    deliveries.owe(visitor.turn(), NewDelivery.words(
        PositionKey.goneFrom(visitor, visitor.text("emergency.request.place-kept"))));
    return requestForm.toConfirm(visitor, new Confirming(step.written(), whole));
  }

  /// Pictures and voice go on telling what happened. They were asked at the first one of an album.
  private static Next more(Visitor visitor, Locating step, Incoming.Said said, MessageId message) {
    List<MessageId> written = FormStep.plus(step.written(), message);
    if (step.address() != null) {
      return Next.to(new Locating(written, step.address(), step.message()),
          RequestForm.cancellable(visitor, "emergency.request.which-city"));
    }
    return said.album() != null ? Next.stay(Locating.anywhere(written)) : stillWhere(visitor, written);
  }

  /// Whoever tells a place has answered. What may be none is no answer: it would be read by nobody knows whom.
  private Next locatedAnew(Answer<Relocating> answer) throws Exception {
    Visitor visitor = answer.visitor();
    Relocating step = answer.step();
    if (answer.content() instanceof Content.Text text && !locationParser.isAddress(visitor, text)) {
      forms.say(visitor, visitor.text("emergency.request.press-first"));
      return Next.to(step);
    }
    if (answer.content() instanceof Content.Unsupported) {
      return Next.done();
    }
    relay.forget(visitor.turn(), List.of(step.message()));
    return located(visitor, Locating.anywhere(step.written()), answer);
  }
}
