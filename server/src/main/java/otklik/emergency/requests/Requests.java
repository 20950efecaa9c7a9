package otklik.emergency.requests;

import static otklik.storage.schema.Tables.EMERGENCY_REQUEST;
import static otklik.storage.schema.Tables.TICKET;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.emergency.requests.Request.CheckIn;
import otklik.emergency.requests.Request.Ending;
import otklik.emergency.requests.Request.Fix;
import otklik.geography.Area;
import otklik.geography.Point;
import otklik.kernel.MessageId;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rows of requests.
@Component
public final class Requests {
  private final Tickets tickets;

  Requests(Tickets tickets) {
    this.tickets = tickets;
  }

  public void add(Turn turn, Request request) {
    Fix exact = request.exact();
    Area area = request.area();
    turn.sql().insertInto(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.TICKET_ID, request.ticket().value())
        .set(EMERGENCY_REQUEST.WORKSPACE_ID, turn.workspace().value())
        .set(EMERGENCY_REQUEST.CHANNEL_ID, turn.channel().id().value())
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

  public Optional<Request> find(ReadTurn turn, TicketId ticket) {
    return turn.sql().selectFrom(EMERGENCY_REQUEST).where(of(turn.channel(), ticket)).fetchOptional(Requests::request);
  }

  /// The ticket that a request is.
  public Optional<Ticket> ticket(ReadTurn turn, TicketId id) throws SQLException {
    return tickets.find(turn, id);
  }

  public Request of(ReadTurn turn, Ticket ticket) {
    return find(turn, ticket.id()).orElseThrow();
  }

  /// Open requests in those states that are searched for in the country or for members of the community, oldest first.
  public List<TicketId> around(Turn turn, String country, @Nullable Long community, List<String> states) {
    Condition near = EMERGENCY_REQUEST.COUNTRY.eq(country);
    return ids(turn, TICKET.STATE.in(states)
        .and(community == null ? near : near.or(EMERGENCY_REQUEST.COMMUNITY_ID.eq(community))), TICKET.ID);
  }

  /// Everything of the channel in those states, oldest first.
  ///
  /// @param states of requests that aren't closed
  public List<TicketId> in(ReadTurn turn, List<String> states) {
    return ids(turn, TICKET.STATE.in(states), TICKET.ID);
  }

  /// What a volunteer has taken and not finished, the latest first.
  public List<TicketId> heldBy(Turn turn, PersonId volunteer) {
    return ids(turn, TICKET.STATE.eq(RequestLifecycle.TAKEN).and(TICKET.OWNER_ID.eq(volunteer.value())),
        EMERGENCY_REQUEST.TAKEN_AT.desc(), TICKET.ID.desc());
  }

  /// What a volunteer says is done, while its person hasn't said so.
  public List<TicketId> doneBy(Turn turn, PersonId volunteer) {
    return ids(turn, TICKET.STATE.eq(RequestLifecycle.DONE).and(TICKET.OWNER_ID.eq(volunteer.value())), TICKET.ID);
  }

  /// Of those that aren't closed, which the indexes on tickets know apart from all that ever were.
  private static List<TicketId> ids(ReadTurn turn, Condition which, OrderField<?>... order) {
    return turn.sql().select(TICKET.ID).from(TICKET)
        .join(EMERGENCY_REQUEST).on(EMERGENCY_REQUEST.WORKSPACE_ID.eq(TICKET.WORKSPACE_ID),
            EMERGENCY_REQUEST.TICKET_ID.eq(TICKET.ID))
        .where(TICKET.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TICKET.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(TICKET.STATE.ne(DSL.inline(Ticket.CLOSED)))
        .and(which)
        .orderBy(order)
        .fetch(row -> new TicketId(row.value1()));
  }

  /// Whether somebody has a request to help with now.
  public boolean isHelping(Turn turn, PersonId volunteer) {
    return !heldBy(turn, volunteer).isEmpty();
  }

  /// A volunteer has it.
  public void taken(Turn turn, TicketId ticket) {
    turn.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.TAKEN_AT, turn.now())
        .setNull(EMERGENCY_REQUEST.TOLD_LATITUDE)
        .setNull(EMERGENCY_REQUEST.TOLD_LONGITUDE)
        .setNull(EMERGENCY_REQUEST.TOLD_AT)
        .setNull(EMERGENCY_REQUEST.CHECKED_IN)
        .setNull(EMERGENCY_REQUEST.CHECKED_IN_AT)
        .where(of(turn.channel(), ticket))
        .execute();
  }

  public void checkedIn(Turn turn, TicketId ticket, CheckIn said) {
    turn.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.CHECKED_IN, said.name())
        .set(EMERGENCY_REQUEST.CHECKED_IN_AT, turn.now())
        .where(of(turn.channel(), ticket))
        .execute();
  }

  /// Nobody has it any more: it is searched for anew, from the first ring on.
  public void backInPool(Turn turn, TicketId ticket) {
    turn.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.SEARCH, EMERGENCY_REQUEST.SEARCH.plus(1))
        .set(EMERGENCY_REQUEST.RING, -1)
        .setNull(EMERGENCY_REQUEST.TAKEN_AT)
        .setNull(EMERGENCY_REQUEST.CHECKED_IN)
        .setNull(EMERGENCY_REQUEST.CHECKED_IN_AT)
        .setNull(EMERGENCY_REQUEST.ENDING)
        .where(of(turn.channel(), ticket))
        .execute();
  }

  public void ring(Turn turn, TicketId ticket, int ring) {
    turn.sql().update(EMERGENCY_REQUEST).set(EMERGENCY_REQUEST.RING, ring).where(of(turn.channel(), ticket)).execute();
  }

  void lastsUntil(Turn turn, TicketId ticket, Instant end) {
    turn.sql().update(EMERGENCY_REQUEST).set(EMERGENCY_REQUEST.EXPIRES_AT, end).where(of(turn.channel(), ticket))
        .execute();
  }

  /// The person has told this too.
  public void describe(Turn turn, TicketId ticket, String description, Attachments attachments) {
    turn.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.DESCRIPTION, description)
        .set(EMERGENCY_REQUEST.ATTACHMENTS, attachments.open())
        .set(EMERGENCY_REQUEST.HELD_FILES, attachments.held())
        .where(of(turn.channel(), ticket))
        .execute();
  }

  /// The person is somewhere else now, or says it more exactly.
  public void located(Turn turn, TicketId ticket, @Nullable Fix exact, @Nullable String address, @Nullable Area area) {
    turn.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.LATITUDE, exact == null ? null : exact.point().latitude())
        .set(EMERGENCY_REQUEST.LONGITUDE, exact == null ? null : exact.point().longitude())
        .set(EMERGENCY_REQUEST.ACCURACY, exact == null ? null : exact.accuracy())
        .set(EMERGENCY_REQUEST.LOCATED_AT, exact == null ? null : exact.at())
        .set(EMERGENCY_REQUEST.IS_LIVE, exact != null && exact.live())
        .set(EMERGENCY_REQUEST.ADDRESS, address)
        .set(EMERGENCY_REQUEST.AREA_LATITUDE, area == null ? null : area.centre().latitude())
        .set(EMERGENCY_REQUEST.AREA_LONGITUDE, area == null ? null : area.centre().longitude())
        .set(EMERGENCY_REQUEST.AREA_RADIUS, area == null ? null : area.radius())
        .where(of(turn.channel(), ticket))
        .execute();
  }

  public void placedIn(Turn turn, TicketId ticket, String city, String country) {
    turn.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.CITY, city)
        .set(EMERGENCY_REQUEST.COUNTRY, country)
        .where(of(turn.channel(), ticket))
        .execute();
  }

  /// Which message tells the exact place.
  public void toldIn(Turn turn, TicketId ticket, MessageId message) {
    turn.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.PLACE_MESSAGE, message.value())
        .where(of(turn.channel(), ticket))
        .execute();
  }

  /// Nothing when the exact place isn't known, or not any more.
  public Optional<MessageId> placeMessage(Turn turn, TicketId ticket) {
    return turn.sql().select(EMERGENCY_REQUEST.PLACE_MESSAGE).from(EMERGENCY_REQUEST).where(of(turn.channel(), ticket))
        .fetchOptional(EMERGENCY_REQUEST.PLACE_MESSAGE).map(MessageId::new);
  }

  /// Which message tells where the person is: only that one's changes count.
  public void followed(Turn turn, TicketId ticket, MessageId message) {
    turn.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.LIVE_MESSAGE, message.value())
        .where(of(turn.channel(), ticket))
        .execute();
  }

  public boolean isFollowed(Turn turn, TicketId ticket, MessageId message) {
    return turn.sql().fetchExists(EMERGENCY_REQUEST,
        of(turn.channel(), ticket).and(EMERGENCY_REQUEST.LIVE_MESSAGE.eq(message.value())));
  }

  /// What the volunteer was told of a place that changes, and when.
  public record ToldPlace(Point point, Instant at) {}

  public void told(Turn turn, TicketId ticket, ToldPlace told) {
    turn.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.TOLD_LATITUDE, told.point().latitude())
        .set(EMERGENCY_REQUEST.TOLD_LONGITUDE, told.point().longitude())
        .set(EMERGENCY_REQUEST.TOLD_AT, told.at())
        .where(of(turn.channel(), ticket))
        .execute();
  }

  /// Nothing before the first change.
  public Optional<ToldPlace> toldPlace(Turn turn, TicketId ticket) {
    return turn.sql().select(EMERGENCY_REQUEST.TOLD_LATITUDE, EMERGENCY_REQUEST.TOLD_LONGITUDE,
            EMERGENCY_REQUEST.TOLD_AT)
        .from(EMERGENCY_REQUEST).where(of(turn.channel(), ticket)).and(EMERGENCY_REQUEST.TOLD_AT.isNotNull())
        .fetchOptional(row -> new ToldPlace(new Point(row.value1(), row.value2()), row.value3()));
  }

  public void ended(Turn turn, TicketId ticket, Ending ending) {
    turn.sql().update(EMERGENCY_REQUEST).set(EMERGENCY_REQUEST.ENDING, ending.name()).where(of(turn.channel(), ticket))
        .execute();
  }

  /// False when there was an appeal before: there is only one.
  public boolean appeal(Turn turn, TicketId ticket) {
    return turn.sql().update(EMERGENCY_REQUEST)
        .set(EMERGENCY_REQUEST.IS_APPEALED, true)
        .where(of(turn.channel(), ticket)).and(EMERGENCY_REQUEST.IS_APPEALED.isFalse())
        .execute() == 1;
  }

  /// The exact place is gone.
  public void forgetPlace(Turn turn, TicketId ticket) {
    turn.sql().update(EMERGENCY_REQUEST)
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
        .where(of(turn.channel(), ticket))
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
