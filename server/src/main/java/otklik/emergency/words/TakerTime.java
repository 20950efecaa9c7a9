package otklik.emergency.words;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.emergency.requests.EmergencyStep;
import otklik.emergency.requests.Notifications;
import otklik.emergency.requests.PendingClosings;
import otklik.emergency.requests.RequestEffect;
import otklik.emergency.settings.EmergencySettings;
import otklik.forms.Forms;
import otklik.kernel.TicketId;
import otklik.lifecycle.EffectHandler;
import otklik.lifecycle.Transition;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// How long a volunteer who has a request may say nothing. Whoever moves the request, or hears from the volunteer, tells
/// it here.
@Component
public final class TakerTime implements EffectHandler<RequestEffect.Taker> {
  /// They are asked whether all is well.
  public static final String CHECK_IN = "emergency.check-in";
  /// They were asked and said nothing.
  public static final String SILENCE = "emergency.silence";
  /// What they were told of the place is to be told anew.
  public static final String RENEWAL = "emergency.place-renewal";
  /// So long before it can't be deleted any more.
  private static final Duration IN_GOOD_TIME = Duration.ofHours(1);

  private final PendingClosings pendingClosings;
  private final Timers timers;
  private final Forms forms;
  private final Notifications notifications;

  TakerTime(PendingClosings pendingClosings, Timers timers, Forms forms, Notifications notifications) {
    this.pendingClosings = pendingClosings;
    this.timers = timers;
    this.forms = forms;
    this.notifications = notifications;
  }

  @Override
  public void apply(Transition transition, RequestEffect.Taker effect) throws Exception {
    Turn turn = transition.turn();
    TicketId ticket = transition.before().id();
    switch (effect) {
      case RequestEffect.CheckInPlanned _ -> heard(turn, ticket);
      case RequestEffect.TakerLeft _ -> end(turn, ticket);
      case RequestEffect.RemarkNotAwaited(var volunteer) -> forms.endAt(
          notifications.visitor(turn, volunteer), new EmergencyStep.Returning(ticket.value()));
    }
  }

  /// They have just taken it, or said something.
  public void heard(Turn turn, TicketId ticket) {
    timers.cancel(turn, SILENCE, subject(ticket));
    set(turn, CHECK_IN, ticket, EmergencySettings.of(turn.channel()).checkIns().every());
  }

  public void asked(Turn turn, TicketId ticket) {
    set(turn, SILENCE, ticket, EmergencySettings.of(turn.channel()).checkIns().patience());
  }

  /// They were told where the person is.
  public void placeTold(Turn turn, TicketId ticket) {
    Duration deletable = turn.channel().messenger().deletable();
    if (deletable.compareTo(IN_GOOD_TIME) > 0) {
      set(turn, RENEWAL, ticket, deletable.minus(IN_GOOD_TIME));
    }
  }

  /// They don't have it any more.
  private void end(Turn turn, TicketId ticket) throws SQLException {
    pendingClosings.settle(turn, ticket);
    for (String kind : List.of(CHECK_IN, SILENCE, RENEWAL)) {
      timers.cancel(turn, kind, subject(ticket));
    }
  }

  private void set(Turn turn, String kind, TicketId ticket, Duration after) {
    timers.set(turn, kind, subject(ticket), "", turn.now().plus(after));
  }

  private static String subject(TicketId ticket) {
    return Long.toString(ticket.value());
  }
}
