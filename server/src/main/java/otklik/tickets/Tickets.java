package otklik.tickets;

import static otklik.storage.MicrosConverter.instant;
import static otklik.storage.MicrosConverter.micros;
import static otklik.storage.schema.Tables.TICKET;
import static otklik.storage.schema.Tables.TICKET_NUMBER;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.kernel.DeliveryId;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.storage.MicrosConverter;
import otklik.storage.ReadTx;
import otklik.storage.Statement;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// The rows of tickets. Races are settled here by unique indexes and by updates that name the state they start from.
@Component
public final class Tickets {
  private static final String COLUMNS = """
      select id, number, person_id, chat, state, owner_id, room_chat, room_topic, room_delivery, card_delivery, card_id,
             created_at, first_response_at, closed_at, room_mark
      from ticket
      """;
  private static final Statement BY_ID = Statement.of(COLUMNS + "where workspace_id = ? and channel_id = ? and id = ?");
  private static final Statement BY_NUMBER =
      Statement.of(COLUMNS + "where workspace_id = ? and channel_id = ? and number = ?");
  private static final Statement BY_ROOM = Statement.of(
      COLUMNS + "where workspace_id = ? and channel_id = ? and room_chat = ? and room_topic = ? and room_mark is null");
  private static final Statement SHARING = Statement.of(
      COLUMNS + "where workspace_id = ? and channel_id = ? and room_topic = ? and room_mark is not null order by id");
  private static final Statement OWNED_BY = Statement.of(COLUMNS
      + "where workspace_id = ? and channel_id = ? and owner_id = ? and state <> 'closed' order by id");
  private static final Statement WAITING_TO_SHARE = Statement.of(COLUMNS
      + "where workspace_id = ? and channel_id = ? and room_topic is null and room_chat is null"
      + " and room_mark is not null and state <> 'closed' order by id");
  private static final Statement WAITING_FOR_TOPIC = Statement.of(COLUMNS
      + "where workspace_id = ? and channel_id = ? and room_chat is null and room_delivery is not null"
      + " and room_mark is null and state <> 'closed' order by id");
  private static final Statement OF_CARD = Statement.of(
      COLUMNS + "where workspace_id = ? and channel_id = ? and card_id = ? and room_mark is not null order by id");
  private static final Statement OF_PERSON =
      Statement.of(COLUMNS + "where workspace_id = ? and channel_id = ? and person_id = ? order by id");
  private static final Statement OPEN = Statement.of(
      COLUMNS + "where workspace_id = ? and channel_id = ? and person_id = ? and state <> 'closed'");
  private static final Statement LAST_CLOSED = Statement.of(COLUMNS + """
      where workspace_id = ? and channel_id = ? and person_id = ? and state = 'closed' and closed_at >= ? and chat <> ''
      order by closed_at desc limit 1
      """);

  private final Ids ids;
  private final InstantSource clock;

  Tickets(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /// Opens a ticket under the channel's next number. A person has one open ticket at most: the second attempt fails on
  /// a unique index, and whoever repeats it finds the first.
  public Ticket open(Tx tx, Channel channel, PersonId person, String chat, String state) {
    TicketId id = new TicketId(ids.next());
    long number = nextNumber(tx, channel);
    Instant now = clock.instant();
    tx.sql().insertInto(TICKET)
        .set(TICKET.ID, id.value())
        .set(TICKET.WORKSPACE_ID, channel.workspace().value())
        .set(TICKET.CHANNEL_ID, channel.id().value())
        .set(TICKET.NUMBER, number)
        .set(TICKET.PERSON_ID, person.value())
        .set(TICKET.CHAT, chat)
        .set(TICKET.STATE, state)
        .set(TICKET.CREATED_AT, now)
        .set(TICKET.UPDATED_AT, now)
        .execute();
    return new Ticket(id, number, person, chat, state, null, null, null, null, null, now, null, null, null);
  }

  private long nextNumber(Tx tx, Channel channel) {
    tx.sql().insertInto(TICKET_NUMBER)
        .set(TICKET_NUMBER.WORKSPACE_ID, channel.workspace().value())
        .set(TICKET_NUMBER.CHANNEL_ID, channel.id().value())
        .set(TICKET_NUMBER.LAST_NUMBER, 0L)
        .onConflictDoNothing()
        .execute();
    Long number = tx.sql().update(TICKET_NUMBER)
        .set(TICKET_NUMBER.LAST_NUMBER, TICKET_NUMBER.LAST_NUMBER.plus(1))
        .where(TICKET_NUMBER.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(TICKET_NUMBER.CHANNEL_ID.eq(channel.id().value()))
        .returning(TICKET_NUMBER.LAST_NUMBER)
        .fetchOne(TICKET_NUMBER.LAST_NUMBER);
    return Objects.requireNonNull(number);
  }

  public Optional<Ticket> find(ReadTx tx, Channel channel, TicketId id) throws SQLException {
    return tx.first(BY_ID, Tickets::ticket, channel.workspace().value(), channel.id().value(), id.value());
  }

  public Optional<Ticket> numbered(ReadTx tx, Channel channel, long number) throws SQLException {
    return tx.first(BY_NUMBER, Tickets::ticket, channel.workspace().value(), channel.id().value(), number);
  }

  /// The ticket whose own room this is.
  public Optional<Ticket> inRoom(ReadTx tx, Channel channel, Place room) throws SQLException {
    if (room.topic() == null) {
      return Optional.empty();
    }
    return tx.first(BY_ROOM, Tickets::ticket, channel.workspace().value(), channel.id().value(), room.chat(),
        room.topic());
  }

  /// The tickets that share a room, open and closed, oldest first.
  public List<Ticket> sharing(ReadTx tx, Channel channel, Place room) throws SQLException {
    return tx.all(SHARING, Tickets::ticket, channel.workspace().value(), channel.id().value(), room.topic());
  }

  /// The tickets that share a room and whose card has this id: one in each chat, because ids are each chat's own.
  public List<Ticket> sharingWithCard(ReadTx tx, Channel channel, String cardId) throws SQLException {
    return tx.all(OF_CARD, Tickets::ticket, channel.workspace().value(), channel.id().value(), cardId);
  }

  /// Who has open tickets.
  public List<PersonId> owners(DSLContext sql, Channel channel) {
    return sql.selectDistinct(TICKET.OWNER_ID).from(TICKET)
        .where(TICKET.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(TICKET.CHANNEL_ID.eq(channel.id().value()))
        .and(TICKET.OWNER_ID.isNotNull())
        .and(TICKET.STATE.ne(DSL.inline(Ticket.CLOSED)))
        .fetch(row -> new PersonId(row.value1()));
  }

  /// Their open tickets, oldest first.
  public List<Ticket> ownedBy(ReadTx tx, Channel channel, PersonId owner) throws SQLException {
    return tx.all(OWNED_BY, Tickets::ticket, channel.workspace().value(), channel.id().value(), owner.value());
  }

  /// Open tickets that wait for the room that they will share, oldest first.
  public List<Ticket> waitingToShare(Tx tx, Channel channel) throws SQLException {
    return tx.all(WAITING_TO_SHARE, Tickets::ticket, channel.workspace().value(), channel.id().value());
  }

  /// Open tickets whose own topic is owed and not there yet, oldest first.
  public List<Ticket> waitingForTopic(Tx tx, Channel channel) throws SQLException {
    return tx.all(WAITING_FOR_TOPIC, Tickets::ticket, channel.workspace().value(), channel.id().value());
  }

  /// All tickets of a person, oldest first.
  public List<Ticket> of(Tx tx, Channel channel, PersonId person) throws SQLException {
    return tx.all(OF_PERSON, Tickets::ticket, channel.workspace().value(), channel.id().value(), person.value());
  }

  /// The person's ticket that isn't closed.
  public Optional<Ticket> openOf(Tx tx, Channel channel, PersonId person) throws SQLException {
    return tx.first(OPEN, Tickets::ticket, channel.workspace().value(), channel.id().value(), person.value());
  }

  /// The person's ticket that was closed last, if that was at that moment or later and it wasn't erased since.
  public Optional<Ticket> closedSince(Tx tx, Channel channel, PersonId person, Instant moment) throws SQLException {
    return tx.first(LAST_CLOSED, Tickets::ticket, channel.workspace().value(), channel.id().value(), person.value(),
        micros(moment));
  }

  /// Moves a ticket from the state in which it was read. False when somebody else moved it first: then nothing
  /// changed.
  public boolean move(Tx tx, Channel channel, Ticket ticket, String to, @Nullable PersonId owner) {
    Instant now = clock.instant();
    return changed(tx.sql().update(TICKET)
        .set(TICKET.STATE, to)
        .set(TICKET.OWNER_ID, owner == null ? null : owner.value())
        .set(TICKET.UPDATED_AT, now)
        .set(TICKET.CLOSED_AT, to.equals(Ticket.CLOSED) ? now : null)
        .where(of(channel, ticket.id()))
        .and(TICKET.STATE.eq(ticket.state())));
  }

  /// The first answer of an operator; later ones change nothing. True when it was the first.
  public boolean answered(Tx tx, Channel channel, Ticket ticket) {
    if (ticket.firstResponseAt() != null) {
      return false;
    }
    Instant now = clock.instant();
    return changed(tx.sql().update(TICKET)
        .set(TICKET.FIRST_RESPONSE_AT, now)
        .set(TICKET.UPDATED_AT, now)
        .where(of(channel, ticket.id()))
        .and(TICKET.FIRST_RESPONSE_AT.isNull()));
  }

  /// Notes which delivery will open the room.
  public void roomOwed(Tx tx, Channel channel, Ticket ticket, DeliveryId delivery) {
    tx.sql().update(TICKET)
        .set(TICKET.ROOM_DELIVERY, delivery.value())
        .where(of(channel, ticket.id()))
        .execute();
  }

  /// Gives a ticket its room. False when it has one: a ticket never has two.
  public boolean roomOpened(Tx tx, Channel channel, Ticket ticket, Place room) {
    return changed(tx.sql().update(TICKET)
        .set(TICKET.ROOM_CHAT, room.chat())
        .set(TICKET.ROOM_TOPIC, room.topic())
        .where(of(channel, ticket.id()))
        .and(TICKET.ROOM_CHAT.isNull()));
  }

  /// The room is gone. False when that was known, or when the ticket has another room by now.
  public boolean roomLost(Tx tx, Channel channel, Ticket ticket, Place room) {
    return changed(withoutRoom(tx)
        .where(of(channel, ticket.id()))
        .and(room.topic() == null ? TICKET.ROOM_TOPIC.isNull().and(TICKET.ROOM_CHAT.eq(room.chat()))
            : TICKET.ROOM_TOPIC.eq(room.topic())));
  }

  /// A chat lives on under another id, and the tickets that stand in it with it.
  public void chatMoved(Tx tx, Channel channel, String from, String to) {
    tx.sql().update(TICKET)
        .set(TICKET.ROOM_CHAT, to)
        .where(TICKET.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(TICKET.CHANNEL_ID.eq(channel.id().value()))
        .and(TICKET.ROOM_CHAT.eq(from))
        .and(TICKET.ROOM_TOPIC.isNull())
        .and(TICKET.ROOM_MARK.isNotNull())
        .execute();
  }

  /// The ticket has no room of its own: whatever its person says there begins with this mark.
  public void shares(Tx tx, Channel channel, Ticket ticket, String mark) {
    tx.sql().update(TICKET)
        .set(TICKET.ROOM_MARK, mark)
        .where(of(channel, ticket.id()))
        .execute();
  }

  /// The ticket leaves a shared room, to get one of its own. False when it did already.
  public boolean leavesSharedRoom(Tx tx, Channel channel, Ticket ticket) {
    return changed(withoutRoom(tx)
        .setNull(TICKET.ROOM_MARK)
        .where(of(channel, ticket.id()))
        .and(TICKET.ROOM_MARK.isNotNull()));
  }

  /// Nothing in the row tells any more whose ticket it was, or where.
  public void erased(Tx tx, Channel channel, Ticket ticket) {
    withoutRoom(tx)
        .set(TICKET.CHAT, "")
        .set(TICKET.ROOM_MARK, ticket.sharesRoom() ? ticket.shownNumber() : null)
        .where(of(channel, ticket.id()))
        .execute();
  }

  private static UpdateSetMoreStep<?> withoutRoom(Tx tx) {
    return tx.sql().update(TICKET)
        .setNull(TICKET.ROOM_CHAT)
        .setNull(TICKET.ROOM_TOPIC)
        .setNull(TICKET.ROOM_DELIVERY)
        .setNull(TICKET.CARD_DELIVERY)
        .setNull(TICKET.CARD_ID);
  }

  /// Notes which delivery makes the card.
  public void cardOwed(Tx tx, Channel channel, Ticket ticket, DeliveryId delivery) {
    tx.sql().update(TICKET)
        .set(TICKET.CARD_DELIVERY, delivery.value())
        .setNull(TICKET.CARD_ID)
        .where(of(channel, ticket.id()))
        .execute();
  }

  public void cardShown(Tx tx, Channel channel, Ticket ticket, DeliveryId delivery, String messageId) {
    tx.sql().update(TICKET)
        .set(TICKET.CARD_ID, messageId)
        .where(of(channel, ticket.id()))
        .and(TICKET.CARD_DELIVERY.eq(delivery.value()))
        .execute();
  }

  private static Condition of(Channel channel, TicketId id) {
    return TICKET.WORKSPACE_ID.eq(channel.workspace().value()).and(TICKET.ID.eq(id.value()));
  }

  private static boolean changed(Query update) {
    return update.execute() == 1;
  }

  /// By position, in the order of COLUMNS: looking columns up by name costs SQLite as much as the query itself.
  private static Ticket ticket(ResultSet row) throws SQLException {
    PersonId owner = orNull(row, 6, PersonId::new);
    String room = row.getString(7);
    return new Ticket(new TicketId(row.getLong(1)), row.getLong(2), new PersonId(row.getLong(3)), row.getString(4),
        row.getString(5), owner, room == null ? null : new Place(room, row.getString(8)),
        orNull(row, 9, DeliveryId::new), orNull(row, 10, DeliveryId::new), row.getString(11), instant(row.getLong(12)),
        orNull(row, 13, MicrosConverter::instant), orNull(row, 14, MicrosConverter::instant), row.getString(15));
  }

  private static <T> @Nullable T orNull(ResultSet row, int column, LongFunction<T> of) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : of.apply(value);
  }
}
