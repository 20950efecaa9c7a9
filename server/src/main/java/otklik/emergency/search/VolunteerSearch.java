package otklik.emergency.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.emergency.requests.RequestEffect;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Requests;
import otklik.emergency.settings.EmergencySettings;
import otklik.emergency.settings.EmergencySettings.Ring;
import otklik.kernel.TicketId;
import otklik.lifecycle.EffectHandler;
import otklik.lifecycle.Transition;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// Asks volunteers, nearest first, ring by ring. What was done stands in rows, and what is left to do in a timer: a
/// search that was interrupted goes on where it was, and nobody is asked twice.
@Component
public final class VolunteerSearch implements TimerHandler, EffectHandler<RequestEffect.Search> {
  private static final String RING = "emergency.ring";

  private final Tickets tickets;
  private final Requests requests;
  private final SearchRounds searchRounds;
  private final NobodyCame nobodyCame;
  private final Timers timers;

  VolunteerSearch(Tickets tickets, Requests requests, SearchRounds searchRounds, NobodyCame nobodyCame, Timers timers) {
    this.tickets = tickets;
    this.requests = requests;
    this.searchRounds = searchRounds;
    this.nobodyCame = nobodyCame;
    this.timers = timers;
  }

  /// The request is open: its search begins with the first ring.
  public void begin(Turn turn, Ticket ticket) throws Exception {
    next(turn, ticket.id(), new NextRound(0, List.of()),
        turn.now().plus(EmergencySettings.of(turn.channel()).rings().getFirst().after()));
    nobodyCame.watch(turn, ticket.id());
  }

  @Override
  public void apply(Transition transition, RequestEffect.Search effect) throws Exception {
    Turn turn = transition.turn();
    TicketId ticket = transition.after().id();
    switch (effect) {
      case RequestEffect.SearchBegun _ -> begin(turn, transition.after());
      case RequestEffect.SearchEnded _ -> {
        timers.cancel(turn, RING, Long.toString(ticket.value()));
        nobodyCame.rest(turn, ticket);
      }
      case RequestEffect.DecisionAwaited _ -> nobodyCame.watch(turn, ticket);
    }
  }

  private void next(Turn turn, TicketId ticket, NextRound next, Instant at) {
    timers.set(turn, RING, Long.toString(ticket.value()), next.stored(), at);
  }

  @Override
  public Set<String> kinds() {
    return Set.of(RING);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    TicketId id = new TicketId(Long.parseLong(timer.subject()));
    Ticket ticket = tickets.find(turn, id).orElseThrow();
    List<Ring> all = EmergencySettings.of(turn.channel()).rings();
    NextRound due = NextRound.read(timer.data());
    int ring = Math.min(due.ring(), all.size() - 1);
    if (!ticket.state().equals(RequestLifecycle.OPEN)) {
      return;
    }
    SearchRounds.Asked asked = due.chosen().isEmpty() ? searchRounds.ask(turn, ticket, ring)
        : searchRounds.ask(turn, ticket, ring, due.chosen());
    if (asked.more()) {
      next(turn, id, new NextRound(ring, asked.next()), turn.now());
      return;
    }
    boolean first = requests.of(turn, ticket).ring() < ring;
    requests.ring(turn, id, ring);
    if (ring + 1 < all.size()) {
      next(turn, id, new NextRound(ring + 1, List.of()),
          asked.nobody() ? turn.now() : turn.now().plus(all.get(ring + 1).after()));
      return;
    }
    if (asked.again() != null) {
      next(turn, id, new NextRound(ring, List.of()), asked.again());
    }
    if (asked.nobody() && first) {
      nobodyCame.nobodyThere(turn, ticket);
    }
  }
}
