package otklik.emergency;

import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// A request isn't searched for for ever. Before its end both sides are told, and either of them keeps it open with one
/// tap.
@Component
final class Expiry implements EmergencyPart, TimerHandler, PersonButton {
  private static final String END = "emergency.expiry";
  private static final String WARNING = "emergency.warning";

  private final Tickets tickets;
  private final Requests requests;
  private final Timeline timeline;
  private final Timers timers;
  private final Visitors visitors;
  private final RequestClosing requestClosing;
  private final RequestCards requestCards;
  private final Deliveries deliveries;

  Expiry(Tickets tickets, Requests requests, Timeline timeline, Timers timers, Visitors visitors,
      RequestClosing requestClosing, RequestCards requestCards, Deliveries deliveries) {
    this.tickets = tickets;
    this.requests = requests;
    this.timeline = timeline;
    this.timers = timers;
    this.visitors = visitors;
    this.requestClosing = requestClosing;
    this.requestCards = requestCards;
    this.deliveries = deliveries;
  }

  Instant fromNow(Turn turn) {
    return turn.now().plus(Emergency.settings(turn.channel()).lifetime());
  }

  /// From now on the request has its whole time before it.
  void begin(Turn turn, TicketId ticket) {
    Instant end = fromNow(turn);
    requests.lastsUntil(turn, ticket, end);
    String subject = Long.toString(ticket.value());
    timers.set(turn, END, subject, "", end);
    timers.set(turn, WARNING, subject, "", end.minus(Emergency.settings(turn.channel()).warnBefore()));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(END, WARNING);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Ticket ticket = tickets.find(turn, new TicketId(Long.parseLong(timer.subject()))).orElse(null);
    if (ticket == null) {
      return;
    }
    switch (RequestLifecycle.stateOf(ticket)) {
      case RequestLifecycle.State.Open _, RequestLifecycle.State.Taken _, RequestLifecycle.State.Appealed _ -> {
        if (timer.kind().equals(END)) {
          requestClosing.end(turn, ticket, Request.Ending.EXPIRED, null);
        } else {
          warn(turn, ticket);
        }
      }
      case RequestLifecycle.State.Done _, RequestLifecycle.State.Closed _ -> {
        // Whoever was helped has time of their own to say so.
      }
    }
  }

  private void warn(Turn turn, Ticket ticket) throws Exception {
    Visitor asker = visitors.asker(turn, ticket).orElse(null);
    if (asker != null) {
      warn(asker, ticket, "emergency.expiry.warning");
    }
    Visitor helper = visitors.helper(turn, ticket).orElse(null);
    if (helper != null) {
      warn(helper, ticket, "emergency.expiry.warning-helper");
    }
  }

  private void warn(Visitor reader, Ticket ticket, String key) throws Exception {
    String left = Durations.inWords(reader, Emergency.settings(reader.channel()).warnBefore());
    deliveries.owe(reader.turn(), NewDelivery.words(reader.says(
        reader.text(key, "number", ticket.shownNumber(), "time", left), OwnButtons.extend(reader, ticket.id()))).of(ticket.id()));
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.EXTEND);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Turn turn = pressing.turn();
    Ticket ticket = OwnTicket.pressed(tickets, pressing).orElse(null);
    if (ticket == null || !mayExtend(ticket, visitor.person().id())) {
      return new Response.Outdated();
    }
    begin(turn, ticket.id());
    timeline.note(turn, ticket.id(), "extended", visitor.person().id(), null);
    requestCards.refresh(turn, ticket.id());
    deliveries.owe(turn, NewDelivery.words(visitor.says(visitor.text("emergency.expiry.extended",
        "number", ticket.shownNumber(), "time", Durations.inWords(visitor,
        Emergency.settings(turn.channel()).lifetime()))))
        .of(ticket.id()));
    return Response.done();
  }

  private static boolean mayExtend(Ticket ticket, PersonId person) {
    return switch (RequestLifecycle.stateOf(ticket)) {
      case RequestLifecycle.State.Open _, RequestLifecycle.State.Appealed _ -> ticket.person().equals(person);
      case RequestLifecycle.State.Taken(var by) -> ticket.person().equals(person) || by.equals(person);
      case RequestLifecycle.State.Done _, RequestLifecycle.State.Closed _ -> false;
    };
  }
}
