package otklik.relay;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.MessageRef;
import otklik.delivery.Deliveries;
import otklik.delivery.Subject;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What a conversation leaves in our rows and in the operators' chats, for whoever must forget it.
@Component
public final class RelayTraces {
  /// What deliveries say about one message, besides its answer, which its row names. A copy may stand where its ticket was
  /// before.
  private static final List<String> ABOUT_ONE = List.of(Carrier.COPY, Carrier.PIECE, Carrier.LINE, Carrier.RETOLD,
      Corrections.EDIT);

  private final Messages messages;
  private final Albums albums;
  private final Deliveries deliveries;

  RelayTraces(Messages messages, Albums albums, Deliveries deliveries) {
    this.messages = messages;
    this.albums = albums;
    this.deliveries = deliveries;
  }

  /// Forgets all that was said in a ticket.
  ///
  /// @return how many messages
  public int erase(Turn turn, TicketId ticket) throws SQLException {
    albums.erase(turn, List.of(ticket));
    return messages.erase(turn, ticket);
  }

  /// Forgets what else a person wrote in their own chat.
  ///
  /// @param account the messenger's id of the person
  /// @param chat    where they write
  /// @param before  ids below this
  /// @param most    at most so many
  /// @return how many messages; fewer than `most` when none is left
  public int erase(Turn turn, String account, String chat, long before, int most) throws SQLException {
    return messages.erase(turn, messages.by(turn, account, chat, before, most));
  }

  /// Whether more than so much was said in a ticket.
  public boolean isLonger(Turn turn, TicketId ticket, int than) throws SQLException {
    return messages.of(turn, ticket, than + 1).size() > than;
  }

  /// What of a ticket stands in a chat of the operators: our copies, with their bylines, and what they wrote
  /// themselves. What waits to be copied is dropped, and nothing tells any more that anything was said to the person.
  public Set<MessageRef> withdraw(Turn turn, Ticket ticket, String chat) throws SQLException {
    List<MessageId> all = messages.of(turn, ticket.id(), Integer.MAX_VALUE);
    Set<MessageRef> there = withdraw(turn, ticket, all, chat);
    there.addAll(deliveries.withdraw(turn, chat, List.of(new Subject(Carrier.ALBUM, ticket.id().value()))));
    return there;
  }

  /// Likewise of the oldest messages of a ticket, which are forgotten at once: much that was said is erased in parts.
  ///
  /// @param most at most so many messages
  public Set<MessageRef> eraseOldest(Turn turn, Ticket ticket, String chat, int most) throws SQLException {
    List<MessageId> oldest = messages.of(turn, ticket.id(), most);
    Set<MessageRef> there = withdraw(turn, ticket, oldest, chat);
    messages.erase(turn, oldest);
    return there;
  }

  private Set<MessageRef> withdraw(Turn turn, Ticket ticket, List<MessageId> ids, String chat) throws SQLException {
    Set<MessageRef> there = new LinkedHashSet<>(messages.standing(turn, ids, chat));
    List<Subject> subjects = new ArrayList<>();
    for (MessageId message : ids) {
      ABOUT_ONE.forEach(kind -> subjects.add(new Subject(kind, message.value())));
    }
    there.addAll(deliveries.withdraw(turn, chat, subjects));
    Set<DeliveryId> carriers = messages.deliveries(turn, ids);
    there.addAll(deliveries.withdraw(turn, chat, carriers));
    deliveries.erase(turn, ticket.chat(), carriers);
    return there;
  }
}
