package otklik.relay;

import static otklik.storage.schema.Tables.MESSAGE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.kernel.ChannelId;
import otklik.kernel.TicketId;
import otklik.kernel.WorkspaceId;
import otklik.search.NewMessages;
import otklik.storage.AcrossWorkspaces;
import otklik.storage.ReadTx;
import otklik.turns.ReadTurn;

/// What was said, for those who search.
@Component
public final class MessageWords implements NewMessages {
  /// Of a ticket with more the first ones are found no more.
  private static final int MOST = 5_000;

  public record Said(long id, String words) {}

  /// The words of a ticket, newest first.
  ///
  /// @param behind the id of a message: those up to it are left out
  public List<Said> of(ReadTurn turn, TicketId ticket, long behind) {
    return turn.sql().select(MESSAGE.ID, MESSAGE.TEXT).from(MESSAGE)
        .where(MESSAGE.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(MESSAGE.TICKET_ID.eq(ticket.value()))
        .and(MESSAGE.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(MESSAGE.ID.gt(behind))
        .orderBy(MESSAGE.ID.desc()).limit(MOST)
        .fetch(row -> new Said(row.value1(), row.value2() == null ? "" : row.value2()));
  }

  @Override
  public List<Written> after(ReadTx tx, long id, int most) {
    return tx.sql().select(MESSAGE.ID, MESSAGE.WORKSPACE_ID, MESSAGE.CHANNEL_ID, MESSAGE.TICKET_ID)
        .hint(AcrossWorkspaces.MESSAGES_TO_INDEX.mark())
        .from(MESSAGE).where(MESSAGE.ID.gt(id)).orderBy(MESSAGE.ID).limit(most)
        .fetch(row -> new Written(row.value1(), new WorkspaceId(row.value2()), new ChannelId(row.value3()),
            row.value4() == null ? null : new TicketId(row.value4())));
  }

  @Override
  public Optional<Instant> waitingSince(ReadTx tx, long id) {
    return tx.sql().select(MESSAGE.CREATED_AT)
        .hint(AcrossWorkspaces.MESSAGES_TO_INDEX.mark())
        .from(MESSAGE).where(MESSAGE.ID.gt(id)).orderBy(MESSAGE.ID).limit(1)
        .fetchOptional(MESSAGE.CREATED_AT);
  }
}
