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
import otklik.storage.Statement;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;

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

  private final SearchIndex index;

  Messages(SearchIndex index) {
    this.index = index;
  }

  /// @param ticket  null while there is none yet
  /// @param message as it will be carried over, which differs from what was said only where that can't be
  void add(Turn turn, @Nullable TicketId ticket, Incoming.Said said, Message message,
      @Nullable DeliveryId delivery) throws SQLException {
    Content content = said.content();
    String words = Wording.of(content);
    Content.Media media = content instanceof Content.Media file ? file : null;
    turn.defer(ADD, message.id().value(), turn.workspace().value(), turn.channel().id().value(),
        ticket == null ? null : ticket.value(), message.direction().stored(), said.by().id(), said.ref().chat(),
        said.ref().id(), content.type(), words, media == null ? null : media.file().id(),
        media == null ? null : media.file().size(), said.album(), message.replyTo(), Json.write(message.content()),
        message.signature(), message.head() == null ? null : Json.write(message.head()),
        message.quote() == null ? null : Json.write(message.quote()), delivery == null ? null
        : delivery.value(), micros(turn.now()));
  }

  Optional<Message> find(Turn turn, MessageId id) throws SQLException {
    return fetch(turn, MESSAGE.ID.eq(id.value())).stream().findFirst();
  }

  /// What was written there.
  Optional<Message> written(Turn turn, MessageRef origin) throws SQLException {
    return fetch(turn, MESSAGE.CHAT.eq(origin.chat()).and(MESSAGE.EXTERNAL_ID.eq(origin.id()))).stream()
        .findFirst();
  }

  /// Those whose words stand there; several share the card.
  List<Message> shownAt(Turn turn, MessageRef copy) throws SQLException {
    return fetch(turn, MESSAGE.COPY_CHAT.eq(copy.chat()).and(MESSAGE.COPY_ID.eq(copy.id())));
  }

  List<Message> sentBy(Turn turn, TicketId ticket, DeliveryId delivery) throws SQLException {
    return fetch(turn,
        MESSAGE.TICKET_ID.eq(ticket.value()).and(MESSAGE.DELIVERY_ID.eq(delivery.value())));
  }

  /// What was written, oldest first.
  List<Content> contents(Turn turn, Collection<MessageId> ids) throws SQLException {
    return fetch(turn, among(ids)).stream().map(Message::content).toList();
  }

  /// The same as others are to read it.
  List<Content> told(Turn turn, Collection<MessageId> ids) throws SQLException {
    return told(fetch(turn, among(ids)));
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
  List<Content> before(Turn turn, TicketId ticket) throws SQLException {
    return told(fetch(turn, ofTicket(ticket, Direction.IN).and(MESSAGE.ID.lt(ticket.value()))));
  }

  /// All that the person wrote, as others are to read it.
  SequencedMap<MessageId, Content> written(Turn turn, TicketId ticket) throws SQLException {
    SequencedMap<MessageId, Content> written = new LinkedHashMap<>();
    fetch(turn, ofTicket(ticket, Direction.IN)).forEach(message -> written.put(message.id(), message.told().getLast()));
    return written;
  }

  List<Message> album(Turn turn, TicketId ticket, String album) throws SQLException {
    return fetch(turn, MESSAGE.TICKET_ID.eq(ticket.value()).and(MESSAGE.ALBUM.eq(album)));
  }

  /// What of an album isn't carried over yet is for the operators only.
  void noted(Turn turn, TicketId ticket, String album) throws SQLException {
    turn.flush();
    turn.sql().update(MESSAGE).set(MESSAGE.DIRECTION, Direction.NOTE.stored())
        .where(in(turn.channel())).and(MESSAGE.TICKET_ID.eq(ticket.value())).and(MESSAGE.ALBUM.eq(album))
        .and(MESSAGE.DELIVERY_ID.isNull())
        .execute();
  }

  boolean hasAnswerAfter(Turn turn, TicketId ticket, MessageId message) throws SQLException {
    turn.flush();
    return turn.sql().fetchExists(MESSAGE,
        in(turn.channel()).and(ofTicket(ticket, Direction.OUT)).and(MESSAGE.ID.gt(message.value())));
  }

  boolean has(Turn turn, MessageRef origin) throws SQLException {
    turn.flush();
    return turn.sql().fetchExists(MESSAGE,
        in(turn.channel()).and(MESSAGE.CHAT.eq(origin.chat())).and(MESSAGE.EXTERNAL_ID.eq(origin.id())));
  }

  boolean hasAlbum(Turn turn, String chat, String album) throws SQLException {
    turn.flush();
    return turn.sql().fetchExists(MESSAGE, in(turn.channel()).and(MESSAGE.CHAT.eq(chat)).and(MESSAGE.ALBUM.eq(album)));
  }

  void copied(Turn turn, MessageId id, String chat, String copy) throws SQLException {
    turn.defer(COPIED, chat, copy, turn.workspace().value(), id.value());
  }

  /// The newest words; the first ones stay beside them.
  void edited(Turn turn, MessageId id, Content now) throws SQLException {
    turn.flush();
    String words = Wording.of(now);
    Content.Media media = now instanceof Content.Media file ? file : null;
    turn.sql().update(MESSAGE)
        .set(MESSAGE.FIRST_TEXT, DSL.coalesce(MESSAGE.FIRST_TEXT, MESSAGE.TEXT))
        .set(MESSAGE.TYPE, now.type())
        .set(MESSAGE.TEXT, words)
        .set(MESSAGE.FILE_ID, media == null ? null : media.file().id())
        .set(MESSAGE.FILE_SIZE, media == null ? null : media.file().size())
        .set(MESSAGE.CONTENT, Json.write(now))
        .where(in(turn.channel())).and(MESSAGE.ID.eq(id.value()))
        .execute();
    for (TicketId ticket : searchedIn(turn, List.of(id))) {
      index.changed(turn, ticket);
    }
  }

  void sentWith(Turn turn, Collection<MessageId> ids, DeliveryId delivery) throws SQLException {
    turn.flush();
    turn.sql().update(MESSAGE).set(MESSAGE.DELIVERY_ID, delivery.value()).where(in(turn.channel())).and(among(ids))
        .execute();
  }

  /// Its next copy isn't there yet.
  void uncopied(Turn turn, MessageId id) {
    turn.sql().update(MESSAGE).setNull(MESSAGE.COPY_CHAT).setNull(MESSAGE.COPY_ID)
        .where(in(turn.channel())).and(MESSAGE.ID.eq(id.value())).execute();
  }

  void unsigned(Turn turn, Collection<MessageId> ids) {
    turn.sql().update(MESSAGE).setNull(MESSAGE.SIGNATURE).where(in(turn.channel())).and(among(ids)).execute();
  }

  /// Gives messages that were written before there was a ticket to that ticket.
  void belongTo(Turn turn, Collection<MessageId> ids, TicketId ticket) throws SQLException {
    turn.flush();
    turn.sql().update(MESSAGE).set(MESSAGE.TICKET_ID, ticket.value()).where(in(turn.channel())).and(among(ids))
        .execute();
    index.changed(turn, ticket);
  }

  /// What an account wrote last in a ticket.
  Optional<Message> latest(Turn turn, TicketId ticket, String author) throws SQLException {
    return latest(turn, ticket, MESSAGE.AUTHOR.eq(author));
  }

  /// What either side said last, as far as it arrived or may arrive still.
  Optional<Message> latest(Turn turn, TicketId ticket) throws SQLException {
    return latest(turn, ticket, MESSAGE.DIRECTION.ne(Direction.NOTE.stored()).and(MESSAGE.FAILURE.isNull()));
  }

  private Optional<Message> latest(Turn turn, TicketId ticket, Condition which) throws SQLException {
    turn.flush();
    Long newest = turn.sql().select(MESSAGE.ID).from(MESSAGE)
        .where(in(turn.channel())).and(MESSAGE.TICKET_ID.eq(ticket.value())).and(which)
        .orderBy(MESSAGE.ID.desc())
        .limit(1)
        .fetchOne(MESSAGE.ID);
    return newest == null ? Optional.empty() : find(turn, new MessageId(newest));
  }

  /// It answers nothing in its own ticket. What stands above it says what it answers.
  void answersElsewhere(Turn turn, MessageId id, Content.Text head) throws SQLException {
    turn.flush();
    turn.sql().update(MESSAGE)
        .setNull(MESSAGE.REPLY_TO)
        .setNull(MESSAGE.QUOTE)
        .set(MESSAGE.HEAD, Json.write(head))
        .where(in(turn.channel())).and(MESSAGE.ID.eq(id.value()))
        .execute();
  }

  void failed(Turn turn, Collection<MessageId> ids, String failure) throws SQLException {
    turn.flush();
    turn.sql().update(MESSAGE).set(MESSAGE.FAILURE, failure).where(in(turn.channel())).and(among(ids)).execute();
  }

  List<Message> withIds(Turn turn, Collection<MessageId> ids) throws SQLException {
    return fetch(turn, among(ids));
  }

  /// False when they hadn't failed, or somebody else was first.
  boolean triedAgain(Turn turn, Collection<MessageId> ids) throws SQLException {
    turn.flush();
    return turn.sql().update(MESSAGE).setNull(MESSAGE.FAILURE)
        .where(in(turn.channel())).and(among(ids)).and(MESSAGE.FAILURE.isNotNull()).execute() > 0;
  }

  void noticed(Turn turn, MessageId id, DeliveryId notice) {
    turn.sql().update(MESSAGE).set(MESSAGE.NOTICE_DELIVERY, notice.value())
        .where(in(turn.channel())).and(MESSAGE.ID.eq(id.value())).execute();
  }

  void takenBack(Turn turn, Collection<MessageId> ids) throws SQLException {
    turn.flush();
    turn.sql().update(MESSAGE).set(MESSAGE.TAKEN_BACK_AT, turn.now()).where(in(turn.channel())).and(among(ids))
        .execute();
  }

  Optional<String> operatorOf(Turn turn, String chat, String messageId) throws SQLException {
    turn.flush();
    return turn.sql().select(MESSAGE.AUTHOR).from(MESSAGE)
        .where(in(turn.channel())).and(MESSAGE.CHAT.eq(chat)).and(MESSAGE.EXTERNAL_ID.eq(messageId))
        .and(MESSAGE.DIRECTION.ne(Direction.IN.stored()))
        .fetchOptional(MESSAGE.AUTHOR);
  }

  boolean isNote(Turn turn, String chat, String album) throws SQLException {
    turn.flush();
    return turn.sql().fetchExists(MESSAGE, in(turn.channel()).and(MESSAGE.CHAT.eq(chat)).and(MESSAGE.ALBUM.eq(album))
        .and(MESSAGE.DIRECTION.eq(Direction.NOTE.stored())));
  }

  void waitAgain(Turn turn, Collection<MessageId> ids) throws SQLException {
    letWait(turn, among(ids));
  }

  /// Which ticket a message in the operators' group belongs to: their own, or our copy of a person's. Each place is
  /// looked through by an index of its own; asked for all at once, a database uses none of them.
  Optional<TicketId> ticketAt(ReadTurn turn, String chat, String messageId) throws SQLException {
    turn.flush();
    return ticketOf(turn, MESSAGE.CHAT.eq(chat).and(MESSAGE.EXTERNAL_ID.eq(messageId)))
        .or(() -> ticketOf(turn, MESSAGE.COPY_CHAT.eq(chat).and(MESSAGE.COPY_ID.eq(messageId))))
        .or(() -> turn.sql().select(MORE_COPY.MESSAGE_ID).from(MORE_COPY)
            .where(MORE_COPY.WORKSPACE_ID.eq(turn.workspace().value()))
            .and(MORE_COPY.CHANNEL_ID.eq(turn.channel().id().value()))
            .and(MORE_COPY.CHAT.eq(chat)).and(MORE_COPY.EXTERNAL_ID.eq(messageId))
            .limit(1)
            .fetchOptional(MORE_COPY.MESSAGE_ID)
            .flatMap(id -> ticketOf(turn, MESSAGE.ID.eq(id))));
  }

  private static Optional<TicketId> ticketOf(ReadTurn turn, Condition which) {
    return turn.sql().select(MESSAGE.TICKET_ID).from(MESSAGE)
        .where(in(turn.channel())).and(which)
        .orderBy(MESSAGE.ID)
        .fetch(MESSAGE.TICKET_ID).stream().filter(Objects::nonNull).map(TicketId::new).findFirst();
  }

  /// It is to be told in its ticket's room under this name.
  void tellUnder(Turn turn, MessageId id, String name) throws SQLException {
    turn.flush();
    turn.sql().update(MESSAGE).set(MESSAGE.BYLINE, name).where(in(turn.channel())).and(MESSAGE.ID.eq(id.value()))
        .execute();
  }

  void retoldWith(Turn turn, MessageId id, DeliveryId delivery) throws SQLException {
    turn.flush();
    turn.sql().update(MESSAGE)
        .setNull(MESSAGE.BYLINE)
        .set(MESSAGE.RETOLD_BY, delivery.value())
        .where(in(turn.channel())).and(MESSAGE.ID.eq(id.value()))
        .execute();
  }

  /// From now on the operators have the message there.
  void retold(Turn turn, MessageId id, String chat, String messageId) throws SQLException {
    turn.flush();
    turn.sql().update(MESSAGE)
        .set(MESSAGE.CHAT, chat)
        .set(MESSAGE.EXTERNAL_ID, messageId)
        .setNull(MESSAGE.RETOLD_BY)
        .where(in(turn.channel())).and(MESSAGE.ID.eq(id.value()))
        .execute();
  }

  /// The oldest ones of a ticket.
  List<MessageId> of(Turn turn, TicketId ticket, int most) throws SQLException {
    turn.flush();
    return turn.sql().select(MESSAGE.ID).from(MESSAGE)
        .where(in(turn.channel())).and(MESSAGE.TICKET_ID.eq(ticket.value()))
        .orderBy(MESSAGE.ID)
        .limit(most)
        .fetch(row -> new MessageId(row.value1()));
  }

  /// What somebody wrote in a chat before that id was given.
  List<MessageId> by(Turn turn, String author, String chat, long before, int most) throws SQLException {
    turn.flush();
    return turn.sql().select(MESSAGE.ID).from(MESSAGE)
        .where(in(turn.channel())).and(MESSAGE.CHAT.eq(chat)).and(MESSAGE.AUTHOR.eq(author)).and(MESSAGE.ID.lt(before))
        .limit(most)
        .fetch(row -> new MessageId(row.value1()));
  }

  /// What of them stands in a chat: copies that were made there, and what was written there.
  List<MessageRef> standing(Turn turn, List<MessageId> ids, String chat) throws SQLException {
    if (ids.isEmpty()) {
      return List.of();
    }
    turn.flush();
    return turn.sql().select(MESSAGE.CHAT, MESSAGE.EXTERNAL_ID, MESSAGE.COPY_ID).from(MESSAGE)
        .where(in(turn.channel())).and(among(ids))
        .and(MESSAGE.CHAT.eq(chat).or(MESSAGE.COPY_CHAT.eq(chat)))
        .orderBy(MESSAGE.ID)
        .fetch(row -> new MessageRef(chat, row.value1().equals(chat) ? row.value2() : row.value3()));
  }

  /// Whatever carries them over, or carried a copy that another took the place of.
  Set<DeliveryId> deliveries(Turn turn, List<MessageId> ids) throws SQLException {
    if (ids.isEmpty()) {
      return Set.of();
    }
    turn.flush();
    Set<DeliveryId> deliveries = new HashSet<>(turn.sql().select(MESSAGE.DELIVERY_ID).from(MESSAGE)
        .where(in(turn.channel())).and(among(ids)).and(MESSAGE.DELIVERY_ID.isNotNull())
        .fetch(row -> new DeliveryId(row.value1())));
    deliveries.addAll(turn.sql().select(MORE_COPY.DELIVERY_ID).from(MORE_COPY)
        .where(MORE_COPY.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(MORE_COPY.MESSAGE_ID.in(ids.stream().map(MessageId::value).toList()))
        .fetch(row -> new DeliveryId(row.value1())));
    return deliveries;
  }

  int erase(Turn turn, TicketId ticket) throws SQLException {
    index.erase(turn, List.of(ticket));
    return erase(turn, in(turn.channel()).and(MESSAGE.TICKET_ID.eq(ticket.value())));
  }

  int erase(Turn turn, Collection<MessageId> ids) throws SQLException {
    if (ids.isEmpty()) {
      return 0;
    }
    index.erase(turn, searchedIn(turn, ids));
    return erase(turn, in(turn.channel()).and(among(ids)));
  }

  int eraseUnadopted(Turn turn, Collection<MessageId> ids) throws SQLException {
    return ids.isEmpty() ? 0 : erase(turn, in(turn.channel()).and(among(ids)).and(MESSAGE.TICKET_ID.isNull()));
  }

  int erasePositions(Turn turn, TicketId ticket) throws SQLException {
    index.erase(turn, List.of(ticket));
    return erase(turn, in(turn.channel()).and(MESSAGE.TICKET_ID.eq(ticket.value())).and(MESSAGE.TYPE.in(POSITIONS)));
  }

  /// The tickets that are found by what these messages say.
  private List<TicketId> searchedIn(Turn turn, Collection<MessageId> ids) {
    return !index.covers(turn.channel()) ? List.of() : turn.sql().selectDistinct(MESSAGE.TICKET_ID).from(MESSAGE)
        .where(in(turn.channel())).and(among(ids)).and(MESSAGE.TICKET_ID.isNotNull())
        .fetch(row -> new TicketId(row.value1()));
  }

  private static int erase(Turn turn, Condition theirs) throws SQLException {
    turn.flush();
    turn.sql().deleteFrom(MORE_COPY)
        .where(MORE_COPY.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(MORE_COPY.MESSAGE_ID.in(DSL.select(MESSAGE.ID).from(MESSAGE).where(theirs)))
        .execute();
    turn.sql().deleteFrom(MESSAGE_REACTION)
        .where(MESSAGE_REACTION.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(MESSAGE_REACTION.MESSAGE_ID.in(DSL.select(MESSAGE.ID).from(MESSAGE).where(theirs)))
        .execute();
    return turn.sql().deleteFrom(MESSAGE).where(theirs).execute();
  }
}
