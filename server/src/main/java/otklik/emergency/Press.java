package otklik.emergency;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.kernel.TicketId;

/// What a button carries. Whatever comes back may be forged, so it is only a wish: what may be done is decided from the
/// rows. The words are stored in messages that people keep: never rename one.
record Press(Action action, String detail) {
  enum Action {
    NEED_HELP("need-help"),
    WANT_TO_HELP("want-to-help"),
    CHECK_AGAIN("check-again"),
    CITY("city"),
    OTHER_CITY("other-city"),
    LANGUAGE("language"),
    CANCEL("cancel"),
    FORGET("forget"),
    KEEP("keep"),

    // a request, by the one who needs help
    SEND("send"),
    IS_PLACE("is-place"),
    IS_STORY("is-story"),
    OTHER_PLACE("other-place"),
    WAS_PLACE("was-place"),
    WAS_STORY("was-story"),
    OTHER_WORDS("other-words"),
    SHOW_ALL("show-all"),
    WITHDRAW("withdraw"),
    WITHDRAW_SURELY("withdraw-surely"),
    EXTEND("extend"),
    APPEAL("appeal"),
    THANKS("thanks"),
    STILL_NEEDED("still-needed"),

    // a volunteer
    PAUSE("pause"),
    RESUME("resume"),
    QUIET("quiet"),
    LEAVE("leave"),
    OPEN_REQUESTS("open-requests"),

    // a request, by a volunteer
    TAKE("take"),
    NOT_URGENT("not-urgent"),
    FILES("files"),
    DONE("done"),
    NOT_MATCHING("not-matching"),
    LEAVE_OPEN("leave-open"),
    RETURN("return"),
    NO_REMARK("no-remark"),
    CHECK_IN("check-in"),
    TO_WHOM("to-whom"),
    TO_NOBODY("to-nobody"),

    // a community, by one of its administrators and by coordinators
    BIND("bind"),
    BIND_OTHER("bind-other"),
    APPROVE("approve"),
    REJECT("reject"),
    UNBIND("unbind"),

    // coordinators
    READMIT("readmit"),
    KEEP_CLOSED("keep-closed"),
    RETRY("retry"),
    SHOW_CARD("show-card"),
    BLOCK("block"),
    UNBLOCK("unblock"),
    CLOSE("close");

    private final String word;

    Action(String word) {
      this.word = word;
    }
  }

  static Press of(Action action) {
    return new Press(action, "");
  }

  static Press of(Action action, String detail) {
    return new Press(action, detail);
  }

  static Press of(Action action, TicketId ticket) {
    return new Press(action, Long.toString(ticket.value()));
  }

  static Press of(Action action, TicketId ticket, String more) {
    return new Press(action, ticket.value() + "/" + more);
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
    return number(detail.split("/", 2)[0]).map(TicketId::new);
  }

  /// The number that the press carries.
  Optional<Long> number() {
    return number(detail);
  }

  /// What the press carries besides the ticket.
  Optional<String> more() {
    String[] parts = detail.split("/", 2);
    return parts.length < 2 ? Optional.empty() : Optional.of(parts[1]);
  }

  /// Likewise, when it is a number.
  Optional<Long> moreNumber() {
    return more().flatMap(Press::number);
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
