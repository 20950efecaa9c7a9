package otklik.emergency.search;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.emergency.membership.CoordinatorsCall;
import otklik.emergency.people.Helplines;
import otklik.emergency.requests.Asking;
import otklik.emergency.requests.Askings;
import otklik.emergency.requests.Notifications;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Requests;
import otklik.emergency.settings.EmergencySettings;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// Calls coordinators when nobody reacts to a request, once in each search, and when none of them decides about an
/// appeal.
@Component
final class NobodyCame implements TimerHandler {
  private static final String ALARM = "emergency.alarm";

  private final Requests requests;
  private final Askings askings;
  private final Notifications notifications;
  private final Helplines helplines;
  private final Timers timers;
  private final CoordinatorsCall coordinators;

  NobodyCame(Requests requests, Askings askings, Notifications notifications, Helplines helplines, Timers timers,
      CoordinatorsCall coordinators) {
    this.requests = requests;
    this.askings = askings;
    this.notifications = notifications;
    this.helplines = helplines;
    this.timers = timers;
    this.coordinators = coordinators;
  }

  void watch(Turn turn, TicketId ticket) {
    timers.set(turn, ALARM, Long.toString(ticket.value()), "",
        turn.now().plus(EmergencySettings.of(turn.channel()).alarmAfter()));
  }

  void rest(Turn turn, TicketId ticket) {
    timers.cancel(turn, ALARM, Long.toString(ticket.value()));
  }

  /// There is nobody to be asked at all: nobody needs to be waited for.
  void nobodyThere(Turn turn, Ticket ticket) throws Exception {
    rest(turn, ticket.id());
    alert(turn, ticket, "emergency.alarm.nobody-there");
    notifications.toPerson(turn, ticket, "emergency.helping.person.nobody-there",
        "numbers", helplines.in(notifications.person(turn, ticket), requests.of(turn, ticket).country()));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ALARM);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Ticket ticket = requests.ticket(turn, new TicketId(Long.parseLong(timer.subject()))).orElseThrow();
    if (ticket.state().equals(RequestLifecycle.OPEN) && !isSeen(turn, ticket)) {
      alert(turn, ticket, "emergency.alarm.nobody-reacts");
    } else if (ticket.state().equals(RequestLifecycle.APPEALED)) {
      alert(turn, ticket, "emergency.alarm.nobody-decides");
    }
  }

  private boolean isSeen(Turn turn, Ticket ticket) {
    int search = requests.of(turn, ticket).search();
    return askings.of(turn, ticket.id()).stream()
        .anyMatch(each -> each.search() == search && each.state() == Asking.State.SEEN);
  }

  private void alert(Turn turn, Ticket ticket, String key) throws Exception {
    coordinators.to(turn, turn.text(key,
        "number", ticket.shownNumber(), "minutes", EmergencySettings.of(turn.channel()).alarmAfter().toMinutes()));
  }
}
