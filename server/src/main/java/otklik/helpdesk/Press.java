package otklik.helpdesk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.kernel.TicketId;

/// What a button of the desk carries. Whatever comes back may be forged, so it is only a wish: what may be done is
/// decided from the rows.
record Press(Action action, String detail) {
  enum Action {
    CATEGORY("category"),
    URGENCY("urgency"),
    ATTACHED("attached"),
    CANCEL("cancel"),
    LANGUAGE("language"),
    TAKE("take"),
    CLOSE("close"),
    DETAILS("details"),
    GOOD("good"),
    BAD("bad"),
    NO_COMMENT("no-comment");

    private final String word;

    Action(String word) {
      this.word = word;
    }
  }

  static Press of(Action action) {
    return new Press(action, "");
  }

  static Press of(Action action, TicketId ticket) {
    return new Press(action, Long.toString(ticket.value()));
  }

  String data() {
    return detail.isEmpty() ? action.word : action.word + ":" + detail;
  }

  static Optional<Press> read(@Nullable String data) {
    if (data == null) {
      return Optional.empty();
    }
    int colon = data.indexOf(':');
    String word = colon < 0 ? data : data.substring(0, colon);
    String detail = colon < 0 ? "" : data.substring(colon + 1);
    for (Action action : Action.values()) {
      if (action.word.equals(word)) {
        return Optional.of(new Press(action, detail));
      }
    }
    return Optional.empty();
  }

  Optional<TicketId> ticket() {
    try {
      return Optional.of(new TicketId(Long.parseLong(detail)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
