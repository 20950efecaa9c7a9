package otklik.emergency.people;

import static otklik.storage.schema.Tables.BLOCKED_PERSON;
import static otklik.storage.schema.Tables.PERSON;
import static otklik.storage.schema.Tables.RESIDENT;
import static otklik.storage.schema.Tables.VOLUNTEER;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rows of volunteers.
@Component
public final class Volunteers {
  private static final int MINUTES = 60;


  public Optional<Volunteer> find(Turn turn, PersonId person) {
    return fetch(turn, VOLUNTEER.PERSON_ID.eq(person.value())).stream().findFirst();
  }

  /// Nothing when they can't be asked for anything: nobody reaches them, or they are blocked.
  public Optional<Volunteer> reachable(Turn turn, PersonId person) {
    return fetch(turn, canBeAsked().and(VOLUNTEER.PERSON_ID.eq(person.value()))).stream().findFirst();
  }

  /// Those of them who can be asked, also those who pause.
  public List<Volunteer> reachable(Turn turn, List<PersonId> people) {
    return fetch(turn, canBeAsked().and(VOLUNTEER.PERSON_ID.in(people.stream().map(PersonId::value).toList())));
  }

  /// All who can be reached and aren't blocked, and live in the country or came by that community; also those who pause.
  public List<Volunteer> around(Turn turn, String country, @Nullable Long community) {
    Condition near = RESIDENT.COUNTRY.eq(country);
    return fetch(turn, canBeAsked().and(community == null ? near : near.or(RESIDENT.COMMUNITY_ID.eq(community))));
  }

  private static Condition canBeAsked() {
    return PERSON.IS_REACHABLE.isTrue().andNotExists(DSL.selectOne().from(BLOCKED_PERSON)
        .where(BLOCKED_PERSON.WORKSPACE_ID.eq(VOLUNTEER.WORKSPACE_ID))
        .and(BLOCKED_PERSON.CHANNEL_ID.eq(VOLUNTEER.CHANNEL_ID))
        .and(BLOCKED_PERSON.PERSON_ID.eq(VOLUNTEER.PERSON_ID)));
  }

  /// False when the person was one before.
  public boolean join(Turn turn, PersonId person) {
    return turn.sql().insertInto(VOLUNTEER)
        .set(VOLUNTEER.WORKSPACE_ID, turn.workspace().value())
        .set(VOLUNTEER.CHANNEL_ID, turn.channel().id().value())
        .set(VOLUNTEER.PERSON_ID, person.value())
        .set(VOLUNTEER.IS_PAUSED, false)
        .set(VOLUNTEER.JOINED_AT, turn.now())
        .set(VOLUNTEER.UPDATED_AT, turn.now())
        .onConflictDoNothing()
        .execute() == 1;
  }

  /// False when that is so already.
  public boolean pause(Turn turn, PersonId person, boolean paused) {
    return turn.sql().update(VOLUNTEER)
        .set(VOLUNTEER.IS_PAUSED, paused)
        .set(VOLUNTEER.UPDATED_AT, turn.now())
        .where(of(turn.channel(), person)).and(VOLUNTEER.IS_PAUSED.ne(paused))
        .execute() == 1;
  }

  public void quiet(Turn turn, PersonId person, Volunteer.@Nullable Quiet quiet) {
    turn.sql().update(VOLUNTEER)
        .set(VOLUNTEER.QUIET_FROM, quiet == null ? null : minutes(quiet.from()))
        .set(VOLUNTEER.QUIET_UNTIL, quiet == null ? null : minutes(quiet.until()))
        .set(VOLUNTEER.UPDATED_AT, turn.now())
        .where(of(turn.channel(), person))
        .execute();
  }

  /// False when the person wasn't one.
  public boolean leave(Turn turn, PersonId person) {
    return turn.sql().deleteFrom(VOLUNTEER).where(of(turn.channel(), person)).execute() == 1;
  }

  private static List<Volunteer> fetch(Turn turn, Condition which) {
    return turn.sql().select(VOLUNTEER.PERSON_ID, RESIDENT.CHAT, RESIDENT.CITY, RESIDENT.COUNTRY,
            VOLUNTEER.IS_PAUSED, VOLUNTEER.QUIET_FROM, VOLUNTEER.QUIET_UNTIL, VOLUNTEER.JOINED_AT, PERSON.LANGUAGE,
            PERSON.CHOSEN_LANGUAGE)
        .from(VOLUNTEER)
        .join(RESIDENT).on(RESIDENT.WORKSPACE_ID.eq(VOLUNTEER.WORKSPACE_ID),
            RESIDENT.CHANNEL_ID.eq(VOLUNTEER.CHANNEL_ID), RESIDENT.PERSON_ID.eq(VOLUNTEER.PERSON_ID))
        .join(PERSON).on(PERSON.WORKSPACE_ID.eq(VOLUNTEER.WORKSPACE_ID), PERSON.ID.eq(VOLUNTEER.PERSON_ID))
        .where(VOLUNTEER.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(VOLUNTEER.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(which)
        .orderBy(VOLUNTEER.PERSON_ID)
        .fetch(Volunteers::volunteer);
  }

  private static Volunteer volunteer(Record row) {
    Integer from = row.get(VOLUNTEER.QUIET_FROM);
    Integer until = row.get(VOLUNTEER.QUIET_UNTIL);
    String chosen = row.get(PERSON.CHOSEN_LANGUAGE);
    return new Volunteer(new PersonId(row.get(VOLUNTEER.PERSON_ID)), row.get(RESIDENT.CHAT),
        row.get(RESIDENT.CITY), row.get(RESIDENT.COUNTRY), row.get(VOLUNTEER.IS_PAUSED),
        from == null || until == null ? null : new Volunteer.Quiet(time(from), time(until)),
        row.get(VOLUNTEER.JOINED_AT), chosen == null ? row.get(PERSON.LANGUAGE) : chosen);
  }

  private static int minutes(LocalTime time) {
    return time.getHour() * MINUTES + time.getMinute();
  }

  private static LocalTime time(int minutes) {
    return LocalTime.of(minutes / MINUTES, minutes % MINUTES);
  }

  private static Condition of(Channel channel, PersonId person) {
    return VOLUNTEER.WORKSPACE_ID.eq(channel.workspace().value())
        .and(VOLUNTEER.CHANNEL_ID.eq(channel.id().value()))
        .and(VOLUNTEER.PERSON_ID.eq(person.value()));
  }
}
