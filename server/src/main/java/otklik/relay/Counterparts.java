package otklik.relay;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.MessageRef;
import otklik.channels.Target;
import otklik.kernel.MessageId;
import otklik.turns.Turn;

/// Which message on one side stands for which on the other.
@Component
final class Counterparts {
  private final Messages messages;
  private final ExtraCopies extraCopies;

  Counterparts(Messages messages, ExtraCopies extraCopies) {
    this.messages = messages;
    this.extraCopies = extraCopies;
  }

  /// The message on the other side that a message on this side stands for, or is stood for by.
  Optional<Target> of(Turn turn, MessageRef here) throws SQLException {
    Optional<Message> written = messages.written(turn, here);
    if (written.isPresent()) {
      return Optional.ofNullable(copy(turn, written.get()));
    }
    return shownAt(turn, here).map(Message::here);
  }

  /// The message of which a copy, or a piece of one, stands there. Where several stand in one copy, whoever answers it
  /// has read to its end: it answers the last of them.
  Optional<Message> shownAt(Turn turn, MessageRef copy) throws SQLException {
    List<Message> shown = messages.shownAt(turn, copy);
    if (!shown.isEmpty()) {
      return Optional.of(shown.getLast());
    }
    Optional<MessageId> piece = extraCopies.shownAt(turn, copy);
    return piece.isEmpty() ? Optional.empty() : messages.find(turn, piece.get());
  }

  /// The first copy of a message, made or owed; null while it waits.
  @Nullable Target copy(Turn turn, Message message) throws SQLException {
    if (message.copy() != null) {
      return new Target.Known(message.copy().id());
    }
    if (message.delivery() == null) {
      return null;
    }
    int item = 0;
    if (message.album() != null && message.ticket() != null) {
      item = messages.sentBy(turn, message.ticket(), message.delivery()).stream().map(Message::id).toList()
          .indexOf(message.id());
    }
    return new Target.MadeBy(message.delivery(), item);
  }
}
