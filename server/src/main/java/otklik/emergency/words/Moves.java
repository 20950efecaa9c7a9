package otklik.emergency.words;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.PlaceWords;
import otklik.emergency.requests.Request.Fix;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.Requests.ToldPlace;
import otklik.emergency.requests.Visitors;
import otklik.kernel.TicketId;
import otklik.relay.Pieces;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// Tells whoever helps that the person is somewhere else now: not for every step, and not more than once a minute.
@Component
public final class Moves implements TimerHandler {
  private static final String KIND = "emergency.moved";
  /// In metres.
  private static final double FAR = 200;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Tickets tickets;
  private final Requests requests;
  private final Timers timers;
  private final Visitors visitors;
  private final Deliveries deliveries;

  Moves(Tickets tickets, Requests requests, Timers timers, Visitors visitors, Deliveries deliveries) {
    this.tickets = tickets;
    this.requests = requests;
    this.timers = timers;
    this.visitors = visitors;
    this.deliveries = deliveries;
  }

  /// The messenger says that a position has changed by itself.
  ///
  /// @param before where it was
  public void moved(Turn turn, Ticket ticket, Fix before) throws Exception {
    if (!ticket.state().equals(RequestLifecycle.TAKEN)) {
      return;
    }
    ToldPlace told = requests.toldPlace(turn, ticket.id()).orElse(null);
    if (told == null) {
      told = new ToldPlace(before.point(), Instant.EPOCH);
      requests.told(turn, ticket.id(), told);
    }
    Fix now = requests.of(turn, ticket).exact();
    if (now == null || now.point().distance(told.point()) <= FAR) {
      return;
    }
    if (told.at().plus(PAUSE).isAfter(turn.now())) {
      timers.set(turn, KIND, Long.toString(ticket.id().value()), "", told.at().plus(PAUSE));
    } else {
      tell(turn, ticket);
    }
  }

  private void tell(Turn turn, Ticket ticket) throws Exception {
    tell(turn, ticket, null);
  }

  /// Where the person is, to whoever has their request.
  ///
  /// @param address where it is told anew
  /// @return false when nobody is there to be told
  public boolean tell(Turn turn, Ticket ticket, @Nullable String address) throws Exception {
    Visitor helper = visitors.helper(turn, ticket).orElse(null);
    if (helper == null) {
      return false;
    }
    Fix now = requests.of(turn, ticket).exact();
    for (Content piece : Pieces.of(Content.Text.of(helper.text("emergency.position-changed",
        "number", ticket.shownNumber(), "where", PlaceWords.of(helper, now, address))), turn.channel().sizes())) {
      owe(helper, ticket, piece);
    }
    if (now != null) {
      requests.told(turn, ticket.id(), new ToldPlace(now.point(), turn.now()));
      owe(helper, ticket, new Content.Location(now.point().latitude(), now.point().longitude(), now.accuracy(),
          false));
    }
    return true;
  }

  private void owe(Visitor helper, Ticket ticket, Content content) throws Exception {
    deliveries.owe(helper.turn(), NewDelivery.words(new Call.Say(helper.chat(), content, null, List.of()))
        .about(PlaceTraces.POSITION, ticket.id().value()).of(ticket.id()));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Ticket ticket = tickets.find(turn, new TicketId(Long.parseLong(timer.subject()))).orElse(null);
    if (ticket != null && ticket.state().equals(RequestLifecycle.TAKEN)) {
      Fix now = requests.of(turn, ticket).exact();
      if (now != null) {
        moved(turn, ticket, now);
      }
    }
  }
}
