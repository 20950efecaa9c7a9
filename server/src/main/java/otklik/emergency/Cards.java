package otklik.emergency;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.emergency.Asking.State;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.rooms.Rooms;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

/// What coordinators see of each request. While copies go out to volunteers the card is counted anew now and then.
@Component
final class Cards implements Alarm {
  private static final String COUNT = "emergency.card-count";
  /// A few volunteers have it by then.
  private static final Duration SOON = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Tickets tickets;
  private final Askings askings;
  private final Rooms rooms;
  private final Relay relay;
  private final TopicDoors doors;
  private final CoordinatorsCall call;
  private final Timers timers;
  private final InstantSource clock;

  Cards(Tickets tickets, Askings askings, Rooms rooms, Relay relay, TopicDoors doors, CoordinatorsCall call,
      Timers timers, InstantSource clock) {
    this.tickets = tickets;
    this.askings = askings;
    this.rooms = rooms;
    this.relay = relay;
    this.doors = doors;
    this.call = call;
    this.timers = timers;
    this.clock = clock;
  }

  void open(Tx tx, Channel channel, Ticket ticket) throws Exception {
    rooms.open(tx, channel, ticket);
    countAgain(tx, channel, ticket.id(), SOON);
  }

  /// The card says what is true now, and the topic of a request that is closed is closed.
  void refresh(Tx tx, Channel channel, TicketId id) throws Exception {
    refresh(tx, channel, id, SOON);
  }

  private void refresh(Tx tx, Channel channel, TicketId id, Duration pause) throws Exception {
    Ticket ticket = tickets.find(tx, channel, id).orElseThrow();
    if (ticket.isErased()) {
      return;
    }
    rooms.refresh(tx, channel, id);
    doors.fit(tx, channel, ticket);
    if (ticket.state().equals(Lifecycle.OPEN) && waits(askings.count(tx, channel, id))) {
      countAgain(tx, channel, id, pause);
    }
  }

  private static boolean waits(Map<State, Integer> asked) {
    return asked.isEmpty() || asked.containsKey(State.OWED);
  }

  /// In a while the card says anew what became of those who were asked.
  void countAgain(Tx tx, Channel channel, TicketId id) {
    countAgain(tx, channel, id, PAUSE);
  }

  private void countAgain(Tx tx, Channel channel, TicketId id, Duration pause) {
    timers.set(tx, channel, COUNT, Long.toString(id.value()), "", clock.instant().plus(pause));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(COUNT);
  }

  @Override
  public void ring(Tx tx, Timer timer) throws Exception {
    TicketId id = new TicketId(Long.parseLong(timer.subject()));
    Ticket ticket = tickets.find(tx, timer.channel(), id).orElseThrow();
    if (ticket.state().equals(Lifecycle.OPEN)) {
      refresh(tx, timer.channel(), id, PAUSE);
    }
  }

  /// What the person says while nobody has the request, and what everybody may know: words and files. It is kept with
  /// the request. Coordinators can answer it.
  MessageId said(Tx tx, Channel channel, Ticket ticket, Incoming.Said said, Content shown) throws Exception {
    return switch (shown) {
      case Content.Media media when Attachments.isHeld(media) -> {
        rooms.note(tx, channel, ticket, channel.texts().text(channel.language(), "emergency.coordinators.held-file"));
        yield relay.keep(tx, channel, ticket.id(), Direction.IN, said.alone(), shown);
      }
      case Content.Text _, Content.Media _ -> relay.pass(tx, channel, ticket, Direction.IN, said, shown);
      case Content.Location _, Content.Venue _, Content.Contact _, Content.Poll _, Content.Dice _,
          Content.Unsupported _ -> relay.keep(tx, channel, ticket.id(), Direction.IN, said, shown);
    };
  }

  /// For all coordinators, by name.
  void alert(Tx tx, Channel channel, String text) throws Exception {
    call.to(tx, channel, text, List.of());
  }
}
