package otklik.emergency;

import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

/// Calls coordinators when nobody reacts to a request, once in each search, and when none of them decides about an
/// appeal.
@Component
final class NobodyCame implements Alarm {
  private static final String ALARM = "emergency.alarm";

  private final Tickets tickets;
  private final Requests requests;
  private final Askings askings;
  private final Cards cards;
  private final Letters letters;
  private final Helplines helplines;
  private final Timers timers;
  private final InstantSource clock;

  NobodyCame(Tickets tickets, Requests requests, Askings askings, Cards cards, Letters letters, Helplines helplines,
      Timers timers, InstantSource clock) {
    this.tickets = tickets;
    this.requests = requests;
    this.askings = askings;
    this.cards = cards;
    this.letters = letters;
    this.helplines = helplines;
    this.timers = timers;
    this.clock = clock;
  }

  void watch(Tx tx, Channel channel, TicketId ticket) {
    timers.set(tx, channel, ALARM, Long.toString(ticket.value()), "",
        clock.instant().plus(Emergency.settings(channel).alarmAfter()));
  }

  void rest(Tx tx, Channel channel, TicketId ticket) {
    timers.cancel(tx, channel, ALARM, Long.toString(ticket.value()));
  }

  /// There is nobody to be asked at all: nobody needs to be waited for.
  void nobodyThere(Tx tx, Channel channel, Ticket ticket) throws Exception {
    rest(tx, channel, ticket.id());
    alert(tx, channel, ticket, "emergency.alarm.nobody-there");
    letters.toPerson(tx, channel, ticket, "emergency.helping.person.nobody-there",
        "numbers", helplines.in(letters.person(tx, channel, ticket), requests.of(tx, channel, ticket).country()));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ALARM);
  }

  @Override
  public void ring(Tx tx, Timer timer) throws Exception {
    Channel channel = timer.channel();
    Ticket ticket = tickets.find(tx, channel, new TicketId(Long.parseLong(timer.subject()))).orElseThrow();
    if (ticket.state().equals(Lifecycle.OPEN) && !isSeen(tx, channel, ticket)) {
      alert(tx, channel, ticket, "emergency.alarm.nobody-reacts");
    } else if (ticket.state().equals(Lifecycle.APPEALED)) {
      alert(tx, channel, ticket, "emergency.alarm.nobody-decides");
    }
  }

  private boolean isSeen(Tx tx, Channel channel, Ticket ticket) {
    int search = requests.of(tx, channel, ticket).search();
    return askings.of(tx, channel, ticket.id()).stream()
        .anyMatch(each -> each.search() == search && each.state() == Asking.State.SEEN);
  }

  private void alert(Tx tx, Channel channel, Ticket ticket, String key) throws Exception {
    cards.alert(tx, channel, channel.texts().text(channel.language(), key,
        "number", ticket.shownNumber(), "minutes", Emergency.settings(channel).alarmAfter().toMinutes()));
  }
}
