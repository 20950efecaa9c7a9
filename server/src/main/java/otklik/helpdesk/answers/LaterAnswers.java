package otklik.helpdesk.answers;

import static otklik.storage.schema.Tables.LATER_ANSWER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import otklik.channels.MessageRef;
import otklik.kernel.ChannelId;
import otklik.kernel.Ids;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.storage.Database;
import otklik.storage.Json;
import otklik.tickets.Ticket;
import otklik.timers.Timers;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The rows of answers that wait for their time, each with its timer. There are few at any moment, so which tickets have
/// any is remembered: a person's message costs no look into the table where none waits.
@Component
final class LaterAnswers {
  /// The kind of the timer that rings when an answer is due, about its id.
  static final String DUE = "helpdesk.later";

  private final Database database;
  private final Ids ids;
  private final Timers timers;
  private final Map<ChannelId, Set<Long>> tickets = new ConcurrentHashMap<>();

  LaterAnswers(Database database, Ids ids, Timers timers) {
    this.database = database;
    this.ids = ids;
    this.timers = timers;
  }

  LaterAnswer add(Turn turn, Ticket ticket, PersonId author, LaterAnswer.Words words, Instant dueAt) {
    LaterAnswer answer = new LaterAnswer(ids.next(), ticket.id(), author, words, dueAt);
    turn.sql().insertInto(LATER_ANSWER)
        .set(LATER_ANSWER.ID, answer.id())
        .set(LATER_ANSWER.WORKSPACE_ID, turn.workspace().value())
        .set(LATER_ANSWER.CHANNEL_ID, turn.channel().id().value())
        .set(LATER_ANSWER.TICKET_ID, ticket.id().value())
        .set(LATER_ANSWER.AUTHOR_ID, author.value())
        .set(LATER_ANSWER.SAID, Json.write(words))
        .set(LATER_ANSWER.DUE_AT, dueAt)
        .execute();
    timers.set(turn, DUE, Long.toString(answer.id()), "", dueAt);
    tickets(turn.channel()).add(ticket.id().value()); // before the commit, because others share it
    return answer;
  }

  /// False when it was taken before: sent or taken back.
  boolean change(Turn turn, LaterAnswer answer) {
    boolean changed = turn.sql().update(LATER_ANSWER)
        .set(LATER_ANSWER.SAID, Json.write(answer.words()))
        .set(LATER_ANSWER.DUE_AT, answer.dueAt())
        .where(in(turn.channel())).and(LATER_ANSWER.ID.eq(answer.id()))
        .execute() == 1;
    if (changed) {
      timers.set(turn, DUE, Long.toString(answer.id()), "", answer.dueAt());
    }
    return changed;
  }

  /// The one that this command ordered.
  Optional<LaterAnswer> orderedBy(Turn turn, MessageRef command) {
    return tickets(turn.channel()).isEmpty() ? Optional.empty()
        : turn.sql().selectFrom(LATER_ANSWER).where(in(turn.channel())).fetch(LaterAnswers::answer).stream()
            .filter(answer -> command.equals(answer.words().message())).findFirst();
  }

  /// Those of a ticket, soonest first.
  List<LaterAnswer> of(Turn turn, Ticket ticket) {
    return turn.sql().selectFrom(LATER_ANSWER)
        .where(in(turn.channel())).and(LATER_ANSWER.TICKET_ID.eq(ticket.id().value()))
        .orderBy(LATER_ANSWER.DUE_AT, LATER_ANSWER.ID)
        .fetch(LaterAnswers::answer);
  }

  Optional<LaterAnswer> find(Turn turn, long id) {
    return turn.sql().selectFrom(LATER_ANSWER).where(in(turn.channel())).and(LATER_ANSWER.ID.eq(id))
        .fetchOptional(LaterAnswers::answer);
  }

  /// False when it was taken before: sent or taken back.
  boolean take(Turn turn, LaterAnswer answer) {
    timers.cancel(turn, DUE, Long.toString(answer.id()));
    return turn.sql().deleteFrom(LATER_ANSWER).where(in(turn.channel())).and(LATER_ANSWER.ID.eq(answer.id()))
        .execute() == 1;
  }

  /// The same for those who ask at each message.
  List<LaterAnswer> waiting(Turn turn, Ticket ticket) {
    return tickets(turn.channel()).contains(ticket.id().value()) ? of(turn, ticket) : List.of();
  }

  /// Whoever was forgotten too late only costs a look; so nothing is forgotten before the program ends.
  private Set<Long> tickets(Channel channel) {
    return tickets.computeIfAbsent(channel.id(), id -> {
      Set<Long> known = ConcurrentHashMap.newKeySet();
      known.addAll(database.read(sql -> sql.selectDistinct(LATER_ANSWER.TICKET_ID).from(LATER_ANSWER)
          .where(in(channel)).fetch(LATER_ANSWER.TICKET_ID)));
      return known;
    });
  }

  private static Condition in(Channel channel) {
    return LATER_ANSWER.WORKSPACE_ID.eq(channel.workspace().value())
        .and(LATER_ANSWER.CHANNEL_ID.eq(channel.id().value()));
  }

  private static LaterAnswer answer(Record row) {
    return new LaterAnswer(row.get(LATER_ANSWER.ID), new TicketId(row.get(LATER_ANSWER.TICKET_ID)),
        new PersonId(row.get(LATER_ANSWER.AUTHOR_ID)),
        Json.read(row.get(LATER_ANSWER.SAID), LaterAnswer.Words.class), row.get(LATER_ANSWER.DUE_AT));
  }
}
