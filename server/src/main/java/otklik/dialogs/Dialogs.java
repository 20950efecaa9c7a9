package otklik.dialogs;

import static otklik.storage.schema.Tables.DIALOG;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.delivery.KeysBelow;
import otklik.kernel.DeliveryId;
import otklik.storage.Json;
import otklik.turns.Turn;

/// The forms that people are in the middle of; at most one a conversation.
@Component
public final class Dialogs {
  private static final Logger log = LoggerFactory.getLogger(Dialogs.class);

  private final KeysBelow keys;
  private final Set<String> beside = ConcurrentHashMap.newKeySet();

  Dialogs(KeysBelow keys) {
    this.keys = keys;
  }

  /// Where the person is. A step that this version doesn't know any more counts as none: the form begins anew.
  ///
  /// @param kinds the record of each tag
  public <S extends Step> Optional<S> current(Turn turn, String conversation, Map<String, Class<? extends S>> kinds) {
    return turn.sql().select(DIALOG.TAG, DIALOG.DATA).from(DIALOG)
        .where(DIALOG.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(DIALOG.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(DIALOG.CONVERSATION.eq(conversation))
        .fetchOptional()
        .flatMap(row -> {
          Class<? extends S> kind = kinds.get(row.value1());
          if (kind == null) {
            log.warn("{}: nobody knows the step {} any more", turn.channel().label(), row.value1());
            return Optional.empty();
          }
          return Optional.of(Json.read(row.value2(), kind));
        });
  }

  /// Since when the person is there.
  public Optional<Instant> since(Turn turn, String conversation) {
    return turn.sql().select(DIALOG.UPDATED_AT).from(DIALOG)
        .where(DIALOG.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(DIALOG.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(DIALOG.CONVERSATION.eq(conversation))
        .fetchOptional(DIALOG.UPDATED_AT);
  }

  public void go(Turn turn, String conversation, Step step) {
    String data = Json.write(step);
    turn.sql().insertInto(DIALOG)
        .set(DIALOG.WORKSPACE_ID, turn.workspace().value())
        .set(DIALOG.CHANNEL_ID, turn.channel().id().value())
        .set(DIALOG.CONVERSATION, conversation)
        .set(DIALOG.TAG, step.tag())
        .set(DIALOG.DATA, data)
        .set(DIALOG.UPDATED_AT, turn.now())
        .onConflict(DIALOG.WORKSPACE_ID, DIALOG.CHANNEL_ID, DIALOG.CONVERSATION)
        .doUpdate()
        .set(DIALOG.TAG, step.tag())
        .set(DIALOG.DATA, data)
        .set(DIALOG.UPDATED_AT, turn.now())
        .execute();
  }

  /// What was asked before isn't asked any more: its keys go, however it was answered.
  ///
  /// @param question what is asked in the step where the person is now; null for one without keys
  public void asked(Turn turn, String conversation, @Nullable DeliveryId question) throws SQLException {
    takeKeys(turn, conversation);
    turn.sql().update(DIALOG)
        .set(DIALOG.ASKED, question == null ? null : question.value())
        .where(DIALOG.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(DIALOG.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(DIALOG.CONVERSATION.eq(conversation))
        .execute();
  }

  private void takeKeys(Turn turn, String conversation) throws SQLException {
    Long asked = turn.sql().select(DIALOG.ASKED).from(DIALOG)
        .where(DIALOG.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(DIALOG.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(DIALOG.CONVERSATION.eq(conversation))
        .fetchOne(DIALOG.ASKED);
    if (asked != null) {
      keys.take(turn, new DeliveryId(asked));
    }
  }

  /// Under this name something may be asked beside the form of a chat: its conversation is `chat/name`.
  public void mayBeBeside(String name) {
    beside.add(name);
  }

  /// Whatever is asked in a chat, whoever asks it, and beside whatever form.
  public void endAll(Turn turn, String chat) throws SQLException {
    end(turn, chat);
    for (String name : beside) {
      end(turn, chat + "/" + name);
    }
  }

  public void end(Turn turn, String conversation) throws SQLException {
    takeKeys(turn, conversation);
    turn.sql().deleteFrom(DIALOG)
        .where(DIALOG.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(DIALOG.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(DIALOG.CONVERSATION.eq(conversation))
        .execute();
  }
}
