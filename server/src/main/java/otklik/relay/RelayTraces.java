package otklik.relay;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.MessageRef;
import otklik.delivery.Deliveries;
import otklik.delivery.Subject;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// What a conversation leaves in our rows and in the operators' chats, for whoever must forget it.
@Component
public final class RelayTraces {
  /// What deliveries say about one message.
  private static final List<String> ABOUT_ONE = List.of(Carrier.COPY, Carrier.ANSWER, Carrier.PIECE, Carrier.LINE,
      Carrier.RETOLD, Corrections.EDIT);

  private final Messages messages;
  private final Albums albums;
  private final Deliveries deliveries;

  RelayTraces(Messages messages, Albums albums, Deliveries deliveries) {
    this.messages = messages;
    this.albums = albums;
    this.deliveries = deliveries;
  }

  /// Forgets all that was said in tickets of a person, and what else they wrote in their own chat.
  ///
  /// @param account the messenger's id of the person
  /// @param chat    where they write
  /// @return how many messages
  public int erase(Tx tx, Channel channel, Collection<TicketId> tickets, String account, String chat)
      throws SQLException {
    albums.erase(tx, channel, tickets);
    return messages.erase(tx, channel, tickets, account, chat);
  }

  /// What of a ticket stands in a chat of the operators: our copies, with their bylines, and what they wrote
  /// themselves. What waits to be copied is dropped.
  public Set<MessageRef> withdraw(Tx tx, Channel channel, TicketId ticket, String chat) throws SQLException {
    Set<MessageRef> there = new LinkedHashSet<>(messages.standing(tx, channel, ticket, chat));
    List<Subject> subjects = new ArrayList<>();
    subjects.add(new Subject(Carrier.ALBUM, ticket.value()));
    for (MessageId message : messages.of(tx, channel, ticket)) {
      ABOUT_ONE.forEach(kind -> subjects.add(new Subject(kind, message.value())));
    }
    there.addAll(deliveries.withdraw(tx, channel, chat, subjects));
    return there;
  }
}
