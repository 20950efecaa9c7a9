package otklik.relay;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.MessageRef;
import otklik.kernel.MessageId;
import otklik.storage.Statement;
import otklik.storage.Tx;
import otklik.turns.Turn;

/// Operators' answers as whoever marks them looks at them, in one read: nearly all are one message with nothing besides.
@Component
final class PlainAnswers {
  private static final Statement BY_ID = Statement.of("""
      select m.chat, m.external_id, m.taken_back_at is not null,
             m.album is not null or m.notice_delivery is not null or exists (select 1 from more_copy c
                 where c.workspace_id = m.workspace_id and c.message_id = m.id and c.piece <> 0
                   and c.external_id is null),
             (select r.emoji from message_reaction r
                 where r.workspace_id = m.workspace_id and r.message_id = m.id order by r.created_at desc limit 1)
      from message m where m.workspace_id = ? and m.channel_id = ? and m.id = ?
      """);

  /// @param origin     where it was written
  /// @param takenBack  by the operator who wrote it
  /// @param hasMore    belongs to an album, has pieces that are still to come, or its failure was told
  /// @param reaction   what the person put on it last
  record Answer(MessageRef origin, boolean takenBack, boolean hasMore, @Nullable String reaction) {}

  /// Empty when it was erased. Where its copy stands may still be [deferred][Tx#defer]: nothing here asks for that.
  Optional<Answer> find(Turn turn, MessageId id) throws SQLException {
    return turn.first(BY_ID, row -> new Answer(new MessageRef(row.getString(1), row.getString(2)), row.getBoolean(3),
        row.getBoolean(4), row.getString(5)), turn.workspace().value(), turn.channel().id().value(), id.value());
  }
}
