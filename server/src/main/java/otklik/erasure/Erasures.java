package otklik.erasure;

import static otklik.storage.schema.Tables.ERASURE;

import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// That people's data were erased, and when that was done. Of the person nothing but our own number is left.
@Component
public final class Erasures {
  private final Ids ids;

  Erasures(Ids ids) {
    this.ids = ids;
  }

  void begun(Turn turn, PersonId person) {
    turn.sql().insertInto(ERASURE)
        .set(ERASURE.ID, ids.next())
        .set(ERASURE.WORKSPACE_ID, turn.workspace().value())
        .set(ERASURE.CHANNEL_ID, turn.channel().id().value())
        .set(ERASURE.PERSON_ID, person.value())
        .set(ERASURE.TICKETS, 0)
        .set(ERASURE.MESSAGES, 0)
        .set(ERASURE.LEFT_OVER, 0)
        .set(ERASURE.CREATED_AT, turn.now())
        .execute();
  }

  /// So much more was erased.
  void count(Turn turn, PersonId person, int tickets, int messages) {
    if (tickets > 0 || messages > 0) {
      turn.sql().update(ERASURE)
          .set(ERASURE.TICKETS, ERASURE.TICKETS.plus(tickets))
          .set(ERASURE.MESSAGES, ERASURE.MESSAGES.plus(messages))
          .where(going(turn.channel(), person))
          .and(ERASURE.CHANNEL_ID.eq(turn.channel().id().value()))
          .execute();
    }
  }

  /// Nothing is left of the person, in no channel of the workspace.
  void done(Turn turn, PersonId person) {
    turn.sql().update(ERASURE)
        .set(ERASURE.DONE_AT, turn.now())
        .where(going(turn.channel(), person))
        .execute();
  }

  private static Condition going(Channel channel, PersonId person) {
    return ERASURE.WORKSPACE_ID.eq(channel.workspace().value()).and(ERASURE.PERSON_ID.eq(person.value()))
        .and(ERASURE.DONE_AT.isNull());
  }

  /// The latest in the workspace, so that whoever reads before they say something can tell whether there was one between.
  public Optional<Long> latest(ReadTurn turn) {
    return Optional.ofNullable(turn.sql().select(DSL.max(ERASURE.ID)).from(ERASURE)
        .where(ERASURE.WORKSPACE_ID.eq(turn.workspace().value()))
        .fetchSingle(DSL.max(ERASURE.ID)));
  }

  /// Something could not be deleted in the messenger. True when it is the first of this person's.
  boolean leftOver(Turn turn, PersonId person) {
    turn.sql().update(ERASURE)
        .set(ERASURE.LEFT_OVER, ERASURE.LEFT_OVER.plus(1))
        .where(ERASURE.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(ERASURE.PERSON_ID.eq(person.value()))
        .execute();
    return turn.sql().fetchExists(ERASURE, ERASURE.WORKSPACE_ID.eq(turn.workspace().value())
        .and(ERASURE.PERSON_ID.eq(person.value())).and(ERASURE.LEFT_OVER.eq(1)));
  }
}
