package otklik.relay;

import static otklik.storage.schema.Tables.MORE_COPY;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.MessageRef;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rows of copies besides the first one: most messages have none. The pieces of a long message count from 1; copies
/// that a correction has taken the place of are kept as piece 0, because people may still answer them.
@Component
final class ExtraCopies {
  private static final int FORMER = 0;

  record Piece(int number, DeliveryId delivery, @Nullable String id, boolean failed) {
    Target target() {
      return id == null ? new Target.MadeBy(delivery, 0) : new Target.Known(id);
    }
  }

  void owed(Turn turn, MessageId message, int piece, DeliveryId delivery, String chat) {
    add(turn, message, piece, delivery, chat, null);
  }

  private static void add(Turn turn, MessageId message, int piece, DeliveryId delivery, String chat,
      @Nullable String id) {
    turn.sql().insertInto(MORE_COPY)
        .set(MORE_COPY.WORKSPACE_ID, turn.workspace().value())
        .set(MORE_COPY.CHANNEL_ID, turn.channel().id().value())
        .set(MORE_COPY.MESSAGE_ID, message.value())
        .set(MORE_COPY.DELIVERY_ID, delivery.value())
        .set(MORE_COPY.PIECE, piece)
        .set(MORE_COPY.CHAT, chat)
        .set(MORE_COPY.EXTERNAL_ID, id)
        .execute();
  }

  void made(Turn turn, MessageId message, DeliveryId delivery, String id) {
    turn.sql().update(MORE_COPY)
        .set(MORE_COPY.EXTERNAL_ID, id)
        .setNull(MORE_COPY.FAILURE)
        .where(of(turn.channel(), message)).and(MORE_COPY.DELIVERY_ID.eq(delivery.value()))
        .execute();
  }

  void failed(Turn turn, MessageId message, DeliveryId delivery, String failure) {
    turn.sql().update(MORE_COPY)
        .set(MORE_COPY.FAILURE, failure)
        .where(of(turn.channel(), message)).and(MORE_COPY.DELIVERY_ID.eq(delivery.value()))
        .execute();
  }

  /// A correction takes the place of all that there is.
  void superseded(Turn turn, Message message) {
    turn.sql().update(MORE_COPY)
        .set(MORE_COPY.PIECE, FORMER)
        .where(of(turn.channel(), message.id()))
        .execute();
    if (message.copy() != null && message.delivery() != null) {
      add(turn, message.id(), FORMER, message.delivery(), message.copy().chat(), message.copy().id());
    }
  }

  /// Whether its copy is one that was said again, because the former couldn't be changed.
  boolean isSaidAgain(Turn turn, MessageId message) {
    return turn.sql().fetchExists(MORE_COPY, of(turn.channel(), message).and(MORE_COPY.PIECE.eq(FORMER)));
  }

  void remove(Turn turn, MessageId message, DeliveryId delivery) {
    turn.sql().deleteFrom(MORE_COPY)
        .where(of(turn.channel(), message)).and(MORE_COPY.DELIVERY_ID.eq(delivery.value()))
        .execute();
  }

  /// The pieces after the first, in order.
  List<Piece> pieces(Turn turn, Collection<MessageId> messages) {
    return all(turn, messages).stream().filter(piece -> piece.number() != FORMER).toList();
  }

  List<Piece> all(Turn turn, Collection<MessageId> messages) {
    return turn.sql()
        .select(MORE_COPY.PIECE, MORE_COPY.DELIVERY_ID, MORE_COPY.EXTERNAL_ID, MORE_COPY.FAILURE)
        .from(MORE_COPY)
        .where(MORE_COPY.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(MORE_COPY.MESSAGE_ID.in(messages.stream().map(MessageId::value).toList()))
        .orderBy(MORE_COPY.PIECE)
        .fetch(row -> new Piece(row.value1(), new DeliveryId(row.value2()), row.value3(), row.value4() != null));
  }

  /// True when no piece is missing.
  boolean areMade(Turn turn, MessageId message) {
    return !turn.sql().fetchExists(MORE_COPY, of(turn.channel(), message)
        .and(MORE_COPY.PIECE.ne(FORMER)).and(MORE_COPY.EXTERNAL_ID.isNull()));
  }

  /// Whose copy stands there.
  Optional<MessageId> shownAt(Turn turn, MessageRef copy) throws SQLException {
    turn.flush();
    return turn.sql().select(MORE_COPY.MESSAGE_ID).from(MORE_COPY)
        .where(MORE_COPY.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(MORE_COPY.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(MORE_COPY.CHAT.eq(copy.chat()))
        .and(MORE_COPY.EXTERNAL_ID.eq(copy.id()))
        .limit(1)
        .fetchOptional(row -> new MessageId(row.value1()));
  }

  private static Condition of(Channel channel, MessageId message) {
    return MORE_COPY.WORKSPACE_ID.eq(channel.workspace().value())
        .and(MORE_COPY.MESSAGE_ID.eq(message.value()));
  }
}
