package otklik.relay;

import static otklik.relay.MessageRows.among;
import static otklik.relay.MessageRows.fetch;
import static otklik.relay.MessageRows.in;
import static otklik.relay.MessageRows.letWait;
import static otklik.relay.MessageRows.ofTicket;
import static otklik.storage.MicrosConverter.micros;
import static otklik.storage.schema.Tables.MESSAGE;
import static otklik.storage.schema.Tables.MESSAGE_REACTION;
import static otklik.storage.schema.Tables.MORE_COPY;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.MessageRef;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.search.SearchIndex;
import otklik.storage.Json;
import otklik.storage.ReadTx;
import otklik.storage.Statement;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// The rows of messages.
@Component
final class Messages {
  private static final Statement ADD = Statement.of("""
      insert into message (id, workspace_id, channel_id, ticket_id, direction, author, chat, external_id, type, text,
                           file_id, file_size, album, reply_to, content, signature, head, quote, delivery_id, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """);
  private static final Statement COPIED = Statement.of("""
      update message set copy_chat = ?, copy_id = ?, failure = null where workspace_id = ? and id = ?
      """);

  /// What says by itself where somebody is.
  private static final List<String> POSITIONS = List.of("location", "venue");

  private final InstantSource clock;
  private final SearchIndex index;

  Messages(InstantSource clock, SearchIndex index) {
    this.clock = clock;
    this.index = index;
  }

  /// @param ticket  null while there is none yet
  /// @param message as it will be carried over, which differs from what was said only where that can't be
  void add(Tx tx, Channel channel, @Nullable TicketId ticket, Incoming.Said said, Message message,
      @Nullable DeliveryId delivery) throws SQLException {
    Content content = said.content();
    String words = Wording.of(content);
    Content.Media media = content instanceof Content.Media file ? file : null;
    tx.defer(ADD, message.id().value(), channel.workspace().value(), channel.id().value(),
        ticket == null ? null : ticket.value(), message.direction().stored(), said.by().id(), said.ref().chat(),
        said.ref().id(), content.type(), words, media == null ? null : media.file().id(),
        media == null ? null : media.file().size(), said.album(), message.replyTo(), Json.write(message.content()),
        message.signature(), message.head() == null ? null : Json.write(message.head()),
        message.quote() == null ? null : Json.write(message.quote()), delivery == null ? null : delivery.value(), micros(clock.instant()));
  }

  Optional<Message> find(Tx tx, Channel channel, MessageId id) throws SQLException {
    return fetch(tx, channel, MESSAGE.ID.eq(id.value())).stream().findFirst();
  }

  /// What was written there.
  Optional<Message> written(Tx tx, Channel channel, MessageRef origin) throws SQLException {
    return fetch(tx, channel, MESSAGE.CHAT.eq(origin.chat()).and(MESSAGE.EXTERNAL_ID.eq(origin.id()))).stream()
        .findFirst();
  }

  /// Those whose words stand there; several share the card.
  List<Message> shownAt(Tx tx, Channel channel, MessageRef copy) throws SQLException {
    return fetch(tx, channel, MESSAGE.COPY_CHAT.eq(copy.chat()).and(MESSAGE.COPY_ID.eq(copy.id())));
  }

  List<Message> sentBy(Tx tx, Channel channel, TicketId ticket, DeliveryId delivery) throws SQLException {
    return fetch(tx, channel,
        MESSAGE.TICKET_ID.eq(ticket.value()).and(MESSAGE.DELIVERY_ID.eq(delivery.value())));
  }

  /// What was written, oldest first.
  List<Content> contents(Tx tx, Channel channel, Collection<MessageId> ids) throws SQLException {
    return fetch(tx, channel, among(ids)).stream().map(Message::content).toList();
  }

  /// The same as others are to read it.
  List<Content> told(Tx tx, Channel channel, Collection<MessageId> ids) throws SQLException {
    return told(fetch(tx, channel, among(ids)));
  }

  /// An empty line ends what somebody else has said.
  private static List<Content> told(List<Message> messages) {
    List<Content> told = new ArrayList<>();
    for (Message message : messages) {
      told.addAll(message.told());
      if (message.head() != null && !message.equals(messages.getLast())) {
        told.add(Content.Text.of(""));
      }
    }
    return List.copyOf(told);
  }

  /// What the person wrote before there was a ticket, and what became part of it, as others are to read it.
  List<Content> before(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    return told(fetch(tx, channel, ofTicket(ticket, Direction.IN).and(MESSAGE.ID.lt(ticket.value()))));
  }

  /// All that the person wrote, as others are to read it.
  SequencedMap<MessageId, Content> written(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    SequencedMap<MessageId, Content> written = new LinkedHashMap<>();
    fetch(tx, channel, ofTicket(ticket, Direction.IN)).forEach(message -> written.put(message.id(), message.told().getLast()));
    return written;
  }

  List<Message> album(Tx tx, Channel channel, TicketId ticket, String album) throws SQLException {
    return fetch(tx, channel, MESSAGE.TICKET_ID.eq(ticket.value()).and(MESSAGE.ALBUM.eq(album)));
  }

  /// What of an album isn't carried over yet is for the operators only.
  void noted(Tx tx, Channel channel, TicketId ticket, String album) throws SQLException {
    tx.flush();
    tx.sql().update(MESSAGE).set(MESSAGE.DIRECTION, Direction.NOTE.stored())
        .where(in(channel)).and(MESSAGE.TICKET_ID.eq(ticket.value())).and(MESSAGE.ALBUM.eq(album))
        .and(MESSAGE.DELIVERY_ID.isNull())
        .execute();
  }

  boolean hasAnswerAfter(Tx tx, Channel channel, TicketId ticket, MessageId message) throws SQLException {
    tx.flush();
    return tx.sql().fetchExists(MESSAGE,
        in(channel).and(ofTicket(ticket, Direction.OUT)).and(MESSAGE.ID.gt(message.value())));
  }

  boolean has(Tx tx, Channel channel, MessageRef origin) throws SQLException {
    tx.flush();
    return tx.sql().fetchExists(MESSAGE,
        in(channel).and(MESSAGE.CHAT.eq(origin.chat())).and(MESSAGE.EXTERNAL_ID.eq(origin.id())));
  }

  boolean hasAlbum(Tx tx, Channel channel, String chat, String album) throws SQLException {
    tx.flush();
    return tx.sql().fetchExists(MESSAGE, in(channel).and(MESSAGE.CHAT.eq(chat)).and(MESSAGE.ALBUM.eq(album)));
  }

  void copied(Tx tx, Channel channel, MessageId id, String chat, String copy) throws SQLException {
    tx.defer(COPIED, chat, copy, channel.workspace().value(), id.value());
  }

  /// The newest words; the first ones stay beside them.
  void edited(Tx tx, Channel channel, MessageId id, Content now) throws SQLException {
    tx.flush();
    String words = Wording.of(now);
    Content.Media media = now instanceof Content.Media file ? file : null;
    tx.sql().update(MESSAGE)
        .set(MESSAGE.FIRST_TEXT, DSL.coalesce(MESSAGE.FIRST_TEXT, MESSAGE.TEXT))
        .set(MESSAGE.TYPE, now.type())
        .set(MESSAGE.TEXT, words)
        .set(MESSAGE.FILE_ID, media == null ? null : media.file().id())
        .set(MESSAGE.FILE_SIZE, media == null ? null : media.file().size())
        .set(MESSAGE.CONTENT, Json.write(now))
        .where(in(channel)).and(MESSAGE.ID.eq(id.value()))
        .execute();
    for (TicketId ticket : searchedIn(tx, channel, List.of(id))) {
      index.changed(tx, channel, ticket);
    }
  }

  void sentWith(Tx tx, Channel channel, Collection<MessageId> ids, DeliveryId delivery) throws SQLException {
    tx.flush();
    tx.sql().update(MESSAGE).set(MESSAGE.DELIVERY_ID, delivery.value()).where(in(channel)).and(among(ids)).execute();
  }

  /// Its next copy isn't there yet.
  void uncopied(Tx tx, Channel channel, MessageId id) {
    tx.sql().update(MESSAGE).setNull(MESSAGE.COPY_CHAT).setNull(MESSAGE.COPY_ID)
        .where(in(channel)).and(MESSAGE.ID.eq(id.value())).execute();
  }

  void unsigned(Tx tx, Channel channel, Collection<MessageId> ids) {
    tx.sql().update(MESSAGE).setNull(MESSAGE.SIGNATURE).where(in(channel)).and(among(ids)).execute();
  }

  /// Gives messages that were written before there was a ticket to that ticket.
  void belongTo(Tx tx, Channel channel, Collection<MessageId> ids, TicketId ticket) throws SQLException {
    tx.flush();
    tx.sql().update(MESSAGE).set(MESSAGE.TICKET_ID, ticket.value()).where(in(channel)).and(among(ids)).execute();
    index.changed(tx, channel, ticket);
  }

  /// What an account wrote last in a ticket.
  Optional<Message> latest(Tx tx, Channel channel, TicketId ticket, String author) throws SQLException {
    return latest(tx, channel, ticket, MESSAGE.AUTHOR.eq(author));
  }

  /// What either side said last, as far as it arrived or may arrive still.
  Optional<Message> latest(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    return latest(tx, channel, ticket, MESSAGE.DIRECTION.ne(Direction.NOTE.stored()).and(MESSAGE.FAILURE.isNull()));
  }

  private Optional<Message> latest(Tx tx, Channel channel, TicketId ticket, Condition which) throws SQLException {
    tx.flush();
    Long newest = tx.sql().select(MESSAGE.ID).from(MESSAGE)
        .where(in(channel)).and(MESSAGE.TICKET_ID.eq(ticket.value())).and(which)
        .orderBy(MESSAGE.ID.desc())
        .limit(1)
        .fetchOne(MESSAGE.ID);
    return newest == null ? Optional.empty() : find(tx, channel, new MessageId(newest));
  }

  /// It answers nothing in its own ticket. What stands above it says what it answers.
  void answersElsewhere(Tx tx, Channel channel, MessageId id, Content.Text head) throws SQLException {
    tx.flush();
    tx.sql().update(MESSAGE)
        .setNull(MESSAGE.REPLY_TO)
        .setNull(MESSAGE.QUOTE)
        .set(MESSAGE.HEAD, Json.write(head))
        .where(in(channel)).and(MESSAGE.ID.eq(id.value()))
        .execute();
  }

  void failed(Tx tx, Channel channel, Collection<MessageId> ids, String failure) throws SQLException {
    tx.flush();
    tx.sql().update(MESSAGE).set(MESSAGE.FAILURE, failure).where(in(channel)).and(among(ids)).execute();
  }

  List<Message> withIds(Tx tx, Channel channel, Collection<MessageId> ids) throws SQLException {
    return fetch(tx, channel, among(ids));
  }

  /// False when they hadn't failed, or somebody else was first.
  boolean triedAgain(Tx tx, Channel channel, Collection<MessageId> ids) throws SQLException {
    tx.flush();
    return tx.sql().update(MESSAGE).setNull(MESSAGE.FAILURE)
        .where(in(channel)).and(among(ids)).and(MESSAGE.FAILURE.isNotNull()).execute() > 0;
  }

  void noticed(Tx tx, Channel channel, MessageId id, DeliveryId notice) {
    tx.sql().update(MESSAGE).set(MESSAGE.NOTICE_DELIVERY, notice.value())
        .where(in(channel)).and(MESSAGE.ID.eq(id.value())).execute();
  }

  void takenBack(Tx tx, Channel channel, Collection<MessageId> ids) throws SQLException {
    tx.flush();
    tx.sql().update(MESSAGE).set(MESSAGE.TAKEN_BACK_AT, clock.instant()).where(in(channel)).and(among(ids)).execute();
  }

  Optional<String> operatorOf(Tx tx, Channel channel, String chat, String messageId) throws SQLException {
    tx.flush();
    return tx.sql().select(MESSAGE.AUTHOR).from(MESSAGE)
        .where(in(channel)).and(MESSAGE.CHAT.eq(chat)).and(MESSAGE.EXTERNAL_ID.eq(messageId))
        .and(MESSAGE.DIRECTION.ne(Direction.IN.stored()))
        .fetchOptional(MESSAGE.AUTHOR);
  }

  boolean isNote(Tx tx, Channel channel, String chat, String album) throws SQLException {
    tx.flush();
    return tx.sql().fetchExists(MESSAGE, in(channel).and(MESSAGE.CHAT.eq(chat)).and(MESSAGE.ALBUM.eq(album))
        .and(MESSAGE.DIRECTION.eq(Direction.NOTE.stored())));
  }

  void waitAgain(Tx tx, Channel channel, Collection<MessageId> ids) throws SQLException {
    letWait(tx, channel, among(ids));
  }

  /// Which ticket a message in the operators' group belongs to: their own, or our copy of a person's. Each place is
  /// looked through by an index of its own; asked for all at once, a database uses none of them.
  Optional<TicketId> ticketAt(ReadTx tx, Channel channel, String chat, String messageId) throws SQLException {
    tx.flush();
    return ticketOf(tx, channel, MESSAGE.CHAT.eq(chat).and(MESSAGE.EXTERNAL_ID.eq(messageId)))
        .or(() -> ticketOf(tx, channel, MESSAGE.COPY_CHAT.eq(chat).and(MESSAGE.COPY_ID.eq(messageId))))
        .or(() -> tx.sql().select(MORE_COPY.MESSAGE_ID).from(MORE_COPY)
            .where(MORE_COPY.WORKSPACE_ID.eq(channel.workspace().value()))
            .and(MORE_COPY.CHANNEL_ID.eq(channel.id().value()))
            .and(MORE_COPY.CHAT.eq(chat)).and(MORE_COPY.EXTERNAL_ID.eq(messageId))
            .limit(1)
            .fetchOptional(MORE_COPY.MESSAGE_ID)
            .flatMap(id -> ticketOf(tx, channel, MESSAGE.ID.eq(id))));
  }

  private static Optional<TicketId> ticketOf(ReadTx tx, Channel channel, Condition which) {
    return tx.sql().select(MESSAGE.TICKET_ID).from(MESSAGE)
        .where(in(channel)).and(which)
        .orderBy(MESSAGE.ID)
        .fetch(MESSAGE.TICKET_ID).stream().filter(Objects::nonNull).map(TicketId::new).findFirst();
  }

  void retoldWith(Tx tx, Channel channel, MessageId id, DeliveryId delivery) throws SQLException {
    tx.flush();
    tx.sql().update(MESSAGE)
        .setNull(MESSAGE.BYLINE)
        .set(MESSAGE.RETOLD_BY, delivery.value())
        .where(in(channel)).and(MESSAGE.ID.eq(id.value()))
        .execute();
  }

  /// From now on the operators have the message there.
  void retold(Tx tx, Channel channel, MessageId id, String chat, String messageId) throws SQLException {
    tx.flush();
    tx.sql().update(MESSAGE)
        .set(MESSAGE.CHAT, chat)
        .set(MESSAGE.EXTERNAL_ID, messageId)
        .setNull(MESSAGE.RETOLD_BY)
        .where(in(channel)).and(MESSAGE.ID.eq(id.value()))
        .execute();
  }

  /// The oldest ones of a ticket.
  List<MessageId> of(Tx tx, Channel channel, TicketId ticket, int most) throws SQLException {
    tx.flush();
    return tx.sql().select(MESSAGE.ID).from(MESSAGE)
        .where(in(channel)).and(MESSAGE.TICKET_ID.eq(ticket.value()))
        .orderBy(MESSAGE.ID)
        .limit(most)
        .fetch(row -> new MessageId(row.value1()));
  }

  /// What somebody wrote in a chat before that id was given.
  List<MessageId> by(Tx tx, Channel channel, String author, String chat, long before, int most) throws SQLException {
    tx.flush();
    return tx.sql().select(MESSAGE.ID).from(MESSAGE)
        .where(in(channel)).and(MESSAGE.CHAT.eq(chat)).and(MESSAGE.AUTHOR.eq(author)).and(MESSAGE.ID.lt(before))
        .limit(most)
        .fetch(row -> new MessageId(row.value1()));
  }

  /// What of them stands in a chat: copies that were made there, and what was written there.
  List<MessageRef> standing(Tx tx, Channel channel, List<MessageId> ids, String chat) throws SQLException {
    if (ids.isEmpty()) {
      return List.of();
    }
    tx.flush();
    return tx.sql().select(MESSAGE.CHAT, MESSAGE.EXTERNAL_ID, MESSAGE.COPY_ID).from(MESSAGE)
        .where(in(channel)).and(among(ids))
        .and(MESSAGE.CHAT.eq(chat).or(MESSAGE.COPY_CHAT.eq(chat)))
        .orderBy(MESSAGE.ID)
        .fetch(row -> new MessageRef(chat, row.value1().equals(chat) ? row.value2() : row.value3()));
  }

  /// Whatever carries them over, or carried a copy that another took the place of.
  Set<DeliveryId> deliveries(Tx tx, Channel channel, List<MessageId> ids) throws SQLException {
    if (ids.isEmpty()) {
      return Set.of();
    }
    tx.flush();
    Set<DeliveryId> deliveries = new HashSet<>(tx.sql().select(MESSAGE.DELIVERY_ID).from(MESSAGE)
        .where(in(channel)).and(among(ids)).and(MESSAGE.DELIVERY_ID.isNotNull())
        .fetch(row -> new DeliveryId(row.value1())));
    deliveries.addAll(tx.sql().select(MORE_COPY.DELIVERY_ID).from(MORE_COPY)
        .where(MORE_COPY.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(MORE_COPY.MESSAGE_ID.in(ids.stream().map(MessageId::value).toList()))
        .fetch(row -> new DeliveryId(row.value1())));
    return deliveries;
  }

  int erase(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    index.erase(tx, channel, List.of(ticket));
    return erase(tx, in(channel).and(MESSAGE.TICKET_ID.eq(ticket.value())), channel);
  }

  int erase(Tx tx, Channel channel, Collection<MessageId> ids) throws SQLException {
    if (ids.isEmpty()) {
      return 0;
    }
    index.erase(tx, channel, searchedIn(tx, channel, ids));
    return erase(tx, in(channel).and(among(ids)), channel);
  }

  int erasePositions(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    index.erase(tx, channel, List.of(ticket));
    return erase(tx, in(channel).and(MESSAGE.TICKET_ID.eq(ticket.value())).and(MESSAGE.TYPE.in(POSITIONS)), channel);
  }

  /// The tickets that are found by what these messages say.
  private List<TicketId> searchedIn(Tx tx, Channel channel, Collection<MessageId> ids) {
    return !index.covers(channel) ? List.of() : tx.sql().selectDistinct(MESSAGE.TICKET_ID).from(MESSAGE)
        .where(in(channel)).and(among(ids)).and(MESSAGE.TICKET_ID.isNotNull())
        .fetch(row -> new TicketId(row.value1()));
  }

  private static int erase(Tx tx, Condition theirs, Channel channel) throws SQLException {
    tx.flush();
    tx.sql().deleteFrom(MORE_COPY)
        .where(MORE_COPY.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(MORE_COPY.MESSAGE_ID.in(DSL.select(MESSAGE.ID).from(MESSAGE).where(theirs)))
        .execute();
    tx.sql().deleteFrom(MESSAGE_REACTION)
        .where(MESSAGE_REACTION.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(MESSAGE_REACTION.MESSAGE_ID.in(DSL.select(MESSAGE.ID).from(MESSAGE).where(theirs)))
        .execute();
    return tx.sql().deleteFrom(MESSAGE).where(theirs).execute();
  }
}
