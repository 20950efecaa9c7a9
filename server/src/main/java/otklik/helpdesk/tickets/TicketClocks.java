package otklik.helpdesk.tickets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.helpdesk.settings.SlaClock;
import otklik.helpdesk.settings.SlaTerms;

/// The three clocks of a ticket, and how they go when something happens to it. Pure.
///
/// @param first      from opening to an operator's first answer
/// @param next       from a person's first unanswered words to the next answer; stands before the first one
/// @param resolution from opening to closing; stands while the desk waits for the person
public record TicketClocks(SlaClock first, SlaClock next, SlaClock resolution) {
  public static final TicketClocks NONE = new TicketClocks(
      SlaClock.fresh(SlaClock.Kind.FIRST), SlaClock.fresh(SlaClock.Kind.NEXT),
      SlaClock.fresh(SlaClock.Kind.RESOLUTION));

  public List<SlaClock> all() {
    return List.of(first, next, resolution);
  }

  /// The clock that counts until an operator answers; null while nobody waits for an answer.
  public @Nullable SlaClock untilAnswer() {
    return first.runs() ? first : next.runs() ? next : null;
  }

  /// Nothing changes when the person writes once more.
  public boolean isAnswerAwaited() {
    return untilAnswer() != null && resolution.runs();
  }

  public TicketClocks opened(SlaTerms terms, Instant now) {
    return new TicketClocks(first.started(terms, now), next, resolution.started(terms, now));
  }

  /// @param answered whether an operator has ever answered
  public TicketClocks personWrote(SlaTerms terms, boolean answered, Instant now) {
    SlaClock goesOn = resolution.started(terms, now);
    return answered
        ? new TicketClocks(first, next.runs() ? next : afresh(next, terms, now), goesOn)
        : new TicketClocks(first.started(terms, now), next, goesOn);
  }

  public TicketClocks operatorAnswered(SlaTerms terms, Instant now) {
    return new TicketClocks(first.done(terms, now), next.done(terms, now), resolution.stopped(terms, now));
  }

  /// The person was asked something; that is no answer yet, so the first one is still to come.
  public TicketClocks waitsForClient(SlaTerms terms, Instant now) {
    return new TicketClocks(first.stopped(terms, now), next.stopped(terms, now), resolution.stopped(terms, now));
  }

  public TicketClocks closed(SlaTerms terms, Instant now) {
    return new TicketClocks(first.stopped(terms, now), next.stopped(terms, now), resolution.done(terms, now));
  }

  /// As if it were opened now, but a first answer is given once.
  ///
  /// @param answered whether an operator has ever answered
  public TicketClocks reopened(SlaTerms terms, boolean answered, Instant now) {
    return new TicketClocks(
        answered ? first : afresh(first, terms, now),
        answered ? afresh(next, terms, now) : next,
        afresh(resolution, terms, now));
  }

  public TicketClocks priorityChanged(SlaTerms terms, Instant now) {
    return new TicketClocks(first.repriced(terms, now), next.repriced(terms, now), resolution.repriced(terms, now));
  }

  private static SlaClock afresh(SlaClock clock, SlaTerms terms, Instant now) {
    return SlaClock.fresh(clock.kind()).started(terms, now);
  }
}
