package otklik.helpdesk.answers;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.helpdesk.cards.Descriptions;
import otklik.helpdesk.tickets.Comments;
import otklik.relay.Corrections;
import otklik.relay.Relay;
import otklik.relay.Wording;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// A person changed what they had written. The copy in the topic changes without a sound, so where the words were
/// answered already, or the ticket is closed, a line says what stood there and what stands there now. While nobody has
/// answered, the new words are enough.
@Component
final class PersonEdits {
  /// Both together leave room for the line itself in a message of 4,096 characters.
  private static final int SHOWN = 1500;

  private final Corrections corrections;
  private final Descriptions descriptions;
  private final Comments comments;
  private final Tickets tickets;
  private final Relay relay;
  private final Rooms rooms;

  PersonEdits(Corrections corrections, Descriptions descriptions, Comments comments, Tickets tickets, Relay relay,
      Rooms rooms) {
    this.corrections = corrections;
    this.descriptions = descriptions;
    this.comments = comments;
    this.tickets = tickets;
    this.relay = relay;
    this.rooms = rooms;
  }

  /// @return what was changed; empty when nothing was that could be told
  Optional<Corrections.Kept> edited(Turn turn, Incoming.Edited edited) throws Exception {
    Optional<Corrections.Kept> changed = corrections.correct(turn, edited.ref(), edited.content())
        .filter(Corrections.Kept::isOfBothSides);
    if (changed.isPresent()) {
      descriptions.changed(turn, changed.get());
      comments.changed(turn, changed.get(), edited.content());
      tellRewritten(turn, changed.get(), edited.content());
    }
    return changed;
  }

  private void tellRewritten(Turn turn, Corrections.Kept kept, Content now) throws Exception {
    if (Objects.equals(Wording.of(kept.content()), Wording.of(now))) {
      return;
    }
    Ticket ticket = tickets.find(turn, kept.ticket()).orElseThrow();
    if (ticket.state().equals(Ticket.CLOSED) || relay.isAnsweredSince(turn, ticket, kept.message())) {
      rooms.note(turn, ticket, turn.text("rewritten",
          "before", shown(turn.channel(), kept.content()), "now", shown(turn.channel(), now)));
    }
  }

  private static String shown(Channel channel, Content content) {
    String words = Wording.of(content);
    return words == null ? channel.text("kind." + content.type())
        : channel.sizes().part(words, SHOWN);
  }
}
