package otklik.emergency.requests;

import java.time.Instant;
import org.springframework.stereotype.Component;
import otklik.emergency.settings.EmergencySettings;
import otklik.kernel.TicketId;
import otklik.lifecycle.EffectHandler;
import otklik.lifecycle.Transition;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// How long a request is searched for.
@Component
public final class Lifetime implements EffectHandler<RequestEffect.LifetimeBegun> {
  public static final String END = "emergency.expiry";
  public static final String WARNING = "emergency.warning";

  private final Requests requests;
  private final Timers timers;

  Lifetime(Requests requests, Timers timers) {
    this.requests = requests;
    this.timers = timers;
  }

  public Instant fromNow(Turn turn) {
    return turn.now().plus(EmergencySettings.of(turn.channel()).lifetime());
  }

  /// From now on the request has its whole time before it.
  public void begin(Turn turn, TicketId ticket) {
    Instant end = fromNow(turn);
    requests.lastsUntil(turn, ticket, end);
    String subject = Long.toString(ticket.value());
    timers.set(turn, END, subject, "", end);
    timers.set(turn, WARNING, subject, "", end.minus(EmergencySettings.of(turn.channel()).warnBefore()));
  }

  @Override
  public void apply(Transition transition, RequestEffect.LifetimeBegun effect) {
    begin(transition.turn(), transition.before().id());
  }
}
