package otklik.emergency.requests;

import static otklik.storage.schema.Tables.EMERGENCY_MESSAGE;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Who reads what of a request's messages, where that isn't everybody: answers to coordinators are theirs alone, and what
/// was said to somebody who has the request no more is for whoever takes it next. So is a correction that would lead
/// anybody to the person: everybody else goes on reading what the message said before.
@Component
public final class Visibility {
  private final Relay relay;

  /// The names are stored.
  public enum Audience {
    EVERYBODY,
    TAKER,
    COORDINATORS
  }

  /// @param forTaker whether only whoever takes the request may see it, whatever it is
  public record Written(Content content, boolean forTaker) {}

  Visibility(Relay relay) {
    this.relay = relay;
  }

  /// What somebody said goes to their request's room, and is for coordinators alone.
  public void passToCoordinators(Turn turn, Ticket ticket, Incoming.Said said, Content shown) throws Exception {
    only(turn, ticket.id(), relay.pass(turn, ticket, Direction.IN, said, shown), Audience.COORDINATORS);
  }

  public void only(Turn turn, TicketId ticket, MessageId message, Audience audience) {
    turn.sql().insertInto(EMERGENCY_MESSAGE)
        .set(EMERGENCY_MESSAGE.MESSAGE_ID, message.value())
        .set(EMERGENCY_MESSAGE.WORKSPACE_ID, turn.workspace().value())
        .set(EMERGENCY_MESSAGE.TICKET_ID, ticket.value())
        .set(EMERGENCY_MESSAGE.AUDIENCE, stored(audience))
        .execute();
  }

  public Audience of(Turn turn, MessageId message) {
    return turn.sql().select(EMERGENCY_MESSAGE.AUDIENCE).from(EMERGENCY_MESSAGE).where(about(turn.channel(), message))
        .fetchOptional(row -> read(row.value1())).orElse(Audience.EVERYBODY);
  }

  /// Everybody may see it, as it reads now.
  public void open(Turn turn, MessageId message) {
    turn.sql().deleteFrom(EMERGENCY_MESSAGE).where(about(turn.channel(), message)).execute();
  }

  /// All that the person wrote for a request, but for what is for coordinators alone.
  public List<Written> written(Turn turn, Ticket ticket) throws SQLException {
    Map<MessageId, Audience> special = special(turn, ticket.id());
    return relay.written(turn, ticket).entrySet().stream()
        .filter(each -> special.get(each.getKey()) != Audience.COORDINATORS)
        .map(each -> new Written(each.getValue(), special.get(each.getKey()) == Audience.TAKER))
        .toList();
  }

  /// Contacts and words that only whoever takes the request sees. Words by which nobody finds the person wait for an
  /// appeal, where there may be one.
  public List<MessageId> leadingToPerson(Turn turn, Ticket ticket, Request request) throws SQLException {
    boolean mayBeAppealed = request.ending() == Request.Ending.NOT_URGENT && !request.appealed();
    Map<MessageId, Audience> special = special(turn, ticket.id());
    return relay.written(turn, ticket).entrySet().stream()
        .filter(each -> special.get(each.getKey()) != Audience.COORDINATORS)
        .filter(each -> Story.isContact(each.getValue()) || each.getValue() instanceof Content.Text
            && (special.get(each.getKey()) == Audience.TAKER && !mayBeAppealed || PrivateWords.isHeldBack(each.getValue(), request)))
        .map(Map.Entry::getKey).toList();
  }

  /// Answers to coordinators.
  public Set<MessageId> forCoordinators(Turn turn, TicketId ticket) {
    return turn.sql().select(EMERGENCY_MESSAGE.MESSAGE_ID).from(EMERGENCY_MESSAGE)
        .where(about(turn.channel(), ticket)).and(EMERGENCY_MESSAGE.AUDIENCE.eq(stored(Audience.COORDINATORS)))
        .fetchSet(row -> new MessageId(row.value1()));
  }

  private static Map<MessageId, Audience> special(Turn turn, TicketId ticket) {
    return turn.sql().select(EMERGENCY_MESSAGE.MESSAGE_ID, EMERGENCY_MESSAGE.AUDIENCE)
        .from(EMERGENCY_MESSAGE).where(about(turn.channel(), ticket)).stream()
        .collect(Collectors.toMap(row -> new MessageId(row.value1()), row -> read(row.value2())));
  }

  /// From now on whoever takes the request reads the message so.
  public void correct(Turn turn, TicketId ticket, MessageId message, String words) {
    turn.sql().insertInto(EMERGENCY_MESSAGE)
        .set(EMERGENCY_MESSAGE.MESSAGE_ID, message.value())
        .set(EMERGENCY_MESSAGE.WORKSPACE_ID, turn.workspace().value())
        .set(EMERGENCY_MESSAGE.TICKET_ID, ticket.value())
        .set(EMERGENCY_MESSAGE.AUDIENCE, stored(Audience.EVERYBODY))
        .set(EMERGENCY_MESSAGE.CORRECTION, words)
        .onConflict(EMERGENCY_MESSAGE.MESSAGE_ID)
        .doUpdate()
        .set(EMERGENCY_MESSAGE.CORRECTION, words)
        .execute();
  }

  public Optional<String> correction(Turn turn, MessageId message) {
    return turn.sql().select(EMERGENCY_MESSAGE.CORRECTION).from(EMERGENCY_MESSAGE).where(about(turn.channel(), message))
        .fetchOptional(EMERGENCY_MESSAGE.CORRECTION);
  }

  /// Oldest first.
  public List<String> corrections(Turn turn, TicketId ticket) {
    return turn.sql().select(EMERGENCY_MESSAGE.CORRECTION).from(EMERGENCY_MESSAGE)
        .where(about(turn.channel(), ticket)).and(EMERGENCY_MESSAGE.CORRECTION.isNotNull())
        .orderBy(EMERGENCY_MESSAGE.MESSAGE_ID)
        .fetch(EMERGENCY_MESSAGE.CORRECTION);
  }

  /// Nobody takes the request any more.
  public void forgetCorrections(Turn turn, TicketId ticket) {
    turn.sql().update(EMERGENCY_MESSAGE).setNull(EMERGENCY_MESSAGE.CORRECTION).where(about(turn.channel(), ticket))
        .execute();
  }

  private static String stored(Audience audience) {
    return audience.name().toLowerCase(Locale.ROOT);
  }

  private static Audience read(String stored) {
    return Audience.valueOf(stored.toUpperCase(Locale.ROOT));
  }

  private static Condition about(Channel channel, MessageId message) {
    return EMERGENCY_MESSAGE.WORKSPACE_ID.eq(channel.workspace().value())
        .and(EMERGENCY_MESSAGE.MESSAGE_ID.eq(message.value()));
  }

  private static Condition about(Channel channel, TicketId ticket) {
    return EMERGENCY_MESSAGE.WORKSPACE_ID.eq(channel.workspace().value())
        .and(EMERGENCY_MESSAGE.TICKET_ID.eq(ticket.value()));
  }
}
