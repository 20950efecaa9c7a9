package otklik.emergency.people;

import static otklik.storage.schema.Tables.RESIDENT;

import java.util.Optional;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rows of residents.
@Component
public final class ResidentRows {
  public Optional<Resident> find(Turn turn, PersonId person) {
    return turn.sql().selectFrom(RESIDENT).where(of(turn.channel(), person))
        .fetchOptional(row -> new Resident(person, row.get(RESIDENT.CHAT), row.get(RESIDENT.CITY), row.get(RESIDENT.COUNTRY),
            row.get(RESIDENT.COMMUNITY_ID), row.get(RESIDENT.CHECKED_AT)));
  }

  public void livesIn(Turn turn, PersonId person, String chat, String city, String country) {
    turn.sql().insertInto(RESIDENT)
        .set(RESIDENT.WORKSPACE_ID, turn.workspace().value())
        .set(RESIDENT.CHANNEL_ID, turn.channel().id().value())
        .set(RESIDENT.PERSON_ID, person.value())
        .set(RESIDENT.CHAT, chat)
        .set(RESIDENT.CITY, city)
        .set(RESIDENT.COUNTRY, country)
        .set(RESIDENT.CREATED_AT, turn.now())
        .set(RESIDENT.UPDATED_AT, turn.now())
        .onConflict(RESIDENT.WORKSPACE_ID, RESIDENT.CHANNEL_ID, RESIDENT.PERSON_ID)
        .doUpdate()
        .set(RESIDENT.CHAT, chat)
        .set(RESIDENT.CITY, city)
        .set(RESIDENT.COUNTRY, country)
        .set(RESIDENT.UPDATED_AT, turn.now())
        .execute();
  }

  public void belongsTo(Turn turn, PersonId person, long community) {
    turn.sql().update(RESIDENT)
        .set(RESIDENT.COMMUNITY_ID, community)
        .set(RESIDENT.CHECKED_AT, turn.now())
        .set(RESIDENT.UPDATED_AT, turn.now())
        .where(of(turn.channel(), person))
        .execute();
  }

  public void belongsNowhere(Turn turn, PersonId person) {
    turn.sql().update(RESIDENT)
        .setNull(RESIDENT.COMMUNITY_ID)
        .setNull(RESIDENT.CHECKED_AT)
        .set(RESIDENT.UPDATED_AT, turn.now())
        .where(of(turn.channel(), person))
        .execute();
  }

  private static Condition of(Channel channel, PersonId person) {
    return RESIDENT.WORKSPACE_ID.eq(channel.workspace().value())
        .and(RESIDENT.CHANNEL_ID.eq(channel.id().value()))
        .and(RESIDENT.PERSON_ID.eq(person.value()));
  }
}
