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
    REOPEN("reopen"),
    OLD_TICKET("old"),
    NEW_TICKET("new"),
    LATER_OFF("later-off"),
    GOOD("good"),
    BAD("bad"),
    NO_COMMENT("no-comment"),
    RETRY("retry"),
    SHOW_CARD("show-card"),
    NEW_MATTER("new-matter"),
    ENTER_CODE("enter-code"),
    NO_CODE("no-code"),
    NO_CONTACT("no-contact"),
    BIND("bind"),
    BIND_TO("bind-to"),
    BIND_BACK("bind-back"),
    BLOCK("block"),
    UNBLOCK("unblock"),
    SWITCH("switch"),
    FORGET("forget"),
    KEEP("keep"),
    CLOSE_OWN("close-own"),
    KEEP_OPEN("keep-open");

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

  /// A press about a ticket that carries something more.
  static Press of(Action action, TicketId ticket, long more) {
    return new Press(action, ticket.value() + "/" + more);
  }

  Optional<TicketId> ticket() {
    return number(detail.split("/", 2)[0]).map(TicketId::new);
  }

  /// The number that the press carries.
  Optional<Long> number() {
    return number(detail);
  }

  /// What the press carries besides the ticket.
  Optional<Long> more() {
    String[] parts = detail.split("/", 2);
    return parts.length < 2 ? Optional.empty() : number(parts[1]);
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
