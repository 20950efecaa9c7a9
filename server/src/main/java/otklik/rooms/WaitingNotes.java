package otklik.rooms;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.kernel.DeliveryId;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.timers.Timer;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

/// Notes whose topic was gone before they could be said there. Each waits once, as a timer, until the ticket has
/// another topic, and all are said in their order.
@Component
final class WaitingNotes {
  private static final Duration PAUSE_FOR_ROOM = Duration.ofSeconds(2);

  private final Timers timers;
  private final InstantSource clock;

  WaitingNotes(Timers timers, InstantSource clock) {
    this.timers = timers;
    this.clock = clock;
  }

  /// @param delivery that was to say it
  void add(Tx tx, Channel channel, Ticket ticket, DeliveryId delivery, Call call) {
    if (call instanceof Call.Say said && said.content() instanceof Content.Text text) {
      set(tx, channel, ticket.id().value() + "/" + delivery.value(), text.text());
    }
  }

  /// It rang, and goes on waiting.
  void goesOn(Tx tx, Timer timer) {
    set(tx, timer.channel(), timer.subject(), timer.data());
  }

  private void set(Tx tx, Channel channel, String subject, String text) {
    timers.set(tx, channel, RoomTag.NOTE.of(channel), subject, text, clock.instant().plus(PAUSE_FOR_ROOM));
  }

  static TicketId ticket(Timer timer) {
    return new TicketId(Long.parseLong(timer.subject().split("/")[0]));
  }

  /// What waits for this ticket's topic, in order; it no longer waits.
  List<String> take(Tx tx, Channel channel, Ticket ticket) {
    return timers.takeAbout(tx, channel, RoomTag.NOTE.of(channel), Long.toString(ticket.id().value())).stream()
        .sorted(Comparator.comparing(WaitingNotes::delivery)).map(Timer::data).toList();
  }

  private static long delivery(Timer timer) {
    return Long.parseLong(timer.subject().split("/")[1]);
  }
}
