package otklik.emergency.cards;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.emergency.requests.Asking.State;
import otklik.emergency.requests.Askings;
import otklik.emergency.requests.Attachments;
import otklik.emergency.requests.RequestLifecycle;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// What coordinators see of each request. While copies go out to volunteers the card is counted anew now and then.
@Component
public final class RequestCards implements TimerHandler {
  private static final String COUNT = "emergency.card-count";
  /// A few volunteers have it by then.
  private static final Duration SOON = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Tickets tickets;
  private final Askings askings;
  private final Rooms rooms;
  private final Relay relay;
  private final TopicDoors doors;
  private final Timers timers;

  RequestCards(Tickets tickets, Askings askings, Rooms rooms, Relay relay, TopicDoors doors, Timers timers) {
    this.tickets = tickets;
    this.askings = askings;
    this.rooms = rooms;
    this.relay = relay;
    this.doors = doors;
    this.timers = timers;
  }

  public void open(Turn turn, Ticket ticket) throws Exception {
    rooms.open(turn, ticket);
    countAgain(turn, ticket.id(), SOON);
  }

  /// The card says what is true now, and the topic of a request that is closed is closed.
  public void refresh(Turn turn, TicketId id) throws Exception {
    refresh(turn, id, SOON);
  }

  private void refresh(Turn turn, TicketId id, Duration pause) throws Exception {
    Ticket ticket = tickets.find(turn, id).orElseThrow();
    if (ticket.isErased()) {
      return;
    }
    rooms.refresh(turn, id);
    doors.fit(turn, ticket);
    if (ticket.state().equals(RequestLifecycle.OPEN) && waits(askings.count(turn, id))) {
      countAgain(turn, id, pause);
    }
  }

  private static boolean waits(Map<State, Integer> asked) {
    return asked.isEmpty() || asked.containsKey(State.OWED);
  }

  /// In a while the card says anew what became of those who were asked.
  public void countAgain(Turn turn, TicketId id) {
    countAgain(turn, id, PAUSE);
  }

  private void countAgain(Turn turn, TicketId id, Duration pause) {
    timers.set(turn, COUNT, Long.toString(id.value()), "", turn.now().plus(pause));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(COUNT);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    TicketId id = new TicketId(Long.parseLong(timer.subject()));
    Ticket ticket = tickets.find(turn, id).orElseThrow();
    if (ticket.state().equals(RequestLifecycle.OPEN)) {
      refresh(turn, id, PAUSE);
    }
  }

  /// What the person says while nobody has the request, and what everybody may know: words and files. It is kept with
  /// the request. Coordinators can answer it.
  public MessageId said(Turn turn, Ticket ticket, Incoming.Said said, Content shown) throws Exception {
    return switch (shown) {
      case Content.Media media when Attachments.isHeld(media) -> {
        rooms.note(turn, ticket, turn.text("emergency.coordinators.held-file"));
        yield relay.keep(turn, ticket.id(), Direction.IN, said.alone(), shown);
      }
      case Content.Text _, Content.Media _ -> relay.pass(turn, ticket, Direction.IN, said, shown);
      case Content.Location _, Content.Venue _, Content.Contact _, Content.Poll _, Content.Dice _,
          Content.Unsupported _ -> relay.keep(turn, ticket.id(), Direction.IN, said, shown);
    };
  }
}
