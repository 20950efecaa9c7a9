package otklik.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.dialogs.Step;
import otklik.geography.City;
import otklik.geography.Point;
import otklik.kernel.MessageId;
import otklik.storage.MicrosConverter;

/// Where somebody is with the panic button. The tags and the records' fields are a stored format.
sealed interface EmergencyStep extends Step {
  Map<String, Class<? extends EmergencyStep>> KINDS = Map.of(
      NamingCity.TAG, NamingCity.class,
      Offered.TAG, Offered.class,
      NamingHours.TAG, NamingHours.class,
      Telling.TAG, Telling.class,
      Locating.TAG, Locating.class,
      Doubted.TAG, Doubted.class,
      Relocating.TAG, Relocating.class,
      Confirming.TAG, Confirming.class,
      Returning.TAG, Returning.class,
      Thanking.TAG, Thanking.class);

  /// What the person wrote so far that belongs to a request, if they make one.
  default List<MessageId> written() {
    return List.of();
  }

  /// A place as it was told, in any form.
  ///
  /// @param at      microseconds since 1970, when the position was told
  /// @param message the one that tells it; the newest where several do
  record Place(@Nullable Double latitude, @Nullable Double longitude, @Nullable Double accuracy, @Nullable Long at,
      boolean live, @Nullable String address, String city, String country, MessageId message) {

    static Place at(Request.Fix fix, @Nullable String address, City city, MessageId message) {
      return new Place(fix.point().latitude(), fix.point().longitude(), fix.accuracy(),
          MicrosConverter.micros(fix.at()), fix.live(), address, city.id().value(), city.country().code(), message);
    }

    static Place inWords(String address, City city, MessageId message) {
      return new Place(null, null, null, null, false, address, city.id().value(), city.country().code(), message);
    }

    Place movedTo(Request.Fix now) {
      return new Place(now.point().latitude(), now.point().longitude(), now.accuracy(),
          MicrosConverter.micros(now.at()), now.live(), address, city, country, message);
    }

    Place readdressed(String now) {
      return new Place(latitude, longitude, accuracy, at, live, now, city, country, message);
    }

    Request.@Nullable Fix fix() {
      return latitude == null || longitude == null || at == null ? null
          : new Request.Fix(new Point(latitude, longitude), accuracy, MicrosConverter.instant(at), live);
    }
  }

  /// Which city somebody is at home in is asked before what they want can be done.
  ///
  /// @param wish    what they want to do then
  /// @param written what they wrote already
  record NamingCity(String wish, List<MessageId> written) implements EmergencyStep {
    static final String TAG = "emergency.city.v1";

    @Override
    public String tag() {
      return TAG;
    }
  }

  /// They wrote before they said what they want: help, or to be of help.
  ///
  /// @param shown microseconds since 1970, when they were asked last
  record Offered(List<MessageId> written, long shown) implements EmergencyStep {
    static final String TAG = "emergency.offered.v1";

    @Override
    public String tag() {
      return TAG;
    }
  }

  /// When a volunteer wants to be left alone.
  record NamingHours() implements EmergencyStep {
    static final String TAG = "emergency.hours.v1";

    @Override
    public String tag() {
      return TAG;
    }
  }

  /// What happened.
  ///
  /// @param place null unless they told that first
  record Telling(List<MessageId> written, @Nullable Place place) implements EmergencyStep {
    static final String TAG = "emergency.telling.v1";

    @Override
    public String tag() {
      return TAG;
    }
  }

  /// Where it happened.
  ///
  /// @param address what they wrote of it; null before they did. Then only the city is missing
  /// @param message in which they wrote it
  record Locating(List<MessageId> written, @Nullable String address, @Nullable MessageId message)
      implements EmergencyStep {
    static final String TAG = "emergency.locating.v1";

    @Override
    public String tag() {
      return TAG;
    }
  }

  /// They wrote something that may be the place, or may go on telling what happened: they are asked which.
  ///
  /// @param message in which they wrote it
  record Doubted(List<MessageId> written, MessageId message) implements EmergencyStep {
    static final String TAG = "emergency.doubted.v1";

    @Override
    public String tag() {
      return TAG;
    }

    /// It tells what happened.
    List<MessageId> told() {
      return plus(written, message);
    }
  }

  /// They want to say otherwise where they are. What they wrote in its place may have told what happened: they are asked,
  /// and until they say so nobody is to read it.
  ///
  /// @param message in which they wrote it
  record Relocating(List<MessageId> written, MessageId message) implements EmergencyStep {
    static final String TAG = "emergency.relocating.v1";

    @Override
    public String tag() {
      return TAG;
    }
  }

  /// Everything is told; it is sent when they say so.
  record Confirming(List<MessageId> written, Place place) implements EmergencyStep {
    static final String TAG = "emergency.confirming.v1";

    @Override
    public String tag() {
      return TAG;
    }
  }

  /// A volunteer says why they give a request back.
  record Returning(long ticket) implements EmergencyStep {
    static final String TAG = "emergency.returning.v1";

    @Override
    public String tag() {
      return TAG;
    }
  }

  /// The person has a word for the volunteer who helped.
  record Thanking(long ticket) implements EmergencyStep {
    static final String TAG = "emergency.thanking.v1";

    @Override
    public String tag() {
      return TAG;
    }
  }

  static List<MessageId> plus(List<MessageId> written, MessageId message) {
    List<MessageId> all = new ArrayList<>(written);
    all.add(message);
    return List.copyOf(all);
  }
}
