package otklik.emergency;

import static otklik.storage.schema.Tables.EMERGENCY_MESSAGE;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.relay.Relay;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// Who reads what of a request's messages, where that isn't everybody: answers to coordinators are theirs alone, and a
/// correction that would lead anybody to the person is for whoever takes the request. Everybody else goes on reading what
/// the message said before.
@Component
final class Visibility {
  private final Relay relay;

  Visibility(Relay relay) {
    this.relay = relay;
  }

  void forCoordinators(Tx tx, Channel channel, TicketId ticket, MessageId message) {
    tx.sql().insertInto(EMERGENCY_MESSAGE)
        .set(EMERGENCY_MESSAGE.MESSAGE_ID, message.value())
        .set(EMERGENCY_MESSAGE.WORKSPACE_ID, channel.workspace().value())
        .set(EMERGENCY_MESSAGE.TICKET_ID, ticket.value())
        .set(EMERGENCY_MESSAGE.IS_FOR_COORDINATORS, true)
        .execute();
  }

  boolean isForCoordinators(Tx tx, Channel channel, MessageId message) {
    return tx.sql().fetchExists(EMERGENCY_MESSAGE,
        of(channel, message).and(EMERGENCY_MESSAGE.IS_FOR_COORDINATORS.isTrue()));
  }

  /// All that the person wrote for a request, but for what is for coordinators alone.
  List<Content> written(Tx tx, Channel channel, Ticket ticket) throws SQLException {
    Set<MessageId> theirs = tx.sql().select(EMERGENCY_MESSAGE.MESSAGE_ID).from(EMERGENCY_MESSAGE)
        .where(of(channel, ticket.id())).and(EMERGENCY_MESSAGE.IS_FOR_COORDINATORS.isTrue())
        .fetchSet(row -> new MessageId(row.value1()));
    return relay.written(tx, channel, ticket, theirs);
  }

  /// From now on whoever takes the request reads the message so.
  void correct(Tx tx, Channel channel, TicketId ticket, MessageId message, String words) {
    tx.sql().insertInto(EMERGENCY_MESSAGE)
        .set(EMERGENCY_MESSAGE.MESSAGE_ID, message.value())
        .set(EMERGENCY_MESSAGE.WORKSPACE_ID, channel.workspace().value())
        .set(EMERGENCY_MESSAGE.TICKET_ID, ticket.value())
        .set(EMERGENCY_MESSAGE.IS_FOR_COORDINATORS, false)
        .set(EMERGENCY_MESSAGE.CORRECTION, words)
        .onConflict(EMERGENCY_MESSAGE.MESSAGE_ID)
        .doUpdate()
        .set(EMERGENCY_MESSAGE.CORRECTION, words)
        .execute();
  }

  Optional<String> correction(Tx tx, Channel channel, MessageId message) {
    return tx.sql().select(EMERGENCY_MESSAGE.CORRECTION).from(EMERGENCY_MESSAGE).where(of(channel, message))
        .fetchOptional(EMERGENCY_MESSAGE.CORRECTION);
  }

  /// Oldest first.
  List<String> corrections(Tx tx, Channel channel, TicketId ticket) {
    return tx.sql().select(EMERGENCY_MESSAGE.CORRECTION).from(EMERGENCY_MESSAGE)
        .where(of(channel, ticket)).and(EMERGENCY_MESSAGE.CORRECTION.isNotNull())
        .orderBy(EMERGENCY_MESSAGE.MESSAGE_ID)
        .fetch(EMERGENCY_MESSAGE.CORRECTION);
  }

  /// Everybody reads the same of it again.
  void forgetCorrection(Tx tx, Channel channel, MessageId message) {
    tx.sql().update(EMERGENCY_MESSAGE).setNull(EMERGENCY_MESSAGE.CORRECTION).where(of(channel, message)).execute();
  }

  /// Nobody takes the request any more.
  void forgetCorrections(Tx tx, Channel channel, TicketId ticket) {
    tx.sql().update(EMERGENCY_MESSAGE).setNull(EMERGENCY_MESSAGE.CORRECTION).where(of(channel, ticket)).execute();
  }

  void erase(Tx tx, Channel channel, TicketId ticket) {
    tx.sql().deleteFrom(EMERGENCY_MESSAGE).where(of(channel, ticket)).execute();
  }

  private static Condition of(Channel channel, MessageId message) {
    return EMERGENCY_MESSAGE.WORKSPACE_ID.eq(channel.workspace().value())
        .and(EMERGENCY_MESSAGE.MESSAGE_ID.eq(message.value()));
  }

  private static Condition of(Channel channel, TicketId ticket) {
    return EMERGENCY_MESSAGE.WORKSPACE_ID.eq(channel.workspace().value())
        .and(EMERGENCY_MESSAGE.TICKET_ID.eq(ticket.value()));
  }
}
