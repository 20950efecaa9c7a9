package otklik.relay;

import static otklik.relay.MessageRows.among;
import static otklik.relay.MessageRows.fetch;
import static otklik.relay.MessageRows.in;
import static otklik.relay.MessageRows.letWait;
import static otklik.relay.MessageRows.ofTicket;
import static otklik.storage.schema.Tables.MESSAGE;
import static otklik.storage.schema.Tables.MORE_COPY;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.storage.Json;
import otklik.turns.Turn;

/// What of a conversation waits for its ticket's next room, and what is still on its way to the one it has.
@Component
final class WaitingMessages {
  /// Formatting without which words mean something else (Bot API 10.1, MessageEntity).
  private static final Set<String> MEANING =
      Set.of("text_link", "text_mention", "spoiler", "blockquote", "expandable_blockquote", "strikethrough");

  /// The person's messages that nobody has carried over yet, and answers that are to be told again.
  List<Message> waiting(Turn turn, TicketId ticket) throws SQLException {
    return fetch(turn, MESSAGE.TICKET_ID.eq(ticket.value())
        .and(MESSAGE.BYLINE.isNotNull().or(MESSAGE.DIRECTION.eq(Direction.IN.stored())
            .and(MESSAGE.DELIVERY_ID.isNull())
            .and(MESSAGE.FAILURE.isNull()))));
  }

  /// What was in a lost room from before the ticket is shown again in the next one, and what was owed to it and never
  /// arrived there, or not all of it, waits: all of it, so that order is kept.
  void allWaitAgain(Turn turn, TicketId ticket) throws SQLException {
    turn.flush();
    letWait(turn, ofTicket(ticket, Direction.IN).and(MESSAGE.ID.lt(ticket.value())
        .or(MESSAGE.COPY_ID.isNull().and(MESSAGE.FAILURE.isNull()))
        .or(DSL.exists(DSL.selectOne().from(MORE_COPY)
            .where(MORE_COPY.WORKSPACE_ID.eq(turn.workspace().value()))
            .and(MORE_COPY.MESSAGE_ID.eq(MESSAGE.ID))
            .and(MORE_COPY.EXTERNAL_ID.isNull())
            .and(MORE_COPY.FAILURE.isNull())))));
  }

  /// The person's newest files that had arrived in a lost room wait for the next one: in words nobody can tell them.
  void filesWaitAgain(Turn turn, TicketId ticket, int most) throws SQLException {
    turn.flush();
    List<Long> files = turn.sql().select(MESSAGE.ID).from(MESSAGE)
        .where(in(turn.channel()))
        .and(MESSAGE.TICKET_ID.eq(ticket.value()))
        .and(MESSAGE.DIRECTION.eq(Direction.IN.stored()))
        .and(MESSAGE.FILE_ID.isNotNull())
        .and(MESSAGE.FAILURE.isNull())
        .orderBy(MESSAGE.ID.desc())
        .limit(most)
        .fetch(MESSAGE.ID);
    turn.sql().update(MESSAGE)
        .setNull(MESSAGE.DELIVERY_ID)
        .setNull(MESSAGE.COPY_CHAT)
        .setNull(MESSAGE.COPY_ID)
        .where(in(turn.channel()))
        .and(MESSAGE.ID.in(files))
        .execute();
  }

  /// All of the person's messages wait for the ticket's next room.
  void waitFromTheStart(Turn turn, TicketId ticket) throws SQLException {
    letWait(turn, ofTicket(ticket, Direction.IN).and(MESSAGE.FAILURE.isNull()));
  }

  /// The person's messages of which no copy stands yet, or not all of it: the deliveries that would make them.
  Set<DeliveryId> underWay(Turn turn, TicketId ticket) throws SQLException {
    turn.flush();
    return turn.sql().select(MESSAGE.DELIVERY_ID).from(MESSAGE)
        .where(in(turn.channel())).and(ofTicket(ticket, Direction.IN))
        .and(MESSAGE.DELIVERY_ID.isNotNull())
        .and(MESSAGE.COPY_ID.isNull())
        .union(DSL.select(MORE_COPY.DELIVERY_ID).from(MORE_COPY)
            .join(MESSAGE).on(MESSAGE.WORKSPACE_ID.eq(MORE_COPY.WORKSPACE_ID)).and(MESSAGE.ID.eq(MORE_COPY.MESSAGE_ID))
            .where(in(turn.channel())).and(ofTicket(ticket, Direction.IN))
            .and(MORE_COPY.EXTERNAL_ID.isNull()))
        .fetchSet(row -> new DeliveryId(row.value1()));
  }

  /// The card says what these messages say, so they need no copy of their own: those in words, from before the ticket.
  /// What a card can't show follows it.
  void coveredBy(Turn turn, TicketId ticket, DeliveryId card) throws SQLException {
    List<MessageId> plain = fetch(turn, ofTicket(ticket, Direction.IN).and(MESSAGE.TYPE.eq("text"))
        .and(MESSAGE.ID.lt(ticket.value()))).stream().filter(WaitingMessages::isPlain).map(Message::id).toList();
    turn.sql().update(MESSAGE)
        .set(MESSAGE.DELIVERY_ID, card.value())
        .where(in(turn.channel())).and(among(plain))
        .execute();
  }

  /// Whether a card, which has no formatting, says all that the words mean.
  private static boolean isPlain(Message message) {
    return message.quote() == null && message.told().stream().allMatch(content -> content instanceof Content.Text text
        && text.spans().stream().noneMatch(span -> MEANING.contains(span.type())));
  }

  /// The accounts of those who answered in a ticket, or noted something.
  Set<String> answerers(Turn turn, TicketId ticket) throws SQLException {
    turn.flush();
    return turn.sql().selectDistinct(MESSAGE.AUTHOR).from(MESSAGE)
        .where(in(turn.channel()))
        .and(MESSAGE.TICKET_ID.eq(ticket.value()))
        .and(MESSAGE.DIRECTION.ne(Direction.IN.stored()))
        .fetchSet(MESSAGE.AUTHOR);
  }

  /// What this account wrote to the person will be told again in the ticket's next room, under this name.
  void tellAgain(Turn turn, TicketId ticket, String author, String name) throws SQLException {
    turn.flush();
    turn.sql().update(MESSAGE)
        .set(MESSAGE.BYLINE, name)
        .where(in(turn.channel()))
        .and(MESSAGE.TICKET_ID.eq(ticket.value()))
        .and(MESSAGE.AUTHOR.eq(author))
        .and(MESSAGE.DIRECTION.ne(Direction.IN.stored()))
        .and(MESSAGE.TYPE.ne("unsupported"))
        .and(MESSAGE.TAKEN_BACK_AT.isNull())
        .execute();
  }

  /// What was said in a ticket and needs no carrying over any more: the newest, oldest first.
  List<SaidMessage> told(Turn turn, TicketId ticket, int most) throws SQLException {
    turn.flush();
    return turn.sql().select(MESSAGE.DIRECTION, MESSAGE.CONTENT, MESSAGE.HEAD).from(MESSAGE)
        .where(in(turn.channel()))
        .and(MESSAGE.TICKET_ID.eq(ticket.value()))
        .and(MESSAGE.ID.gt(ticket.value()))
        .and(MESSAGE.DIRECTION.ne(Direction.IN.stored()).or(MESSAGE.DELIVERY_ID.isNotNull()))
        .and(MESSAGE.BYLINE.isNull())
        .orderBy(MESSAGE.ID.desc())
        .limit(most)
        .fetch(row -> new SaidMessage(Direction.read(row.value1()), Json.read(row.value2(), Content.class),
            row.value3() == null ? null : Json.read(row.value3(), Content.Text.class)))
        .reversed();
  }
}
