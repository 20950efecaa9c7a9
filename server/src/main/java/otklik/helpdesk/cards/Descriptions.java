package otklik.helpdesk.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Span;
import otklik.helpdesk.tickets.DeskTickets;
import otklik.relay.Corrections;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.relay.RoomChanges;
import otklik.relay.Wording;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// What a ticket's card says of the matter: the words from before the ticket, as they read now.
@Component
public final class Descriptions {
  private static final String SPOILER = "spoiler";
  private static final char COVER = '▒';

  private final Tickets tickets;
  private final DeskTickets deskTickets;
  private final Relay relay;
  private final RoomChanges roomChanges;
  private final Rooms rooms;

  Descriptions(Tickets tickets, DeskTickets deskTickets, Relay relay, RoomChanges roomChanges, Rooms rooms) {
    this.tickets = tickets;
    this.deskTickets = deskTickets;
    this.relay = relay;
    this.roomChanges = roomChanges;
    this.rooms = rooms;
  }

  public static String of(List<Content> written) {
    List<String> words = new ArrayList<>();
    written.stream().filter(content -> content instanceof Content.Text || content instanceof Content.Media)
        .map(Descriptions::words).filter(Objects::nonNull).forEach(words::add);
    return String.join("\n", words);
  }

  /// What the person has covered stays covered: the message itself follows the card.
  private static @Nullable String words(Content content) {
    String words = Wording.of(content);
    List<Span> spans = switch (content) {
      case Content.Text text -> text.spans();
      case Content.Media media -> media.spans();
      default -> List.of();
    };
    if (words == null || spans.stream().noneMatch(span -> span.type().equals(SPOILER))) {
      return words;
    }
    StringBuilder shown = new StringBuilder(words);
    spans.stream().filter(span -> span.type().equals(SPOILER) && span.offset() + span.length() <= words.length())
        .forEach(span -> {
          for (int at = span.offset(); at < span.offset() + span.length(); at++) {
            shown.setCharAt(at, Character.isWhitespace(words.charAt(at)) ? words.charAt(at) : COVER);
          }
        });
    return shown.toString();
  }

  /// Words from before the ticket stand in the card, so it says the new ones.
  public void changed(Turn turn, Corrections.Kept kept) throws Exception {
    if (kept.direction() != Direction.IN || kept.message().value() > kept.ticket().value()) {
      return;
    }
    Ticket ticket = tickets.find(turn, kept.ticket()).orElseThrow();
    String description = of(relay.before(turn, ticket));
    deskTickets.describe(turn, ticket.id(), description);
    rooms.refresh(turn, ticket.id());
    if (!TicketCard.holds(turn.channel(), description)) {
      roomChanges.uncover(turn, ticket);
    }
  }
}
