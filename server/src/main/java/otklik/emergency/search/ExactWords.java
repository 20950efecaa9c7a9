package otklik.emergency.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import otklik.channels.Content;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.Case;
import otklik.emergency.requests.Copy;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.Request.Fix;
import otklik.geography.MapLink;

/// The exact place in words: the address, a map, and how exact and how old the position is.
///
/// @param earlier whether the address was told before the position, and may be of another place
public record ExactWords(Visitor volunteer, Case it, boolean earlier) {
  /// Empty when nobody told it.
  public Optional<Content.Text> text() {
    List<Content.Text> lines = new ArrayList<>();
    Request request = it.request();
    if (request.address() != null) {
      lines.add(Content.Text.of(volunteer.text(
          earlier ? "emergency.helping.address-earlier" : "emergency.helping.address", "address", request.address())));
    }
    Fix exact = request.exact();
    if (exact != null) {
      lines.add(Copy.link(volunteer.text("emergency.helping.map"), MapLink.to(exact.point())));
      lines.add(Content.Text.of(told(exact)));
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(Content.Text.joined(lines));
  }

  private String told(Fix exact) {
    String moment = it.shown(exact.at());
    if (exact.live()) {
      return volunteer.text("emergency.helping.live", "moment", moment);
    }
    return exact.accuracy() == null ? volunteer.text("emergency.helping.told", "moment", moment)
        : volunteer.text("emergency.helping.told-within", "moment", moment, "metres", Math.round(exact.accuracy()));
  }
}
