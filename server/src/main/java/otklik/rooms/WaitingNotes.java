package otklik.rooms;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.kernel.DeliveryId;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.timers.Timer;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// Notes whose topic was gone before they could be said there. Each waits once, as a timer, until the ticket has
/// another topic, and all are said in their order.
@Component
final class WaitingNotes {
  private static final Duration PAUSE_FOR_ROOM = Duration.ofSeconds(2);

  private final Timers timers;

  WaitingNotes(Timers timers) {
    this.timers = timers;
  }

  /// @param delivery that was to say it
  void add(Turn turn, Ticket ticket, DeliveryId delivery, Call call) {
    if (call instanceof Call.Say said && said.content() instanceof Content.Text text) {
      set(turn, ticket.id().value() + "/" + delivery.value(), text.text());
    }
  }

  /// It rang, and goes on waiting.
  void goesOn(Turn turn, Timer timer) {
    set(turn, timer.subject(), timer.data());
  }

  private void set(Turn turn, String subject, String text) {
    timers.set(turn, RoomTag.NOTE.of(turn.channel()), subject, text, turn.now().plus(PAUSE_FOR_ROOM));
  }

  static TicketId ticket(Timer timer) {
    return new TicketId(Long.parseLong(timer.subject().split("/")[0]));
  }

  /// What waits for this ticket's topic, in order; it no longer waits.
  List<String> take(Turn turn, Ticket ticket) {
    return timers.takeAbout(turn, RoomTag.NOTE.of(turn.channel()), Long.toString(ticket.id().value())).stream()
        .sorted(Comparator.comparing(WaitingNotes::delivery)).map(Timer::data).toList();
  }

  private static long delivery(Timer timer) {
    return Long.parseLong(timer.subject().split("/")[1]);
  }
}
