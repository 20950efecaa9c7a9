package otklik.emergency.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.dialogs.StoredAs;
import otklik.forms.FormStep;
import otklik.geography.City;
import otklik.geography.Point;
import otklik.kernel.MessageId;
import otklik.storage.MicrosConverter;

/// Where somebody is with the panic button. The tags and the records' fields are a stored format.
public sealed interface EmergencyStep extends FormStep {
  /// Of the form of somebody who asks for help.
  sealed interface OfRequest extends EmergencyStep {}

  /// A place as it was told, in any form.
  ///
  /// @param at      microseconds since 1970, when the position was told
  /// @param message the one that tells it; the newest where several do
  record Place(@Nullable Double latitude, @Nullable Double longitude, @Nullable Double accuracy, @Nullable Long at,
      boolean live, @Nullable String address, String city, String country, MessageId message) {

    public static Place at(Request.Fix fix, @Nullable String address, City city, MessageId message) {
      return new Place(fix.point().latitude(), fix.point().longitude(), fix.accuracy(),
          MicrosConverter.micros(fix.at()), fix.live(), address, city.id().value(), city.country().code(), message);
    }

    public static Place inWords(String address, City city, MessageId message) {
      return new Place(null, null, null, null, false, address, city.id().value(), city.country().code(), message);
    }

    public Place movedTo(Request.Fix now) {
      return new Place(now.point().latitude(), now.point().longitude(), now.accuracy(),
          MicrosConverter.micros(now.at()), now.live(), address, city, country, message);
    }

    public Place readdressed(String now) {
      return new Place(latitude, longitude, accuracy, at, live, now, city, country, message);
    }

    public Request.@Nullable Fix fix() {
      return latitude == null || longitude == null || at == null ? null
          : new Request.Fix(new Point(latitude, longitude), accuracy, MicrosConverter.instant(at), live);
    }
  }

  /// Which city somebody is at home in is asked before what they want can be done.
  ///
  /// @param wish    what they want to do then
  /// @param written what they wrote already
  @StoredAs("emergency.city.v1")
  record NamingCity(String wish, List<MessageId> written) implements EmergencyStep {
    @Override
    public NamingCity with(MessageId message) {
      return new NamingCity(wish, FormStep.plus(written, message));
    }
  }

  /// They wrote before they said what they want: help, or to be of help.
  ///
  /// @param shown microseconds since 1970, when they were asked last
  @StoredAs("emergency.offered.v1")
  record Offered(List<MessageId> written, long shown) implements EmergencyStep {}

  /// When a volunteer wants to be left alone.
  @StoredAs("emergency.hours.v1")
  record NamingHours() implements EmergencyStep {}

  /// What happened.
  ///
  /// @param place null unless they told that first
  @StoredAs("emergency.telling.v1")
  record Telling(List<MessageId> written, @Nullable Place place) implements OfRequest {
    @Override
    public List<MessageId> kept() {
      return place == null ? written : FormStep.plus(written, place.message());
    }
  }

  /// Where it happened.
  ///
  /// @param address what they wrote of it; null before they did. Then only the city is missing
  /// @param message in which they wrote it
  @StoredAs("emergency.locating.v1")
  record Locating(List<MessageId> written, @Nullable String address, @Nullable MessageId message)
      implements OfRequest {
    /// Nothing is known of the place.
    public static Locating anywhere(List<MessageId> written) {
      return new Locating(written, null, null);
    }

    @Override
    public List<MessageId> kept() {
      return message == null ? written : FormStep.plus(written, message);
    }
  }

  /// They wrote something that may be the place, or may go on telling what happened: they are asked which.
  ///
  /// @param message in which they wrote it
  @StoredAs("emergency.doubted.v1")
  record Doubted(List<MessageId> written, MessageId message) implements OfRequest {
    /// It tells what happened.
    public List<MessageId> told() {
      return FormStep.plus(written, message);
    }

    @Override
    public List<MessageId> kept() {
      return told();
    }
  }

  /// They want to say otherwise where they are. What they wrote in its place may have told what happened: they are asked,
  /// and until they say so nobody is to read it.
  ///
  /// @param message in which they wrote it
  @StoredAs("emergency.relocating.v1")
  record Relocating(List<MessageId> written, MessageId message) implements OfRequest {
    @Override
    public List<MessageId> kept() {
      return FormStep.plus(written, message);
    }
  }

  /// Everything is told; it is sent when they say so.
  @StoredAs("emergency.confirming.v1")
  record Confirming(List<MessageId> written, Place place) implements OfRequest {
    @Override
    public List<MessageId> kept() {
      return FormStep.plus(written, place.message());
    }
  }

  /// A volunteer says why they give a request back.
  @StoredAs("emergency.returning.v1")
  record Returning(long ticket) implements EmergencyStep {}

  /// The person has a word for the volunteer who helped.
  @StoredAs("emergency.thanking.v1")
  record Thanking(long ticket) implements EmergencyStep {}
}
