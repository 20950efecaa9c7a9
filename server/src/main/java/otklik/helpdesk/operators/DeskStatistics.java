package otklik.helpdesk.operators;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static otklik.storage.schema.Tables.CSAT;
import static otklik.storage.schema.Tables.MESSAGE;
import static otklik.storage.schema.Tables.SLA_CLOCK;
import static otklik.storage.schema.Tables.TICKET;
import static otklik.storage.schema.Tables.TIMELINE;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.helpdesk.settings.SlaClock;
import otklik.helpdesk.tickets.TicketLifecycle;
import otklik.turns.ReadTurn;
import otklik.workspaces.Channel;

/// Counts what happened at a desk. Every query finds its stretch of time through an index.
@Component
final class DeskStatistics {
  /// How many in each of several stretches of time that end now.
  record Counts(List<Integer> each) {
    Counts plus(Counts other) {
      return new Counts(IntStream.range(0, each.size()).map(i -> each.get(i) + other.each.get(i))
          .boxed().toList());
    }
  }

  /// @param actor the operator's person; null where nobody in particular did it
  record Move(String event, @Nullable Long actor, Counts counts) {}

  /// @param spent working time until it was given
  record FirstAnswer(Instant at, Duration spent, boolean inTime) {}

  record Now(int fresh, int taken, int overdue) {}

  /// @param since beginnings of the stretches, the longest last
  Counts opened(ReadTurn turn, List<Instant> since) {
    return turn.sql().select(counts(TICKET.CREATED_AT, since)).from(TICKET)
        .where(of(turn.channel(), TICKET.WORKSPACE_ID, TICKET.CHANNEL_ID))
        .and(TICKET.CREATED_AT.ge(since.getLast()))
        .fetchSingle(row -> read(row.intoList(), 0));
  }

  /// Closings and reopenings.
  List<Move> moves(ReadTurn turn, List<Instant> since) {
    return turn.sql().select(TIMELINE.EVENT, TIMELINE.ACTOR_ID).select(counts(TIMELINE.CREATED_AT, since))
        .from(TIMELINE)
        .join(TICKET).on(TICKET.WORKSPACE_ID.eq(TIMELINE.WORKSPACE_ID)).and(TICKET.ID.eq(TIMELINE.TICKET_ID))
        .where(of(turn.channel(), TIMELINE.WORKSPACE_ID, TICKET.CHANNEL_ID))
        .and(TIMELINE.EVENT.in(inline("closed"), inline("reopened")))
        .and(TIMELINE.CREATED_AT.ge(since.getLast()))
        .groupBy(TIMELINE.EVENT, TIMELINE.ACTOR_ID)
        .fetch(row -> new Move(row.get(TIMELINE.EVENT), row.get(TIMELINE.ACTOR_ID), read(row.intoList(), 2)));
  }

  /// By the mark.
  Map<String, Counts> marks(ReadTurn turn, List<Instant> since) {
    Map<String, Counts> marks = new HashMap<>();
    turn.sql().select(CSAT.SCORE).select(counts(CSAT.CREATED_AT, since)).from(CSAT)
        .join(TICKET).on(TICKET.WORKSPACE_ID.eq(CSAT.WORKSPACE_ID)).and(TICKET.ID.eq(CSAT.TICKET_ID))
        .where(of(turn.channel(), CSAT.WORKSPACE_ID, TICKET.CHANNEL_ID))
        .and(CSAT.CREATED_AT.ge(since.getLast()))
        .groupBy(CSAT.SCORE)
        .forEach(row -> marks.put(row.get(CSAT.SCORE), read(row.intoList(), 1)));
    return marks;
  }

  /// The quickest first.
  List<FirstAnswer> firstAnswers(ReadTurn turn, Instant since) {
    return turn.sql().select(SLA_CLOCK.DONE_AT, SLA_CLOCK.SPENT, SLA_CLOCK.ALLOWED).from(SLA_CLOCK)
        .where(of(turn.channel(), SLA_CLOCK.WORKSPACE_ID, SLA_CLOCK.CHANNEL_ID))
        .and(SLA_CLOCK.KIND.eq(inline(SlaClock.Kind.FIRST.stored())))
        .and(SLA_CLOCK.DONE_AT.isNotNull())
        .and(SLA_CLOCK.DONE_AT.ge(since))
        .orderBy(SLA_CLOCK.SPENT)
        .fetch(row -> new FirstAnswer(row.value1(), Duration.of(row.value2(), ChronoUnit.MICROS),
            row.value2() <= row.value3()));
  }

  /// How many tickets each operator answered, by their accounts.
  Map<String, Integer> answered(ReadTurn turn, Instant since) {
    return turn.sql().select(MESSAGE.AUTHOR, countDistinct(MESSAGE.TICKET_ID)).from(MESSAGE)
        .where(of(turn.channel(), MESSAGE.WORKSPACE_ID, MESSAGE.CHANNEL_ID))
        .and(MESSAGE.DIRECTION.eq(inline("out")))
        .and(MESSAGE.CREATED_AT.ge(since))
        .groupBy(MESSAGE.AUTHOR)
        .fetchMap(MESSAGE.AUTHOR, countDistinct(MESSAGE.TICKET_ID));
  }

  Now now(ReadTurn turn, Instant now) {
    Map<String, Integer> open = turn.sql().select(TICKET.STATE, count()).from(TICKET)
        .where(of(turn.channel(), TICKET.WORKSPACE_ID, TICKET.CHANNEL_ID))
        .and(TICKET.STATE.ne(inline("closed")))
        .groupBy(TICKET.STATE)
        .fetchMap(TICKET.STATE, count());
    Integer overdue = turn.sql().select(countDistinct(SLA_CLOCK.TICKET_ID)).from(SLA_CLOCK)
        .where(of(turn.channel(), SLA_CLOCK.WORKSPACE_ID, SLA_CLOCK.CHANNEL_ID))
        .and(SLA_CLOCK.DUE_AT.isNotNull())
        .and(SLA_CLOCK.DUE_AT.le(now))
        .fetchSingle(countDistinct(SLA_CLOCK.TICKET_ID));
    int fresh = open.getOrDefault(TicketLifecycle.NEW, 0);
    return new Now(fresh, open.values().stream().mapToInt(Integer::intValue).sum() - fresh, overdue);
  }

  private static Condition of(Channel channel, TableField<?, Long> workspace, TableField<?, Long> channelId) {
    return workspace.eq(channel.workspace().value()).and(channelId.eq(channel.id().value()));
  }

  private static List<Field<Integer>> counts(TableField<?, Instant> at, List<Instant> since) {
    return since.stream().<Field<Integer>>map(beginning -> count().filterWhere(at.ge(beginning))).toList();
  }

  private static Counts read(List<Object> row, int from) {
    return new Counts(row.subList(from, row.size()).stream().map(number -> ((Number) number).intValue()).toList());
  }
}
