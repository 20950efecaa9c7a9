package otklik.relay;

import static otklik.storage.schema.Tables.MESSAGE_REACTION;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.kernel.MessageId;
import otklik.turns.Turn;

/// The rows of reactions: each author's newest on a message.
@Component
final class ReactionRows {
  void put(Turn turn, MessageId message, String author, String emoji) {
    turn.sql().insertInto(MESSAGE_REACTION)
        .set(MESSAGE_REACTION.WORKSPACE_ID, turn.workspace().value())
        .set(MESSAGE_REACTION.MESSAGE_ID, message.value())
        .set(MESSAGE_REACTION.AUTHOR, author)
        .set(MESSAGE_REACTION.EMOJI, emoji)
        .set(MESSAGE_REACTION.CREATED_AT, turn.now())
        .onConflict(MESSAGE_REACTION.WORKSPACE_ID, MESSAGE_REACTION.MESSAGE_ID, MESSAGE_REACTION.AUTHOR)
        .doUpdate()
        .set(MESSAGE_REACTION.EMOJI, emoji)
        .set(MESSAGE_REACTION.CREATED_AT, turn.now())
        .execute();
  }

  void remove(Turn turn, MessageId message, String author) {
    turn.sql().deleteFrom(MESSAGE_REACTION)
        .where(MESSAGE_REACTION.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(MESSAGE_REACTION.MESSAGE_ID.eq(message.value()))
        .and(MESSAGE_REACTION.AUTHOR.eq(author))
        .execute();
  }

  Optional<String> newest(Turn turn, MessageId message) {
    return turn.sql().select(MESSAGE_REACTION.EMOJI).from(MESSAGE_REACTION)
        .where(MESSAGE_REACTION.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(MESSAGE_REACTION.MESSAGE_ID.eq(message.value()))
        .orderBy(MESSAGE_REACTION.CREATED_AT.desc())
        .limit(1)
        .fetchOptional(MESSAGE_REACTION.EMOJI);
  }
}
