package otklik.emergency;

import static otklik.storage.schema.Tables.RESIDENT;

import java.time.InstantSource;
import java.util.Optional;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// The rows of residents.
@Component
final class Residents {
  private final InstantSource clock;

  Residents(InstantSource clock) {
    this.clock = clock;
  }

  Optional<Resident> find(Tx tx, Channel channel, PersonId person) {
    return tx.sql().selectFrom(RESIDENT).where(of(channel, person))
        .fetchOptional(row -> new Resident(person, row.get(RESIDENT.CHAT), row.get(RESIDENT.CITY), row.get(RESIDENT.COUNTRY),
            row.get(RESIDENT.COMMUNITY_ID), row.get(RESIDENT.CHECKED_AT)));
  }

  void livesIn(Tx tx, Channel channel, PersonId person, String chat, String city, String country) {
    tx.sql().insertInto(RESIDENT)
        .set(RESIDENT.WORKSPACE_ID, channel.workspace().value())
        .set(RESIDENT.CHANNEL_ID, channel.id().value())
        .set(RESIDENT.PERSON_ID, person.value())
        .set(RESIDENT.CHAT, chat)
        .set(RESIDENT.CITY, city)
        .set(RESIDENT.COUNTRY, country)
        .set(RESIDENT.CREATED_AT, clock.instant())
        .set(RESIDENT.UPDATED_AT, clock.instant())
        .onConflict(RESIDENT.WORKSPACE_ID, RESIDENT.CHANNEL_ID, RESIDENT.PERSON_ID)
        .doUpdate()
        .set(RESIDENT.CHAT, chat)
        .set(RESIDENT.CITY, city)
        .set(RESIDENT.COUNTRY, country)
        .set(RESIDENT.UPDATED_AT, clock.instant())
        .execute();
  }

  void belongsTo(Tx tx, Channel channel, PersonId person, long community) {
    tx.sql().update(RESIDENT)
        .set(RESIDENT.COMMUNITY_ID, community)
        .set(RESIDENT.CHECKED_AT, clock.instant())
        .set(RESIDENT.UPDATED_AT, clock.instant())
        .where(of(channel, person))
        .execute();
  }

  void belongsNowhere(Tx tx, Channel channel, PersonId person) {
    tx.sql().update(RESIDENT)
        .setNull(RESIDENT.COMMUNITY_ID)
        .setNull(RESIDENT.CHECKED_AT)
        .set(RESIDENT.UPDATED_AT, clock.instant())
        .where(of(channel, person))
        .execute();
  }

  void erase(Tx tx, Channel channel, PersonId person) {
    tx.sql().deleteFrom(RESIDENT).where(of(channel, person)).execute();
  }

  private static Condition of(Channel channel, PersonId person) {
    return RESIDENT.WORKSPACE_ID.eq(channel.workspace().value())
        .and(RESIDENT.CHANNEL_ID.eq(channel.id().value()))
        .and(RESIDENT.PERSON_ID.eq(person.value()));
  }
}
