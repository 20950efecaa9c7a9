package otklik.tickets;

import static otklik.storage.MicrosConverter.instant;
import static otklik.storage.MicrosConverter.micros;
import static otklik.storage.schema.Tables.TICKET;
import static otklik.storage.schema.Tables.TICKET_NUMBER;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import otklik.storage.Statement;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;
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

  Tickets(Ids ids) {
    this.ids = ids;
  }

  /// Opens a ticket under the channel's next number. A person has one open ticket at most: the second attempt fails on
  /// a unique index, and whoever repeats it finds the first.
  public Ticket open(Turn turn, PersonId person, String chat, String state) {
    TicketId id = new TicketId(ids.next());
    long number = nextNumber(turn);
    Instant now = turn.now();
    turn.sql().insertInto(TICKET)
        .set(TICKET.ID, id.value())
        .set(TICKET.WORKSPACE_ID, turn.workspace().value())
        .set(TICKET.CHANNEL_ID, turn.channel().id().value())
        .set(TICKET.NUMBER, number)
        .set(TICKET.PERSON_ID, person.value())
        .set(TICKET.CHAT, chat)
        .set(TICKET.STATE, state)
        .set(TICKET.CREATED_AT, now)
        .set(TICKET.UPDATED_AT, now)
        .execute();
    return new Ticket(id, number, person, chat, state, null, null, null, null, null, now, null, null, null);
  }

  private long nextNumber(Turn turn) {
    turn.sql().insertInto(TICKET_NUMBER)
        .set(TICKET_NUMBER.WORKSPACE_ID, turn.workspace().value())
        .set(TICKET_NUMBER.CHANNEL_ID, turn.channel().id().value())
        .set(TICKET_NUMBER.LAST_NUMBER, 0L)
        .onConflictDoNothing()
        .execute();
    Long number = turn.sql().update(TICKET_NUMBER)
        .set(TICKET_NUMBER.LAST_NUMBER, TICKET_NUMBER.LAST_NUMBER.plus(1))
        .where(TICKET_NUMBER.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TICKET_NUMBER.CHANNEL_ID.eq(turn.channel().id().value()))
        .returning(TICKET_NUMBER.LAST_NUMBER)
        .fetchOne(TICKET_NUMBER.LAST_NUMBER);
    return Objects.requireNonNull(number);
  }

  public Optional<Ticket> find(ReadTurn turn, TicketId id) throws SQLException {
    return turn.first(BY_ID, Tickets::ticket, turn.workspace().value(), turn.channel().id().value(), id.value());
  }

  public Optional<Ticket> numbered(ReadTurn turn, long number) throws SQLException {
    return turn.first(BY_NUMBER, Tickets::ticket, turn.workspace().value(), turn.channel().id().value(), number);
  }

  /// The ticket whose own room this is.
  public Optional<Ticket> inRoom(ReadTurn turn, Place room) throws SQLException {
    if (room.topic() == null) {
      return Optional.empty();
    }
    return turn.first(BY_ROOM, Tickets::ticket, turn.workspace().value(), turn.channel().id().value(), room.chat(),
        room.topic());
  }

  /// The tickets that share a room, open and closed, oldest first.
  public List<Ticket> sharing(ReadTurn turn, Place room) throws SQLException {
    return turn.all(SHARING, Tickets::ticket, turn.workspace().value(), turn.channel().id().value(), room.topic());
  }

  /// The tickets that share a room and whose card has this id: one in each chat, because ids are each chat's own.
  public List<Ticket> sharingWithCard(ReadTurn turn, String cardId) throws SQLException {
    return turn.all(OF_CARD, Tickets::ticket, turn.workspace().value(), turn.channel().id().value(), cardId);
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

  /// How many are open.
  public int countOpen(DSLContext sql, Channel channel) {
    return sql.fetchCount(TICKET, TICKET.WORKSPACE_ID.eq(channel.workspace().value())
        .and(TICKET.CHANNEL_ID.eq(channel.id().value()))
        .and(TICKET.STATE.ne(DSL.inline(Ticket.CLOSED))));
  }

  /// Their open tickets, oldest first.
  public List<Ticket> ownedBy(ReadTurn turn, PersonId owner) throws SQLException {
    return turn.all(OWNED_BY, Tickets::ticket, turn.workspace().value(), turn.channel().id().value(), owner.value());
  }

  /// Open tickets that wait for the room that they will share, oldest first.
  public List<Ticket> waitingToShare(Turn turn) throws SQLException {
    return turn.all(WAITING_TO_SHARE, Tickets::ticket, turn.workspace().value(), turn.channel().id().value());
  }

  /// Open tickets whose own topic is owed and not there yet, oldest first.
  public List<Ticket> waitingForTopic(Turn turn) throws SQLException {
    return turn.all(WAITING_FOR_TOPIC, Tickets::ticket, turn.workspace().value(), turn.channel().id().value());
  }

  /// All tickets of a person, oldest first.
  public List<Ticket> of(Turn turn, PersonId person) throws SQLException {
    return turn.all(OF_PERSON, Tickets::ticket, turn.workspace().value(), turn.channel().id().value(), person.value());
  }

  /// The person's ticket that isn't closed.
  public Optional<Ticket> openOf(Turn turn, PersonId person) throws SQLException {
    return turn.first(OPEN, Tickets::ticket, turn.workspace().value(), turn.channel().id().value(), person.value());
  }

  /// The person's ticket that was closed last, if that was at that moment or later and it wasn't erased since.
  public Optional<Ticket> closedSince(Turn turn, PersonId person, Instant moment) throws SQLException {
    return turn.first(LAST_CLOSED, Tickets::ticket, turn.workspace().value(), turn.channel().id().value(),
        person.value(),
        micros(moment));
  }

  /// Moves a ticket from the state in which it was read. False when somebody else moved it first: then nothing
  /// changed.
  public boolean move(Turn turn, Ticket ticket, String to, @Nullable PersonId owner) {
    Instant now = turn.now();
    return changed(turn.sql().update(TICKET)
        .set(TICKET.STATE, to)
        .set(TICKET.OWNER_ID, owner == null ? null : owner.value())
        .set(TICKET.UPDATED_AT, now)
        .set(TICKET.CLOSED_AT, to.equals(Ticket.CLOSED) ? now : null)
        .where(of(turn.channel(), ticket.id()))
        .and(TICKET.STATE.eq(ticket.state())));
  }

  /// The first answer of an operator; later ones change nothing. True when it was the first.
  public boolean answered(Turn turn, Ticket ticket) {
    if (ticket.firstResponseAt() != null) {
      return false;
    }
    Instant now = turn.now();
    return changed(turn.sql().update(TICKET)
        .set(TICKET.FIRST_RESPONSE_AT, now)
        .set(TICKET.UPDATED_AT, now)
        .where(of(turn.channel(), ticket.id()))
        .and(TICKET.FIRST_RESPONSE_AT.isNull()));
  }

  /// Notes which delivery will open the room.
  public void roomOwed(Turn turn, Ticket ticket, DeliveryId delivery) {
    turn.sql().update(TICKET)
        .set(TICKET.ROOM_DELIVERY, delivery.value())
        .where(of(turn.channel(), ticket.id()))
        .execute();
  }

  /// Gives a ticket its room. False when it has one: a ticket never has two.
  public boolean roomOpened(Turn turn, Ticket ticket, Place room) {
    return changed(turn.sql().update(TICKET)
        .set(TICKET.ROOM_CHAT, room.chat())
        .set(TICKET.ROOM_TOPIC, room.topic())
        .where(of(turn.channel(), ticket.id()))
        .and(TICKET.ROOM_CHAT.isNull()));
  }

  /// The room is gone. False when that was known, or when the ticket has another room by now.
  public boolean roomLost(Turn turn, Ticket ticket, Place room) {
    return changed(withoutRoom(turn)
        .where(of(turn.channel(), ticket.id()))
        .and(room.topic() == null ? TICKET.ROOM_TOPIC.isNull().and(TICKET.ROOM_CHAT.eq(room.chat()))
            : TICKET.ROOM_TOPIC.eq(room.topic())));
  }

  /// A chat lives on under another id, and the tickets that stand in it with it.
  public void chatMoved(Turn turn, String from, String to) {
    turn.sql().update(TICKET)
        .set(TICKET.ROOM_CHAT, to)
        .where(TICKET.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(TICKET.CHANNEL_ID.eq(turn.channel().id().value()))
        .and(TICKET.ROOM_CHAT.eq(from))
        .and(TICKET.ROOM_TOPIC.isNull())
        .and(TICKET.ROOM_MARK.isNotNull())
        .execute();
  }

  /// The ticket has no room of its own: whatever its person says there begins with this mark.
  public void shares(Turn turn, Ticket ticket, String mark) {
    turn.sql().update(TICKET)
        .set(TICKET.ROOM_MARK, mark)
        .where(of(turn.channel(), ticket.id()))
        .execute();
  }

  /// The ticket leaves a shared room, to get one of its own. False when it did already.
  public boolean leavesSharedRoom(Turn turn, Ticket ticket) {
    return changed(withoutRoom(turn)
        .setNull(TICKET.ROOM_MARK)
        .where(of(turn.channel(), ticket.id()))
        .and(TICKET.ROOM_MARK.isNotNull()));
  }

  /// Nothing in the row tells any more whose ticket it was, or where.
  public void erased(Turn turn, Ticket ticket) {
    withoutRoom(turn)
        .set(TICKET.CHAT, "")
        .set(TICKET.ROOM_MARK, ticket.sharesRoom() ? ticket.shownNumber() : null)
        .where(of(turn.channel(), ticket.id()))
        .execute();
  }

  private static UpdateSetMoreStep<?> withoutRoom(Turn turn) {
    return turn.sql().update(TICKET)
        .setNull(TICKET.ROOM_CHAT)
        .setNull(TICKET.ROOM_TOPIC)
        .setNull(TICKET.ROOM_DELIVERY)
        .setNull(TICKET.CARD_DELIVERY)
        .setNull(TICKET.CARD_ID);
  }

  /// Notes which delivery makes the card.
  public void cardOwed(Turn turn, Ticket ticket, DeliveryId delivery) {
    turn.sql().update(TICKET)
        .set(TICKET.CARD_DELIVERY, delivery.value())
        .setNull(TICKET.CARD_ID)
        .where(of(turn.channel(), ticket.id()))
        .execute();
  }

  public void cardShown(Turn turn, Ticket ticket, DeliveryId delivery, String messageId) {
    turn.sql().update(TICKET)
        .set(TICKET.CARD_ID, messageId)
        .where(of(turn.channel(), ticket.id()))
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
