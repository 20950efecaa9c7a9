package otklik.relay;

import static otklik.storage.MicrosConverter.micros;
import static otklik.storage.schema.Tables.MESSAGE;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record6;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.storage.Json;
import otklik.storage.Statement;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// The rows of messages.
@Component
final class Messages {
  private static final Statement ADD = Statement.of("""
      insert into message (id, workspace_id, channel_id, ticket_id, direction, author, chat, external_id, type, text,
                           file_id, file_size, album, reply_to, content, delivery_id, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """);
  private static final Statement COPIED = Statement.of("""
      update message set copy_chat = ?, copy_id = ?, failure = null where workspace_id = ? and id = ?
      """);

  private final InstantSource clock;

  Messages(InstantSource clock) {
    this.clock = clock;
  }

  /// @param shown what is carried over; differs from what was said only where that can't be
  void add(Tx tx, Channel channel, MessageId id, @Nullable TicketId ticket, Direction direction, Incoming.Said said,
      Content shown, @Nullable DeliveryId delivery) throws SQLException {
    Content content = said.content();
    Content.Media media = content instanceof Content.Media file ? file : null;
    tx.defer(ADD, id.value(), channel.workspace().value(), channel.id().value(),
        ticket == null ? null : ticket.value(), direction.stored(), said.by().id(), said.ref().chat(),
        said.ref().id(), content.type(), Wording.of(content), media == null ? null : media.file().id(),
        media == null ? null : media.file().size(), said.album(), said.replyTo() == null ? null : said.replyTo().id(),
        Json.write(shown), delivery == null ? null : delivery.value(), micros(clock.instant()));
  }

  void copied(Tx tx, Channel channel, MessageId id, String chat, String copy) throws SQLException {
    tx.defer(COPIED, chat, copy, channel.workspace().value(), id.value());
  }

  void sentWith(Tx tx, Channel channel, Collection<MessageId> ids, DeliveryId delivery) throws SQLException {
    tx.flush();
    tx.sql().update(MESSAGE)
        .set(MESSAGE.DELIVERY_ID, delivery.value())
        .where(in(channel))
        .and(MESSAGE.ID.in(ids.stream().map(MessageId::value).toList()))
        .execute();
  }

  /// Gives messages that were written before there was a ticket to that ticket.
  void belongTo(Tx tx, Channel channel, Collection<MessageId> ids, TicketId ticket) throws SQLException {
    tx.flush();
    tx.sql().update(MESSAGE)
        .set(MESSAGE.TICKET_ID, ticket.value())
        .where(in(channel))
        .and(MESSAGE.ID.in(ids.stream().map(MessageId::value).toList()))
        .execute();
  }

  /// What was written, oldest first.
  List<Content> contents(Tx tx, Channel channel, Collection<MessageId> ids) throws SQLException {
    tx.flush();
    return tx.sql().select(MESSAGE.CONTENT).from(MESSAGE)
        .where(in(channel))
        .and(MESSAGE.ID.in(ids.stream().map(MessageId::value).toList()))
        .orderBy(MESSAGE.ID)
        .fetch(row -> Json.read(row.value1(), Content.class));
  }

  /// The person's messages that nobody has carried over yet.
  List<Message> waiting(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    return fetch(tx, channel, MESSAGE.TICKET_ID.eq(ticket.value())
        .and(MESSAGE.DIRECTION.eq(Direction.IN.stored()))
        .and(MESSAGE.DELIVERY_ID.isNull())
        .and(MESSAGE.FAILURE.isNull()));
  }

  /// The items of an album that nobody has carried over yet.
  List<Message> ofAlbum(Tx tx, Channel channel, TicketId ticket, String album) throws SQLException {
    return fetch(tx, channel, MESSAGE.TICKET_ID.eq(ticket.value())
        .and(MESSAGE.ALBUM.eq(album))
        .and(MESSAGE.DELIVERY_ID.isNull()));
  }

  List<MessageId> sentBy(Tx tx, Channel channel, TicketId ticket, DeliveryId delivery) throws SQLException {
    tx.flush();
    return tx.sql().select(MESSAGE.ID).from(MESSAGE)
        .where(in(channel))
        .and(MESSAGE.TICKET_ID.eq(ticket.value()))
        .and(MESSAGE.DELIVERY_ID.eq(delivery.value()))
        .orderBy(MESSAGE.ID)
        .fetch(row -> new MessageId(row.value1()));
  }

  boolean has(Tx tx, Channel channel, String chat, String messageId) throws SQLException {
    tx.flush();
    return tx.sql().fetchExists(MESSAGE,
        in(channel).and(MESSAGE.CHAT.eq(chat)).and(MESSAGE.EXTERNAL_ID.eq(messageId)));
  }

  record Whose(TicketId ticket, Direction direction) {}

  Whose whose(Tx tx, Channel channel, MessageId id) throws SQLException {
    tx.flush();
    return tx.sql().select(MESSAGE.TICKET_ID, MESSAGE.DIRECTION).from(MESSAGE)
        .where(in(channel)).and(MESSAGE.ID.eq(id.value()))
        .fetchSingle(row -> new Whose(new TicketId(row.value1()), Direction.read(row.value2())));
  }

  void failed(Tx tx, Channel channel, List<MessageId> ids, String failure) throws SQLException {
    tx.flush();
    tx.sql().update(MESSAGE)
        .set(MESSAGE.FAILURE, failure)
        .where(in(channel))
        .and(MESSAGE.ID.in(ids.stream().map(MessageId::value).toList()))
        .execute();
  }

  void waitAgain(Tx tx, Channel channel, List<MessageId> ids) throws SQLException {
    tx.flush();
    tx.sql().update(MESSAGE)
        .setNull(MESSAGE.DELIVERY_ID)
        .where(in(channel))
        .and(MESSAGE.ID.in(ids.stream().map(MessageId::value).toList()))
        .execute();
  }

  /// The message on the other side that a message on this side stands for, or is stood for by.
  Optional<Target> counterpart(Tx tx, Channel channel, String chat, String messageId) throws SQLException {
    tx.flush();
    Optional<Target> copy = tx.sql().select(MESSAGE.COPY_ID, MESSAGE.DELIVERY_ID).from(MESSAGE)
        .where(in(channel)).and(MESSAGE.CHAT.eq(chat)).and(MESSAGE.EXTERNAL_ID.eq(messageId))
        .fetchOptional()
        .map(row -> copyOf(row.value1(), row.value2()));
    if (copy.isPresent()) {
      return copy;
    }
    return tx.sql().select(MESSAGE.EXTERNAL_ID).from(MESSAGE)
        .where(in(channel)).and(MESSAGE.COPY_CHAT.eq(chat)).and(MESSAGE.COPY_ID.eq(messageId))
        .orderBy(MESSAGE.ID).limit(1)
        .fetchOptional(row -> new Target.Known(row.value1()));
  }

  private static @Nullable Target copyOf(@Nullable String copy, @Nullable Long delivery) {
    if (copy != null) {
      return new Target.Known(copy);
    }
    return delivery == null ? null : new Target.MadeBy(new DeliveryId(delivery), 0);
  }

  /// The card says what these messages say, so they need no copy of their own: those in words, from before the ticket.
  void coveredBy(Tx tx, Channel channel, TicketId ticket, DeliveryId card) throws SQLException {
    tx.flush();
    tx.sql().update(MESSAGE)
        .set(MESSAGE.DELIVERY_ID, card.value())
        .where(in(channel))
        .and(MESSAGE.TICKET_ID.eq(ticket.value()))
        .and(MESSAGE.DIRECTION.eq(Direction.IN.stored()))
        .and(MESSAGE.TYPE.eq("text"))
        .and(MESSAGE.ID.lt(ticket.value()))
        .execute();
  }

  /// After the room was lost: everything from before the ticket is shown again in the new one.
  void uncover(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    tx.flush();
    tx.sql().update(MESSAGE)
        .setNull(MESSAGE.DELIVERY_ID)
        .setNull(MESSAGE.COPY_CHAT)
        .setNull(MESSAGE.COPY_ID)
        .where(in(channel))
        .and(MESSAGE.TICKET_ID.eq(ticket.value()))
        .and(MESSAGE.DIRECTION.eq(Direction.IN.stored()))
        .and(MESSAGE.ID.lt(ticket.value()))
        .execute();
  }

  /// What was owed to a lost room and never arrived there waits for the next one, all of it, so that order is kept.
  void allWaitAgain(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    tx.flush();
    tx.sql().update(MESSAGE)
        .setNull(MESSAGE.DELIVERY_ID)
        .where(in(channel))
        .and(MESSAGE.TICKET_ID.eq(ticket.value()))
        .and(MESSAGE.DIRECTION.eq(Direction.IN.stored()))
        .and(MESSAGE.COPY_ID.isNull())
        .and(MESSAGE.FAILURE.isNull())
        .execute();
  }

  private List<Message> fetch(Tx tx, Channel channel, Condition which) throws SQLException {
    tx.flush();
    return tx.sql()
        .select(MESSAGE.ID, MESSAGE.DIRECTION, MESSAGE.CHAT, MESSAGE.ALBUM, MESSAGE.REPLY_TO, MESSAGE.CONTENT)
        .from(MESSAGE)
        .where(in(channel))
        .and(which)
        .orderBy(MESSAGE.ID)
        .fetch(Messages::message);
  }

  private static Message message(Record6<Long, String, String, String, String, String> row) {
    return new Message(new MessageId(row.value1()), Direction.read(row.value2()), row.value3(), row.value4(),
        row.value5(), Json.read(row.value6(), Content.class));
  }

  private static Condition in(Channel channel) {
    return MESSAGE.WORKSPACE_ID.eq(channel.workspace().value()).and(MESSAGE.CHANNEL_ID.eq(channel.id().value()));
  }
}
