package otklik.talk;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.kernel.TicketId;

/// What a button carries (callback data). Whatever comes back may be forged or years old, so it is only a wish: what may be done is
/// decided from the rows.
public record Press(Kind kind, String detail) {
  /// What a button is for: an enum of each scenario.
  public interface Kind {
    /// As it is stored in messages that people keep: never rename one. Without a colon; the messenger allows 64 bytes for
    /// the word and the detail (Bot API, InlineKeyboardButton).
    String word();

    /// Whether the first number that it carries is a ticket's.
    default boolean namesTicket() {
      return true;
    }
  }

  public static Press of(Kind kind) {
    return new Press(kind, "");
  }

  public static Press of(Kind kind, String detail) {
    return new Press(kind, detail);
  }

  public static Press of(Kind kind, TicketId ticket) {
    return new Press(kind, Long.toString(ticket.value()));
  }

  /// @param more what it carries besides the ticket
  public static Press of(Kind kind, TicketId ticket, String more) {
    return new Press(kind, ticket.value() + "/" + more);
  }

  public static Press of(Kind kind, TicketId ticket, long more) {
    return of(kind, ticket, Long.toString(more));
  }

  /// What came from the messenger, where it is one of these.
  public static Optional<Press> read(@Nullable String data, Kind... kinds) {
    if (data == null) {
      return Optional.empty();
    }
    String[] parts = data.split(":", 2);
    return Arrays.stream(kinds).filter(kind -> kind.word().equals(parts[0]))
        .map(kind -> new Press(kind, parts.length < 2 ? "" : parts[1])).findFirst();
  }

  public String data() {
    return detail.isEmpty() ? kind.word() : kind.word() + ":" + detail;
  }

  public Optional<TicketId> ticket() {
    return number(detail.split("/", 2)[0]).map(TicketId::new);
  }

  /// The number that the press carries.
  public Optional<Long> number() {
    return number(detail);
  }

  /// What the press carries besides the ticket.
  public Optional<String> more() {
    String[] parts = detail.split("/", 2);
    return parts.length < 2 ? Optional.empty() : Optional.of(parts[1]);
  }

  /// Likewise, when it is a number.
  public Optional<Long> moreNumber() {
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
