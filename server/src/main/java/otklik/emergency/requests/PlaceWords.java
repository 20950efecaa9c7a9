package otklik.emergency.requests;

import org.jspecify.annotations.Nullable;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.Request.Fix;

/// An exact place in words, for those who may know it.
public final class PlaceWords {
  private PlaceWords() {}

  public static String of(Visitor reader, @Nullable Fix fix, @Nullable String address) {
    if (fix == null) {
      return address == null ? reader.text("emergency.place.unknown") : address;
    }
    String point = reader.text(fix.live() ? "emergency.place.live" : "emergency.place.point")
        + (fix.accuracy() == null ? ""
            : " " + reader.text("emergency.place.accuracy", "metres", Math.max(1, Math.round(fix.accuracy()))));
    return address == null ? point : address + " (" + point + ")";
  }
}
