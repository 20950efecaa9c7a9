package otklik.intake;

import static org.jooq.impl.DSL.inline;
import static otklik.storage.schema.Tables.INBOX;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.UpdateConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What messengers told us, for those who must make it forgotten. What was handled says nothing any more; here it is
/// about what was set aside, and about what earlier versions kept. An index holds these alone.
@Component
public final class RawUpdates {
  private static final Condition KEPT = INBOX.STATE.ne(inline("pending")).and(INBOX.CONVERSATION.ne(inline("")));

  /// A person's own conversations: nothing tells any more what was said there or where that was. That an update was
  /// here stays known, so that it isn't taken in once more.
  public void erase(Turn turn, Collection<String> conversations) throws SQLException {
    turn.flush();
    emptied(turn, KEPT.and(INBOX.CONVERSATION.in(conversations)))
        .execute();
  }

  /// Conversations that others take part in: only what was handled is emptied.
  public void eraseWords(Turn turn, Collection<String> conversations) throws SQLException {
    turn.flush();
    emptied(turn, handledIn(conversations)).execute();
  }

  /// @param most at most so many
  /// @return how many there were; fewer than `most` when none is left
  public int eraseWords(Turn turn, String conversation, int most) throws SQLException {
    turn.flush();
    return emptied(turn, INBOX.ID.in(DSL.select(INBOX.ID).from(INBOX)
        .where(in(turn.channel())).and(handledIn(List.of(conversation))).limit(most))).execute();
  }

  private static UpdateConditionStep<?> emptied(Turn turn, Condition which) {
    return turn.sql().update(INBOX)
        .set(INBOX.RAW, "{}")
        .set(INBOX.CONVERSATION, "")
        .set(INBOX.STATE, "handled")
        .setNull(INBOX.ERROR)
        .where(in(turn.channel()))
        .and(which);
  }

  private static Condition handledIn(Collection<String> conversations) {
    return KEPT.and(INBOX.CONVERSATION.in(conversations)).and(INBOX.STATE.eq(inline("handled")));
  }

  private static Condition in(Channel channel) {
    return INBOX.WORKSPACE_ID.eq(channel.workspace().value()).and(INBOX.CHANNEL_ID.eq(channel.id().value()));
  }
}
