package otklik.relay;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.MessageRef;
import otklik.channels.Target;
import otklik.kernel.MessageId;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Which message on one side stands for which on the other.
@Component
final class Counterparts {
  private final Messages messages;
  private final MoreCopies moreCopies;

  Counterparts(Messages messages, MoreCopies moreCopies) {
    this.messages = messages;
    this.moreCopies = moreCopies;
  }

  /// The message on the other side that a message on this side stands for, or is stood for by.
  Optional<Target> of(Tx tx, Channel channel, MessageRef here) throws SQLException {
    Optional<Message> written = messages.written(tx, channel, here);
    if (written.isPresent()) {
      return Optional.ofNullable(copy(tx, channel, written.get()));
    }
    return shownAt(tx, channel, here).map(message -> message.retoldBy() == null
        ? new Target.Known(message.origin().id()) : new Target.MadeBy(message.retoldBy(), 0));
  }

  /// The message of which a copy, or a piece of one, stands there. Where several stand in one copy, whoever answers it
  /// has read to its end: it answers the last of them.
  Optional<Message> shownAt(Tx tx, Channel channel, MessageRef copy) throws SQLException {
    List<Message> shown = messages.shownAt(tx, channel, copy);
    if (!shown.isEmpty()) {
      return Optional.of(shown.getLast());
    }
    Optional<MessageId> piece = moreCopies.shownAt(tx, channel, copy);
    return piece.isEmpty() ? Optional.empty() : messages.find(tx, channel, piece.get());
  }

  /// The first copy of a message, made or owed; null while it waits.
  @Nullable Target copy(Tx tx, Channel channel, Message message) throws SQLException {
    if (message.copy() != null) {
      return new Target.Known(message.copy().id());
    }
    if (message.delivery() == null) {
      return null;
    }
    int item = 0;
    if (message.album() != null && message.ticket() != null) {
      item = messages.sentBy(tx, channel, message.ticket(), message.delivery()).stream().map(Message::id).toList()
          .indexOf(message.id());
    }
    return new Target.MadeBy(message.delivery(), item);
  }
}
