package otklik.emergency.requests;

import static otklik.storage.schema.Tables.ASKING;
import static otklik.storage.schema.Tables.BLOCKED_PERSON;
import static otklik.storage.schema.Tables.PERSON;
import static otklik.storage.schema.Tables.RESIDENT;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.emergency.people.Volunteer;
import otklik.emergency.requests.Asking.State;
import otklik.kernel.DeliveryId;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Who was asked to help with which request: one row for both, however often they are asked.
@Component
public final class Askings {
  private static final List<String> PRESSERS = List.of(State.SEEN.stored(), State.RETURNED.stored());

  private final Ids ids;

  Askings(Ids ids) {
    this.ids = ids;
  }

  /// The id under which the volunteer is asked now. Empty when they were asked in this search before, so that nobody
  /// is asked twice, whoever wants it.
  public OptionalLong ask(Turn turn, Request request, int ring, Volunteer volunteer) {
    int asked = turn.sql().insertInto(ASKING)
        .set(ASKING.ID, ids.next())
        .set(ASKING.WORKSPACE_ID, turn.workspace().value())
        .set(ASKING.CHANNEL_ID, turn.channel().id().value())
        .set(ASKING.TICKET_ID, request.ticket().value())
        .set(ASKING.PERSON_ID, volunteer.person().value())
        .set(ASKING.SEARCH, request.search())
        .set(ASKING.RING, ring)
        .set(ASKING.STATE, State.OWED.stored())
        .set(ASKING.CHAT, volunteer.chat())
        .set(ASKING.CREATED_AT, turn.now())
        .set(ASKING.UPDATED_AT, turn.now())
        .onConflict(ASKING.WORKSPACE_ID, ASKING.TICKET_ID, ASKING.PERSON_ID)
        .doUpdate()
        .set(ASKING.SEARCH, request.search())
        .set(ASKING.RING, ring)
        .set(ASKING.STATE, State.OWED.stored())
        .set(ASKING.CHAT, volunteer.chat())
        .setNull(ASKING.FAILURE)
        .set(ASKING.UPDATED_AT, turn.now())
        .where(ASKING.SEARCH.lt(request.search()).or(ASKING.STATE.eq(State.FAILED.stored())))
        .execute();
    if (asked == 0) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(turn.sql().select(ASKING.ID).from(ASKING)
        .where(in(turn.channel())).and(ASKING.TICKET_ID.eq(request.ticket().value()))
        .and(ASKING.PERSON_ID.eq(volunteer.person().value()))
        .fetchSingle(ASKING.ID));
  }

  /// Another message will be their copy once it stands there. Until then, and if it is spared, the one that stands there
  /// says what is true.
  public void renewed(Turn turn, long id, DeliveryId delivery) {
    turn.sql().update(ASKING)
        .set(ASKING.DELIVERY_ID, delivery.value())
        .where(in(turn.channel())).and(ASKING.ID.eq(id))
        .execute();
  }

  /// Another message will be their copy from now on.
  public void owed(Turn turn, long id, DeliveryId delivery) {
    turn.sql().update(ASKING)
        .set(ASKING.DELIVERY_ID, delivery.value())
        .setNull(ASKING.COPY_ID)
        .where(in(turn.channel())).and(ASKING.ID.eq(id))
        .execute();
  }

  /// Their copy stands there.
  public void sent(Turn turn, long id, DeliveryId delivery, String copy) {
    turn.sql().update(ASKING)
        .set(ASKING.STATE, DSL.when(ASKING.STATE.in(State.OWED.stored(), State.SPARED.stored()), State.SENT.stored())
            .otherwise(ASKING.STATE))
        .set(ASKING.COPY_ID, copy)
        .set(ASKING.UPDATED_AT, turn.now())
        .where(in(turn.channel())).and(ASKING.ID.eq(id)).and(ASKING.DELIVERY_ID.eq(delivery.value()))
        .execute();
  }

  /// They pressed something under a copy, which tells where it stands even if nobody heard that it was sent.
  public void seen(Turn turn, Asking asking, @Nullable String copy) {
    State now = asking.state() == State.RETURNED ? State.RETURNED : State.SEEN;
    turn.sql().update(ASKING)
        .set(ASKING.STATE, now.stored())
        .set(ASKING.COPY_ID, asking.copy() == null ? copy : asking.copy())
        .set(ASKING.UPDATED_AT, turn.now())
        .where(in(turn.channel())).and(ASKING.ID.eq(asking.id()))
        .execute();
  }

  /// Those whose copies wait to be sent need none any more.
  public List<DeliveryId> spare(Turn turn, TicketId ticket) {
    Condition waiting = in(turn.channel()).and(ASKING.TICKET_ID.eq(ticket.value()))
        .and(ASKING.STATE.eq(State.OWED.stored()));
    List<DeliveryId> owed = turn.sql().select(ASKING.DELIVERY_ID).from(ASKING)
        .where(waiting).and(ASKING.DELIVERY_ID.isNotNull())
        .fetch(row -> new DeliveryId(row.value1()));
    turn.sql().update(ASKING)
        .set(ASKING.STATE, State.SPARED.stored())
        .set(ASKING.UPDATED_AT, turn.now())
        .where(waiting)
        .execute();
    return owed;
  }

  /// A copy that can be changed, and how to speak with whoever has it.
  ///
  /// @param language an IETF tag
  /// @param city     where they are at home; null for those who have left
  /// @param blocked  whether they aren't heard any more, and don't see it either
  public record Shown(Asking asking, @Nullable String language, @Nullable String city, boolean blocked) {}

  /// Of all who pressed something.
  public List<Shown> ofPressers(Turn turn, TicketId ticket) {
    return shown(turn, stands(ticket).and(ASKING.STATE.in(PRESSERS)))
        .orderBy(ASKING.ID)
        .fetch(Askings::shown);
  }

  /// The ids of the others', and of those of people who pressed something since.
  ///
  /// @param after the last of the part before; 0 for the first part
  public List<Long> others(Turn turn, TicketId ticket, Instant since, long after, int most) {
    return turn.sql().select(ASKING.ID).from(ASKING)
        .where(in(turn.channel())).and(stands(ticket)).and(ASKING.ID.gt(after))
        .and(ASKING.STATE.notIn(PRESSERS).or(ASKING.UPDATED_AT.gt(since)))
        .orderBy(ASKING.ID)
        .limit(most)
        .fetch(ASKING.ID);
  }

  /// Those of them that can be changed. One by one: rather than look up hundreds, SQLite would read all of a channel's.
  public List<Shown> shown(Turn turn, List<Long> ids) {
    return ids.stream().flatMap(id -> shown(turn, id).stream())
        .filter(each -> each.asking().copy() != null).toList();
  }

  private static Condition stands(TicketId ticket) {
    return ASKING.TICKET_ID.eq(ticket.value()).and(ASKING.COPY_ID.isNotNull());
  }

  /// That one, whether it can be changed yet or not.
  public Optional<Shown> shown(Turn turn, long id) {
    return shown(turn, ASKING.ID.eq(id)).fetchOptional(Askings::shown);
  }

  private static SelectConditionStep<Record> shown(Turn turn, Condition which) {
    return turn.sql().select(ASKING.fields())
        .select(PERSON.LANGUAGE, PERSON.CHOSEN_LANGUAGE, RESIDENT.CITY, BLOCKED_PERSON.PERSON_ID)
        .from(ASKING)
        .join(PERSON).on(PERSON.WORKSPACE_ID.eq(ASKING.WORKSPACE_ID), PERSON.ID.eq(ASKING.PERSON_ID))
        .leftJoin(RESIDENT).on(RESIDENT.WORKSPACE_ID.eq(ASKING.WORKSPACE_ID),
            RESIDENT.CHANNEL_ID.eq(ASKING.CHANNEL_ID), RESIDENT.PERSON_ID.eq(ASKING.PERSON_ID))
        .leftJoin(BLOCKED_PERSON).on(BLOCKED_PERSON.WORKSPACE_ID.eq(ASKING.WORKSPACE_ID),
            BLOCKED_PERSON.CHANNEL_ID.eq(ASKING.CHANNEL_ID), BLOCKED_PERSON.PERSON_ID.eq(ASKING.PERSON_ID))
        .where(in(turn.channel())).and(which);
  }

  private static Shown shown(Record row) {
    String chosen = row.get(PERSON.CHOSEN_LANGUAGE);
    return new Shown(asking(row), chosen == null ? row.get(PERSON.LANGUAGE) : chosen, row.get(RESIDENT.CITY),
        row.get(BLOCKED_PERSON.PERSON_ID) != null);
  }

  public void failed(Turn turn, long id, DeliveryId delivery, String why) {
    turn.sql().update(ASKING)
        .set(ASKING.STATE, State.FAILED.stored())
        .set(ASKING.FAILURE, why)
        .set(ASKING.UPDATED_AT, turn.now())
        .where(in(turn.channel())).and(ASKING.ID.eq(id)).and(ASKING.DELIVERY_ID.eq(delivery.value()))
        .execute();
  }

  public void becomes(Turn turn, long id, State state) {
    turn.sql().update(ASKING)
        .set(ASKING.STATE, state.stored())
        .set(ASKING.UPDATED_AT, turn.now())
        .where(in(turn.channel())).and(ASKING.ID.eq(id))
        .execute();
  }

  public Optional<Asking> find(Turn turn, long id) {
    return turn.sql().selectFrom(ASKING).where(in(turn.channel())).and(ASKING.ID.eq(id)).fetchOptional(Askings::asking);
  }

  public Optional<Asking> of(Turn turn, TicketId ticket, PersonId volunteer) {
    return turn.sql().selectFrom(ASKING)
        .where(in(turn.channel())).and(ASKING.TICKET_ID.eq(ticket.value())).and(ASKING.PERSON_ID.eq(volunteer.value()))
        .fetchOptional(Askings::asking);
  }

  /// Those of them who were asked.
  public List<Asking> of(Turn turn, TicketId ticket, List<PersonId> volunteers) {
    return turn.sql().selectFrom(ASKING)
        .where(in(turn.channel())).and(ASKING.TICKET_ID.eq(ticket.value()))
        .and(ASKING.PERSON_ID.in(volunteers.stream().map(PersonId::value).toList()))
        .fetch(Askings::asking);
  }

  /// All who were asked, those who pressed something first.
  public List<Asking> of(Turn turn, TicketId ticket) {
    return turn.sql().selectFrom(ASKING)
        .where(in(turn.channel())).and(ASKING.TICKET_ID.eq(ticket.value()))
        .orderBy(DSL.when(ASKING.STATE.eq(State.SEEN.stored()), 0).otherwise(1), ASKING.ID)
        .fetch(Askings::asking);
  }

  /// Everything that a volunteer was ever asked, oldest first.
  public List<Asking> ofVolunteer(Turn turn, PersonId volunteer) {
    return turn.sql().selectFrom(ASKING)
        .where(in(turn.channel())).and(ASKING.PERSON_ID.eq(volunteer.value()))
        .orderBy(ASKING.ID)
        .fetch(Askings::asking);
  }

  /// How many were asked, by what became of it.
  public Map<State, Integer> count(ReadTurn turn, TicketId ticket) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    turn.sql().select(ASKING.STATE, DSL.count()).from(ASKING)
        .where(in(turn.channel())).and(ASKING.TICKET_ID.eq(ticket.value()))
        .groupBy(ASKING.STATE)
        .forEach(row -> counts.put(State.read(row.value1()), row.value2()));
    return counts;
  }

  private static Condition in(Channel channel) {
    return ASKING.WORKSPACE_ID.eq(channel.workspace().value()).and(ASKING.CHANNEL_ID.eq(channel.id().value()));
  }

  private static Asking asking(Record row) {
    Long delivery = row.get(ASKING.DELIVERY_ID);
    return new Asking(row.get(ASKING.ID), new TicketId(row.get(ASKING.TICKET_ID)),
        new PersonId(row.get(ASKING.PERSON_ID)), row.get(ASKING.CHAT), row.get(ASKING.SEARCH), row.get(ASKING.RING),
        State.read(row.get(ASKING.STATE)), delivery == null ? null : new DeliveryId(delivery), row.get(ASKING.COPY_ID),
        row.get(ASKING.UPDATED_AT));
  }
}
