package otklik.emergency.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.membership.CoordinatorsCall;
import otklik.emergency.people.Helplines;
import otklik.emergency.settings.EmergencySettings;
import otklik.people.Actor;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// So many requests somebody may make within 24 hours.
@Component
final class Allowance {
  private static final Duration DAY = Duration.ofHours(24);
  private static final String SPENT = "allowance-spent";

  private final Tickets tickets;
  private final Timeline timeline;
  private final Helplines helplines;
  private final Deliveries deliveries;
  private final CoordinatorsCall coordinators;

  Allowance(Tickets tickets, Timeline timeline, Helplines helplines, Deliveries deliveries,
      CoordinatorsCall coordinators) {
    this.tickets = tickets;
    this.timeline = timeline;
    this.helplines = helplines;
    this.deliveries = deliveries;
    this.coordinators = coordinators;
  }

  boolean isSpent(Visitor visitor) throws Exception {
    return ofToday(visitor).size() >= EmergencySettings.of(visitor.channel()).requestsADay();
  }

  /// Says so, with the numbers that bring help all the same. Coordinators hear of it once.
  void refuse(Visitor visitor) throws Exception {
    Turn turn = visitor.turn();
    int most = EmergencySettings.of(turn.channel()).requestsADay();
    deliveries.owe(turn, NewDelivery.words(visitor.says(visitor.text("emergency.request.too-many",
        "count", most, "numbers", helplines.of(visitor)))));
    Ticket last = ofToday(visitor).getLast();
    if (timeline.of(turn, last.id()).stream().noneMatch(entry -> entry.event().equals(SPENT))) {
      timeline.note(turn, last.id(), SPENT, Actor.of(visitor.person().id()), null);
      coordinators.to(turn, turn.text("emergency.alert.too-many",
          "count", most, "number", last.shownNumber()));
    }
  }

  private List<Ticket> ofToday(Visitor visitor) throws Exception {
    Instant since = visitor.turn().now().minus(DAY);
    return tickets.of(visitor.turn(), visitor.person().id()).stream()
        .filter(ticket -> ticket.createdAt().isAfter(since)).toList();
  }
}
