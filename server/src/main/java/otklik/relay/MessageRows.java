package otklik.relay;

import static otklik.storage.schema.Tables.MESSAGE;
import static otklik.storage.schema.Tables.MORE_COPY;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Record;
import otklik.channels.Content;
import otklik.channels.MessageRef;
import otklik.channels.Quote;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.storage.Json;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// How rows of messages are named in a question, read, and made to wait again. Always those of one channel.
final class MessageRows {
  private MessageRows() {}

  static List<Message> fetch(Turn turn, Condition which) throws SQLException {
    turn.flush();
    return turn.sql()
        .select(MESSAGE.ID, MESSAGE.TICKET_ID, MESSAGE.DIRECTION, MESSAGE.CHAT, MESSAGE.EXTERNAL_ID, MESSAGE.ALBUM,
            MESSAGE.REPLY_TO, MESSAGE.CONTENT, MESSAGE.SIGNATURE, MESSAGE.HEAD, MESSAGE.QUOTE,
            MESSAGE.DELIVERY_ID, MESSAGE.COPY_CHAT, MESSAGE.COPY_ID, MESSAGE.FAILURE, MESSAGE.NOTICE_DELIVERY, MESSAGE.TAKEN_BACK_AT, MESSAGE.BYLINE,
            MESSAGE.RETOLD_BY)
        .from(MESSAGE)
        .where(in(turn.channel())).and(which)
        .orderBy(MESSAGE.ID)
        .fetch(MessageRows::message);
  }

  private static Message message(Record row) {
    Long ticket = row.get(MESSAGE.TICKET_ID);
    Long delivery = row.get(MESSAGE.DELIVERY_ID);
    Long notice = row.get(MESSAGE.NOTICE_DELIVERY);
    Long retold = row.get(MESSAGE.RETOLD_BY);
    String copy = row.get(MESSAGE.COPY_ID);
    String head = row.get(MESSAGE.HEAD);
    String quote = row.get(MESSAGE.QUOTE);
    return new Message(new MessageId(row.get(MESSAGE.ID)), ticket == null ? null : new TicketId(ticket),
        Direction.read(row.get(MESSAGE.DIRECTION)), new MessageRef(row.get(MESSAGE.CHAT), row.get(MESSAGE.EXTERNAL_ID)),
        row.get(MESSAGE.ALBUM), row.get(MESSAGE.REPLY_TO), Json.read(row.get(MESSAGE.CONTENT), Content.class),
        row.get(MESSAGE.SIGNATURE), head == null ? null : Json.read(head, Content.Text.class),
        quote == null ? null : Json.read(quote, Quote.class), delivery == null ? null : new DeliveryId(delivery),
        copy == null ? null : new MessageRef(row.get(MESSAGE.COPY_CHAT), copy), row.get(MESSAGE.FAILURE),
        notice == null ? null : new DeliveryId(notice), row.get(MESSAGE.TAKEN_BACK_AT) != null,
        row.get(MESSAGE.BYLINE), retold == null ? null : new DeliveryId(retold));
  }

  static void letWait(Turn turn, Condition which) throws SQLException {
    turn.flush();
    List<Long> ids = turn.sql().update(MESSAGE)
        .setNull(MESSAGE.DELIVERY_ID)
        .setNull(MESSAGE.COPY_CHAT)
        .setNull(MESSAGE.COPY_ID)
        .where(in(turn.channel())).and(which)
        .returning(MESSAGE.ID)
        .fetch(MESSAGE.ID);
    turn.sql().deleteFrom(MORE_COPY)
        .where(MORE_COPY.WORKSPACE_ID.eq(turn.workspace().value())).and(MORE_COPY.MESSAGE_ID.in(ids))
        .execute();
  }

  static Condition in(Channel channel) {
    return MESSAGE.WORKSPACE_ID.eq(channel.workspace().value()).and(MESSAGE.CHANNEL_ID.eq(channel.id().value()));
  }

  static Condition ofTicket(TicketId ticket, Direction direction) {
    return MESSAGE.TICKET_ID.eq(ticket.value()).and(MESSAGE.DIRECTION.eq(direction.stored()));
  }

  static Condition among(Collection<MessageId> ids) {
    return MESSAGE.ID.in(ids.stream().map(MessageId::value).toList());
  }
}
