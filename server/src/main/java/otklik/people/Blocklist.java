package otklik.people;

import static otklik.storage.schema.Tables.BLOCKED_PERSON;

import org.jooq.Condition;
import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Whom a channel doesn't hear any more, and who decided so.
@Component
public final class Blocklist {

  Blocklist() {
  }

  public boolean has(ReadTurn turn, PersonId person) {
    return turn.sql().fetchExists(BLOCKED_PERSON, of(turn.channel(), person));
  }

  /// False when the person was blocked before.
  public boolean add(Turn turn, PersonId person, Actor by) {
    PersonId known = by.person();
    return turn.sql().insertInto(BLOCKED_PERSON)
        .set(BLOCKED_PERSON.WORKSPACE_ID, turn.workspace().value())
        .set(BLOCKED_PERSON.CHANNEL_ID, turn.channel().id().value())
        .set(BLOCKED_PERSON.PERSON_ID, person.value())
        .set(BLOCKED_PERSON.BLOCKED_BY, known == null ? null : known.value())
        .set(BLOCKED_PERSON.CREATED_AT, turn.now())
        .onConflictDoNothing()
        .execute() == 1;
  }

  /// False when the person wasn't blocked.
  public boolean remove(Turn turn, PersonId person) {
    return turn.sql().deleteFrom(BLOCKED_PERSON).where(of(turn.channel(), person)).execute() == 1;
  }

  private static Condition of(Channel channel, PersonId person) {
    return BLOCKED_PERSON.WORKSPACE_ID.eq(channel.workspace().value())
        .and(BLOCKED_PERSON.CHANNEL_ID.eq(channel.id().value()))
        .and(BLOCKED_PERSON.PERSON_ID.eq(person.value()));
  }
}
