package otklik.relay;

import java.sql.SQLException;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Place;
import otklik.kernel.Ids;
import otklik.kernel.MessageId;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// Answers that no messenger has brought. The person gets them like any other, in order with all that is said in the
/// ticket's room; and there it is told what was said, and by whom. From then on they are what stands there: they wear
/// their receipts, and replies find them.
@Component
public final class BroughtAnswers {
  /// As the column has room for.
  private static final int LONGEST_AUTHOR = 150;

  private final Relay relay;
  private final Messages messages;
  private final Carrier carrier;
  private final Ids ids;

  BroughtAnswers(Relay relay, Messages messages, Carrier carrier, Ids ids) {
    this.relay = relay;
    this.messages = messages;
    this.carrier = carrier;
    this.ids = ids;
  }

  /// @param author the account of whoever says it, or what they are called where they have none
  /// @param name   as the room calls them
  public MessageId say(Turn turn, Ticket ticket, String author, String name, Content content, Dress dress)
      throws SQLException {
    Place here = ticket.room() == null ? Place.chat(ticket.chat()) : ticket.room();
    String account = author.substring(0, Math.min(author.length(), LONGEST_AUTHOR));
    Incoming.Said said = new Incoming.Said(here, false, Message.nowhere(ids.next()),
        new Author(account, name, null, null, true), content, null, null, turn.now());
    MessageId answer = relay.pass(turn, ticket, Direction.OUT, said, content, dress);
    messages.tellUnder(turn, answer, ticket.mark() == null ? name : ticket.mark() + ", " + name);
    if (ticket.room() != null) {
      carrier.retell(turn, ticket.room(), messages.find(turn, answer).orElseThrow());
    }
    return answer;
  }
}
