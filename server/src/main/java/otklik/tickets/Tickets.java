package otklik.tickets;

import static otklik.storage.MicrosConverter.instant;
import static otklik.storage.schema.Tables.TICKET;
import static otklik.storage.schema.Tables.TICKET_NUMBER;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jooq.Condition;
import org.jooq.Query;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.kernel.DeliveryId;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.storage.MicrosConverter;
import otklik.storage.Statement;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// The rows of tickets. Races are settled here by unique indexes and by updates that name the state they start from.
@Component
public final class Tickets {
  private static final String COLUMNS = """
      select id, number, person_id, chat, state, owner_id, room_chat, room_topic, room_delivery, card_delivery, card_id,
             created_at, first_response_at
      from ticket
      """;
  private static final Statement BY_ID = Statement.of(COLUMNS + "where workspace_id = ? and channel_id = ? and id = ?");
  private static final Statement BY_NUMBER =
      Statement.of(COLUMNS + "where workspace_id = ? and channel_id = ? and number = ?");
  private static final Statement BY_ROOM = Statement.of(
      COLUMNS + "where workspace_id = ? and channel_id = ? and room_chat = ? and room_topic = ?");
  private static final Statement OPEN = Statement.of(
      COLUMNS + "where workspace_id = ? and channel_id = ? and person_id = ? and state <> 'closed'");

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
    return new Ticket(id, number, person, chat, state, null, null, null, null, null, now, null);
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

  public Optional<Ticket> find(Tx tx, Channel channel, TicketId id) throws SQLException {
    return tx.first(BY_ID, Tickets::ticket, channel.workspace().value(), channel.id().value(), id.value());
  }

  public Optional<Ticket> numbered(Tx tx, Channel channel, long number) throws SQLException {
    return tx.first(BY_NUMBER, Tickets::ticket, channel.workspace().value(), channel.id().value(), number);
  }

  public Optional<Ticket> inRoom(Tx tx, Channel channel, Place room) throws SQLException {
    if (room.topic() == null) {
      return Optional.empty();
    }
    return tx.first(BY_ROOM, Tickets::ticket, channel.workspace().value(), channel.id().value(), room.chat(),
        room.topic());
  }

  /// The person's ticket that isn't closed.
  public Optional<Ticket> openOf(Tx tx, Channel channel, PersonId person) throws SQLException {
    return tx.first(OPEN, Tickets::ticket, channel.workspace().value(), channel.id().value(), person.value());
  }

  /// Moves a ticket from the state in which it was read. False when somebody else moved it first: then nothing
  /// changed.
  public boolean move(Tx tx, Channel channel, Ticket ticket, String to, @Nullable PersonId owner) {
    Instant now = clock.instant();
    UpdateSetMoreStep<?> update = tx.sql().update(TICKET)
        .set(TICKET.STATE, to)
        .set(TICKET.OWNER_ID, owner == null ? null : owner.value())
        .set(TICKET.UPDATED_AT, now);
    if (to.equals(Ticket.CLOSED)) {
      update = update.set(TICKET.CLOSED_AT, now);
    }
    return changed(update.where(of(channel, ticket.id())).and(TICKET.STATE.eq(ticket.state())));
  }

  /// The first answer of an operator; later ones change nothing. True when it was the first.
  public boolean answered(Tx tx, Channel channel, Ticket ticket) {
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
        .and(TICKET.ROOM_TOPIC.isNull()));
  }

  /// The room is gone. False when that was known, or when the ticket has another room by now.
  public boolean roomLost(Tx tx, Channel channel, Ticket ticket, Place room) {
    return changed(tx.sql().update(TICKET)
        .setNull(TICKET.ROOM_CHAT)
        .setNull(TICKET.ROOM_TOPIC)
        .setNull(TICKET.ROOM_DELIVERY)
        .setNull(TICKET.CARD_DELIVERY)
        .setNull(TICKET.CARD_ID)
        .where(of(channel, ticket.id()))
        .and(TICKET.ROOM_TOPIC.eq(room.topic())));
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
    String topic = row.getString(8);
    return new Ticket(new TicketId(row.getLong(1)), row.getLong(2), new PersonId(row.getLong(3)), row.getString(4),
        row.getString(5), owner, topic == null ? null : new Place(row.getString(7), topic),
        orNull(row, 9, DeliveryId::new), orNull(row, 10, DeliveryId::new), row.getString(11), instant(row.getLong(12)),
        orNull(row, 13, MicrosConverter::instant));
  }

  private static <T> @Nullable T orNull(ResultSet row, int column, LongFunction<T> of) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : of.apply(value);
  }
}
