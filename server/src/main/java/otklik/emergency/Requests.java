package otklik.emergency;

import static otklik.storage.schema.Tables.EMERGENCY_REQUEST;
import static otklik.storage.schema.Tables.TICKET;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.emergency.Request.CheckIn;
import otklik.emergency.Request.Ending;
import otklik.emergency.Request.Fix;
import otklik.geography.Area;
import otklik.geography.Point;
import otklik.kernel.MessageId;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.storage.ReadTx;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// The rows of requests.
@Component
final class Requests {
  private final InstantSource clock;

  Requests(InstantSource clock) {
    this.clock = clock;
  }

  void add(Tx tx, Channel channel, Request request) {
    Fix exact = request.exact();
    Area area = request.area();
    tx.sql().insertInto(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.TICKET_ID, request.ticket().value())
        .set(EMERGENCY_REQUEST.WORKSPACE_ID, channel.workspace().value())
        .set(EMERGENCY_REQUEST.CHANNEL_ID, channel.id().value())
        .set(EMERGENCY_REQUEST.CITY, request.city())
        .set(EMERGENCY_REQUEST.COUNTRY, request.country())
        .set(EMERGENCY_REQUEST.COMMUNITY_ID, request.community())
        .set(EMERGENCY_REQUEST.LATITUDE, exact == null ? null : exact.point().latitude())
        .set(EMERGENCY_REQUEST.LONGITUDE, exact == null ? null : exact.point().longitude())
        .set(EMERGENCY_REQUEST.ACCURACY, exact == null ? null : exact.accuracy())
        .set(EMERGENCY_REQUEST.LOCATED_AT, exact == null ? null : exact.at())
        .set(EMERGENCY_REQUEST.IS_LIVE, exact != null && exact.live())
        .set(EMERGENCY_REQUEST.ADDRESS, request.address())
        .set(EMERGENCY_REQUEST.AREA_LATITUDE, area == null ? null : area.centre().latitude())
        .set(EMERGENCY_REQUEST.AREA_LONGITUDE, area == null ? null : area.centre().longitude())
        .set(EMERGENCY_REQUEST.AREA_RADIUS, area == null ? null : area.radius())
        .set(EMERGENCY_REQUEST.DESCRIPTION, request.description())
        .set(EMERGENCY_REQUEST.ATTACHMENTS, request.attachments().open())
        .set(EMERGENCY_REQUEST.HELD_FILES, request.attachments().held())
        .set(EMERGENCY_REQUEST.SEARCH, request.search())
        .set(EMERGENCY_REQUEST.RING, request.ring())
        .set(EMERGENCY_REQUEST.EXPIRES_AT, request.expiresAt())
        .set(EMERGENCY_REQUEST.IS_APPEALED, request.appealed())
        .execute();
  }

  Optional<Request> find(ReadTx tx, Channel channel, TicketId ticket) {
    return tx.sql().selectFrom(EMERGENCY_REQUEST).where(of(channel, ticket)).fetchOptional(Requests::request);
  }

  Request of(ReadTx tx, Channel channel, Ticket ticket) {
    return find(tx, channel, ticket.id()).orElseThrow();
  }

  /// Open requests in those states that are searched for in the country or for members of the community, oldest first.
  List<TicketId> around(Tx tx, Channel channel, String country, @Nullable Long community, List<String> states) {
    Condition near = EMERGENCY_REQUEST.COUNTRY.eq(country);
    return ids(tx, channel, TICKET.STATE.in(states)
        .and(community == null ? near : near.or(EMERGENCY_REQUEST.COMMUNITY_ID.eq(community))), TICKET.ID);
  }

  /// Everything of the channel in those states, oldest first.
  ///
  /// @param states of requests that aren't closed
  List<TicketId> in(ReadTx tx, Channel channel, List<String> states) {
    return ids(tx, channel, TICKET.STATE.in(states), TICKET.ID);
  }

  /// What a volunteer has taken and not finished, the latest first.
  List<TicketId> heldBy(Tx tx, Channel channel, PersonId volunteer) {
    return ids(tx, channel, TICKET.STATE.eq(Lifecycle.TAKEN).and(TICKET.OWNER_ID.eq(volunteer.value())),
        EMERGENCY_REQUEST.TAKEN_AT.desc(), TICKET.ID.desc());
  }

  /// What a volunteer says is done, while its person hasn't said so.
  List<TicketId> doneBy(Tx tx, Channel channel, PersonId volunteer) {
    return ids(tx, channel, TICKET.STATE.eq(Lifecycle.DONE).and(TICKET.OWNER_ID.eq(volunteer.value())), TICKET.ID);
  }

  /// Of those that aren't closed, which the indexes on tickets know apart from all that ever were.
  private static List<TicketId> ids(ReadTx tx, Channel channel, Condition which, OrderField<?>... order) {
    return tx.sql().select(TICKET.ID).from(TICKET)
        .join(EMERGENCY_REQUEST).on(EMERGENCY_REQUEST.WORKSPACE_ID.eq(TICKET.WORKSPACE_ID),
            EMERGENCY_REQUEST.TICKET_ID.eq(TICKET.ID))
        .where(TICKET.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(TICKET.CHANNEL_ID.eq(channel.id().value()))
        .and(TICKET.STATE.ne(DSL.inline(Ticket.CLOSED)))
        .and(which)
        .orderBy(order)
        .fetch(row -> new TicketId(row.value1()));
  }

  /// Whether somebody has a request to help with now.
  boolean isHelping(Tx tx, Channel channel, PersonId volunteer) {
    return !heldBy(tx, channel, volunteer).isEmpty();
  }

  /// A volunteer has it.
  void taken(Tx tx, Channel channel, TicketId ticket) {
    tx.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.TAKEN_AT, clock.instant())
        .setNull(EMERGENCY_REQUEST.TOLD_LATITUDE)
        .setNull(EMERGENCY_REQUEST.TOLD_LONGITUDE)
        .setNull(EMERGENCY_REQUEST.TOLD_AT)
        .setNull(EMERGENCY_REQUEST.CHECKED_IN)
        .setNull(EMERGENCY_REQUEST.CHECKED_IN_AT)
        .where(of(channel, ticket))
        .execute();
  }

  void checkedIn(Tx tx, Channel channel, TicketId ticket, CheckIn said) {
    tx.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.CHECKED_IN, said.name())
        .set(EMERGENCY_REQUEST.CHECKED_IN_AT, clock.instant())
        .where(of(channel, ticket))
        .execute();
  }

  /// Nobody has it any more: it is searched for anew, from the first ring on.
  void backInPool(Tx tx, Channel channel, TicketId ticket) {
    tx.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.SEARCH, EMERGENCY_REQUEST.SEARCH.plus(1))
        .set(EMERGENCY_REQUEST.RING, -1)
        .setNull(EMERGENCY_REQUEST.TAKEN_AT)
        .setNull(EMERGENCY_REQUEST.CHECKED_IN)
        .setNull(EMERGENCY_REQUEST.CHECKED_IN_AT)
        .setNull(EMERGENCY_REQUEST.ENDING)
        .where(of(channel, ticket))
        .execute();
  }

  void ring(Tx tx, Channel channel, TicketId ticket, int ring) {
    tx.sql().update(EMERGENCY_REQUEST).set(EMERGENCY_REQUEST.RING, ring).where(of(channel, ticket)).execute();
  }

  void lastsUntil(Tx tx, Channel channel, TicketId ticket, Instant end) {
    tx.sql().update(EMERGENCY_REQUEST).set(EMERGENCY_REQUEST.EXPIRES_AT, end).where(of(channel, ticket)).execute();
  }

  /// The person has told this too.
  void describe(Tx tx, Channel channel, TicketId ticket, String description, Attachments attachments) {
    tx.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.DESCRIPTION, description)
        .set(EMERGENCY_REQUEST.ATTACHMENTS, attachments.open())
        .set(EMERGENCY_REQUEST.HELD_FILES, attachments.held())
        .where(of(channel, ticket))
        .execute();
  }

  /// The person is somewhere else now, or says it more exactly.
  void located(Tx tx, Channel channel, TicketId ticket, @Nullable Fix exact, @Nullable String address,
      @Nullable Area area) {
    tx.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.LATITUDE, exact == null ? null : exact.point().latitude())
        .set(EMERGENCY_REQUEST.LONGITUDE, exact == null ? null : exact.point().longitude())
        .set(EMERGENCY_REQUEST.ACCURACY, exact == null ? null : exact.accuracy())
        .set(EMERGENCY_REQUEST.LOCATED_AT, exact == null ? null : exact.at())
        .set(EMERGENCY_REQUEST.IS_LIVE, exact != null && exact.live())
        .set(EMERGENCY_REQUEST.ADDRESS, address)
        .set(EMERGENCY_REQUEST.AREA_LATITUDE, area == null ? null : area.centre().latitude())
        .set(EMERGENCY_REQUEST.AREA_LONGITUDE, area == null ? null : area.centre().longitude())
        .set(EMERGENCY_REQUEST.AREA_RADIUS, area == null ? null : area.radius())
        .where(of(channel, ticket))
        .execute();
  }

  void placedIn(Tx tx, Channel channel, TicketId ticket, String city, String country) {
    tx.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.CITY, city)
        .set(EMERGENCY_REQUEST.COUNTRY, country)
        .where(of(channel, ticket))
        .execute();
  }

  /// Which message tells the exact place.
  void toldIn(Tx tx, Channel channel, TicketId ticket, MessageId message) {
    tx.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.PLACE_MESSAGE, message.value())
        .where(of(channel, ticket))
        .execute();
  }

  /// Nothing when the exact place isn't known, or not any more.
  Optional<MessageId> placeMessage(Tx tx, Channel channel, TicketId ticket) {
    return tx.sql().select(EMERGENCY_REQUEST.PLACE_MESSAGE).from(EMERGENCY_REQUEST).where(of(channel, ticket))
        .fetchOptional(EMERGENCY_REQUEST.PLACE_MESSAGE).map(MessageId::new);
  }

  /// Which message tells where the person is: only that one's changes count.
  void followed(Tx tx, Channel channel, TicketId ticket, MessageId message) {
    tx.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.LIVE_MESSAGE, message.value())
        .where(of(channel, ticket))
        .execute();
  }

  boolean isFollowed(Tx tx, Channel channel, TicketId ticket, MessageId message) {
    return tx.sql().fetchExists(EMERGENCY_REQUEST,
        of(channel, ticket).and(EMERGENCY_REQUEST.LIVE_MESSAGE.eq(message.value())));
  }

  /// What the volunteer was told of a place that changes, and when.
  record ToldPlace(Point point, Instant at) {}

  void told(Tx tx, Channel channel, TicketId ticket, ToldPlace told) {
    tx.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.TOLD_LATITUDE, told.point().latitude())
        .set(EMERGENCY_REQUEST.TOLD_LONGITUDE, told.point().longitude())
        .set(EMERGENCY_REQUEST.TOLD_AT, told.at())
        .where(of(channel, ticket))
        .execute();
  }

  /// Nothing before the first change.
  Optional<ToldPlace> toldPlace(Tx tx, Channel channel, TicketId ticket) {
    return tx.sql().select(EMERGENCY_REQUEST.TOLD_LATITUDE, EMERGENCY_REQUEST.TOLD_LONGITUDE,
            EMERGENCY_REQUEST.TOLD_AT)
        .from(EMERGENCY_REQUEST).where(of(channel, ticket)).and(EMERGENCY_REQUEST.TOLD_AT.isNotNull())
        .fetchOptional(row -> new ToldPlace(new Point(row.value1(), row.value2()), row.value3()));
  }

  void ended(Tx tx, Channel channel, TicketId ticket, Ending ending) {
    tx.sql().update(EMERGENCY_REQUEST).set(EMERGENCY_REQUEST.ENDING, ending.name()).where(of(channel, ticket))
        .execute();
  }

  /// False when there was an appeal before: there is only one.
  boolean appeal(Tx tx, Channel channel, TicketId ticket) {
    return tx.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.IS_APPEALED, true)
        .where(of(channel, ticket)).and(EMERGENCY_REQUEST.IS_APPEALED.isFalse())
        .execute() == 1;
  }

  /// The exact place is gone.
  void forgetPlace(Tx tx, Channel channel, TicketId ticket) {
    tx.sql().update(EMERGENCY_REQUEST)
        .setNull(EMERGENCY_REQUEST.LATITUDE)
        .setNull(EMERGENCY_REQUEST.LONGITUDE)
        .setNull(EMERGENCY_REQUEST.ACCURACY)
        .setNull(EMERGENCY_REQUEST.LOCATED_AT)
        .setNull(EMERGENCY_REQUEST.ADDRESS)
        .setNull(EMERGENCY_REQUEST.PLACE_MESSAGE)
        .setNull(EMERGENCY_REQUEST.LIVE_MESSAGE)
        .setNull(EMERGENCY_REQUEST.TOLD_LATITUDE)
        .setNull(EMERGENCY_REQUEST.TOLD_LONGITUDE)
        .setNull(EMERGENCY_REQUEST.TOLD_AT)
        .set(EMERGENCY_REQUEST.IS_LIVE, false)
        .where(of(channel, ticket))
        .execute();
  }

  /// What was said is gone, what can be counted stays.
  void erased(Tx tx, Channel channel, TicketId ticket) {
    forgetPlace(tx, channel, ticket);
    tx.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.DESCRIPTION, "")
        .setNull(EMERGENCY_REQUEST.AREA_LATITUDE)
        .setNull(EMERGENCY_REQUEST.AREA_LONGITUDE)
        .setNull(EMERGENCY_REQUEST.AREA_RADIUS)
        .where(of(channel, ticket))
        .execute();
  }

  private static Condition of(Channel channel, TicketId ticket) {
    return EMERGENCY_REQUEST.WORKSPACE_ID.eq(channel.workspace().value())
        .and(EMERGENCY_REQUEST.TICKET_ID.eq(ticket.value()));
  }

  private static Request request(Record row) {
    Double latitude = row.get(EMERGENCY_REQUEST.LATITUDE);
    Double longitude = row.get(EMERGENCY_REQUEST.LONGITUDE);
    Double areaLatitude = row.get(EMERGENCY_REQUEST.AREA_LATITUDE);
    String checkedIn = row.get(EMERGENCY_REQUEST.CHECKED_IN);
    String ending = row.get(EMERGENCY_REQUEST.ENDING);
    Fix exact = latitude == null || longitude == null ? null
        : new Fix(new Point(latitude, longitude), row.get(EMERGENCY_REQUEST.ACCURACY),
            row.get(EMERGENCY_REQUEST.LOCATED_AT), row.get(EMERGENCY_REQUEST.IS_LIVE));
    Area area = areaLatitude == null ? null
        : new Area(new Point(areaLatitude, row.get(EMERGENCY_REQUEST.AREA_LONGITUDE)),
            row.get(EMERGENCY_REQUEST.AREA_RADIUS));
    return new Request(new TicketId(row.get(EMERGENCY_REQUEST.TICKET_ID)), row.get(EMERGENCY_REQUEST.CITY),
        row.get(EMERGENCY_REQUEST.COUNTRY), row.get(EMERGENCY_REQUEST.COMMUNITY_ID), exact,
        row.get(EMERGENCY_REQUEST.ADDRESS), area, row.get(EMERGENCY_REQUEST.DESCRIPTION),
        new Attachments(row.get(EMERGENCY_REQUEST.ATTACHMENTS), row.get(EMERGENCY_REQUEST.HELD_FILES)),
        row.get(EMERGENCY_REQUEST.SEARCH), row.get(EMERGENCY_REQUEST.RING),
        row.get(EMERGENCY_REQUEST.EXPIRES_AT), row.get(EMERGENCY_REQUEST.TAKEN_AT),
        checkedIn == null ? null : CheckIn.valueOf(checkedIn), row.get(EMERGENCY_REQUEST.CHECKED_IN_AT),
        ending == null ? null : Ending.valueOf(ending), row.get(EMERGENCY_REQUEST.IS_APPEALED));
  }
}
