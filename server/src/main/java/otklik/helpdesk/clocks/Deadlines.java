package otklik.helpdesk.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.helpdesk.settings.SlaClock;
import otklik.kernel.TicketId;
import otklik.people.Actor;
import otklik.rooms.Rooms;
import otklik.tickets.Timeline;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// Watches the clocks of a desk with one timer, so that whatever is due at one moment is told together. Of each run of
/// a clock a reminder is told once and a breach once; after a downtime the breach only.
@Component
final class Deadlines implements TimerHandler {
  private static final String KIND = "helpdesk.sla";
  private static final String SUBJECT = "desk";
  /// After a start the answers and closings of the time before are heard first.
  private static final Duration CATCHING_UP = Duration.ofSeconds(20);

  private final ClockRows rows;
  private final Announcements announcements;
  private final Rooms rooms;
  private final Timeline timeline;
  private final Timers timers;
  private final Instant startedAt;

  Deadlines(ClockRows rows, Announcements announcements, Rooms rooms, Timeline timeline, Timers timers,
      InstantSource clock) {
    this.rows = rows;
    this.announcements = announcements;
    this.rooms = rooms;
    this.timeline = timeline;
    this.timers = timers;
    this.startedAt = clock.instant();
  }

  /// A clock was started: the timer rings at the earliest moment of all.
  void watch(Turn turn) {
    Optional<Instant> earliest = rows.earliest(turn);
    earliest.ifPresent(next -> timers.set(turn, KIND, SUBJECT, "", next));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Instant now = turn.now();
    Instant caughtUp = startedAt.plus(CATCHING_UP);
    if (timer.dueAt().isBefore(startedAt) && now.isBefore(caughtUp)) {
      timers.set(turn, KIND, SUBJECT, "", caughtUp);
      return;
    }
    List<ClockRows.Owned> told = new ArrayList<>();
    Set<TicketId> breached = new LinkedHashSet<>();
    for (ClockRows.Owned due : rows.due(turn, now)) {
      SlaClock saying = due.clock().told(now);
      rows.save(turn, due.ticket(), saying);
      told.add(new ClockRows.Owned(due.ticket(), saying));
      if (saying.told() == SlaClock.Told.BREACH) {
        timeline.note(turn, due.ticket(), "overdue", Actor.CLOCK, saying.kind().stored());
        breached.add(due.ticket());
      }
    }
    announcements.tell(turn, told);
    for (TicketId ticket : breached) {
      rooms.refresh(turn, ticket);
    }
    watch(turn);
  }
}
