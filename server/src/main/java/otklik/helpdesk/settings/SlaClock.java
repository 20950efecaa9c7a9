package otklik.helpdesk.settings;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One of a ticket's clocks. It counts working time while it runs, keeps its count while it stands, and knows when
/// there is something to say of it. Pure.
///
/// @param allowed what it may count to; zero before it ran
/// @param spent   counted before `since`
/// @param since   null while it stands
/// @param dueAt   when the count will be `allowed`; null while it stands
/// @param nextAt  when something is to be said: a reminder, then the breach; null when there is nothing more to say
/// @param told    what was said since it began
/// @param doneAt  when what it waited for happened
public record SlaClock(
    Kind kind, Duration allowed, Duration spent, @Nullable Instant since, @Nullable Instant dueAt,
    @Nullable Instant nextAt, Told told, @Nullable Instant doneAt) {
  /// The words are stored.
  public enum Kind {
    FIRST("first"),
    NEXT("next"),
    RESOLUTION("resolution");

    private final String stored;

    Kind(String stored) {
      this.stored = stored;
    }

    public String stored() {
      return stored;
    }

    public static Kind read(String stored) {
      for (Kind kind : values()) {
        if (kind.stored.equals(stored)) {
          return kind;
        }
      }
      throw new IllegalArgumentException(stored);
    }
  }

  /// The words are stored.
  public enum Told {
    NOTHING,
    REMINDER,
    BREACH
  }

  public static SlaClock fresh(Kind kind) {
    return new SlaClock(kind, Duration.ZERO, Duration.ZERO, null, null, null, Told.NOTHING, null);
  }

  public boolean runs() {
    return since != null;
  }

  public boolean isOverdue(Instant now) {
    return dueAt != null && !dueAt.isAfter(now);
  }

  /// Runs on from where it stood. A clock that runs goes on as it does.
  public SlaClock started(SlaTerms terms, Instant now) {
    if (runs()) {
      return this;
    }
    Duration allows = terms.times().of(kind);
    Duration left = allows.minus(spent);
    Instant due = left.isPositive() ? terms.hours().plus(now, left) : terms.hours().nextOpening(now);
    Duration untilReminder = left.minus(terms.remindBefore());
    Instant next = switch (told) {
      case NOTHING -> untilReminder.isPositive() ? terms.hours().plus(now, untilReminder) : due;
      case REMINDER -> due;
      case BREACH -> null;
    };
    return new SlaClock(kind, allows, spent, now, due, next, told, null);
  }

  public SlaClock stopped(SlaTerms terms, Instant now) {
    return since == null ? this
        : new SlaClock(kind, allowed, spent.plus(terms.hours().between(since, now)), null, null, null, told, null);
  }

  /// What it waited for has happened. Changes nothing in a clock that never ran or is done.
  public SlaClock done(SlaTerms terms, Instant now) {
    return allowed.isZero() || doneAt != null ? this
        : new SlaClock(kind, allowed, stopped(terms, now).spent, null, null, null, told, now);
  }

  /// The same count under other terms: a new promise, of which is told anew.
  public SlaClock repriced(SlaTerms terms, Instant now) {
    if (!runs()) {
      return this;
    }
    SlaClock stopped = stopped(terms, now);
    return new SlaClock(kind, allowed, stopped.spent, null, null, null, Told.NOTHING, null).started(terms, now);
  }

  /// What is to be said of it now is said. Whoever comes late says the breach only.
  public SlaClock told(Instant now) {
    return isOverdue(now)
        ? new SlaClock(kind, allowed, spent, since, dueAt, null, Told.BREACH, doneAt)
        : new SlaClock(kind, allowed, spent, since, dueAt, dueAt, Told.REMINDER, doneAt);
  }
}
