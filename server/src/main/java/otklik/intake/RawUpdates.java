package otklik.intake;

import static otklik.storage.schema.Tables.INBOX;

import java.sql.SQLException;
import java.util.Collection;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// What messengers told us, for those who must make it forgotten.
@Component
public final class RawUpdates {
  /// A person's own conversations: nothing tells any more what was said there or where that was. That an update was
  /// here stays known, so that it isn't taken in once more.
  public void erase(Tx tx, Channel channel, Collection<String> conversations) throws SQLException {
    tx.flush();
    tx.sql().update(INBOX)
        .set(INBOX.RAW, "{}")
        .set(INBOX.CONVERSATION, "")
        .set(INBOX.STATE, "handled")
        .setNull(INBOX.ERROR)
        .where(in(channel, conversations))
        .execute();
  }

  /// Conversations that others take part in: only what was handled is emptied.
  public void eraseWords(Tx tx, Channel channel, Collection<String> conversations) throws SQLException {
    tx.flush();
    tx.sql().update(INBOX)
        .set(INBOX.RAW, "{}")
        .where(in(channel, conversations))
        .and(INBOX.STATE.eq("handled"))
        .execute();
  }

  private static Condition in(Channel channel, Collection<String> conversations) {
    return INBOX.WORKSPACE_ID.eq(channel.workspace().value())
        .and(INBOX.CHANNEL_ID.eq(channel.id().value()))
        .and(INBOX.STATE.ne("pending"))
        .and(INBOX.CONVERSATION.in(conversations));
  }
}
