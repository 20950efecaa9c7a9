package otklik.helpdesk;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.relay.Corrections;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.relay.Wording;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// A person changed words that were answered already, or whose ticket is closed: the copy in the topic changes without a
/// sound, so a line says what stood there and what stands there now. While nobody has answered, the new words are enough.
@Component
final class Rewritten {
  /// Both together leave room for the line itself in a message of 4,096 characters.
  private static final int SHOWN = 1500;

  private final Tickets tickets;
  private final Relay relay;
  private final Rooms rooms;

  Rewritten(Tickets tickets, Relay relay, Rooms rooms) {
    this.tickets = tickets;
    this.relay = relay;
    this.rooms = rooms;
  }

  /// What the message says before it is changed.
  Content before(Turn turn, Corrections.Kept kept) throws Exception {
    return relay.contents(turn, List.of(kept.message())).getFirst();
  }

  void told(Turn turn, Corrections.Kept kept, Content before, Content now) throws Exception {
    if (kept.direction() != Direction.IN || Objects.equals(Wording.of(before), Wording.of(now))) {
      return;
    }
    Ticket ticket = tickets.find(turn, kept.ticket()).orElseThrow();
    if (ticket.state().equals(Ticket.CLOSED) || relay.isAnsweredSince(turn, ticket, kept.message())) {
      rooms.note(turn, ticket, turn.text("rewritten",
          "before", shown(turn.channel(), before), "now", shown(turn.channel(), now)));
    }
  }

  private static String shown(Channel channel, Content content) {
    String words = Wording.of(content);
    return words == null ? channel.text("kind." + content.type())
        : TopicName.cut(words, channel.sizes().share(SHOWN));
  }
}
