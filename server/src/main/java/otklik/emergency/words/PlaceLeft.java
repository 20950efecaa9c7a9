package otklik.emergency.words;

import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.membership.CoordinatorsCall;
import otklik.emergency.requests.Visitors;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.people.Actor;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// A place, a contact or a file of a request stays in the chat of whoever was told it, because the messenger doesn't let
/// us take it back. They are asked to delete it, once for each request; whose place it is and coordinators know it.
@Component
final class PlaceLeft {
  private static final Logger log = LoggerFactory.getLogger(PlaceLeft.class);
  private static final String EVENT = "place-left";

  private final Tickets tickets;
  private final Timeline timeline;
  private final Visitors visitors;
  private final CoordinatorsCall coordinators;
  private final Deliveries deliveries;

  PlaceLeft(Tickets tickets, Timeline timeline, Visitors visitors, CoordinatorsCall coordinators,
      Deliveries deliveries) {
    this.tickets = tickets;
    this.timeline = timeline;
    this.visitors = visitors;
    this.coordinators = coordinators;
    this.deliveries = deliveries;
  }

  /// What stands in place of words that were edited away.
  String instead(Turn turn, TicketId id, Place chat) throws Exception {
    Ticket ticket = tickets.find(turn, id).orElseThrow();
    Visitor reader = visitors.inChat(turn, ticket, chat).orElse(null);
    return reader == null
        ? turn.text("emergency.place-taken-back", "number", ticket.shownNumber())
        : reader.text("emergency.place-taken-back", "number", ticket.shownNumber());
  }

  void tell(Turn turn, TicketId id, Place chat, Target message, Outcome.Refused refused) throws Exception {
    Ticket ticket = tickets.find(turn, id).orElseThrow();
    log.warn("{}: {}: what tells the exact place could not be taken back from a chat: {}", turn.channel().label(),
        ticket.shownNumber(), refused.detail());
    Visitor reader = visitors.inChat(turn, ticket, chat).orElse(null);
    PersonId of = reader == null ? null : reader.person().id();
    List<Timeline.Entry> before =
        timeline.of(turn, id).stream().filter(entry -> entry.event().equals(EVENT)).toList();
    if (before.stream().anyMatch(entry -> Objects.equals(entry.by().person(), of))) {
      return;
    }
    timeline.note(turn, id, EVENT, Actor.of(of), null);
    deliveries.owe(turn, NewDelivery.words(new Call.Say(chat, Content.Text.of(reader == null
        ? turn.text("emergency.place-left", "number", ticket.shownNumber())
        : reader.text("emergency.place-left", "number", ticket.shownNumber())), message, List.of())).of(id));
    if (before.isEmpty()) {
      tellOthers(turn, ticket, chat);
    }
  }

  private void tellOthers(Turn turn, Ticket ticket, Place chat) throws Exception {
    Visitor asker = visitors.asker(turn, ticket).orElse(null);
    if (asker != null && !asker.chat().equals(chat)) {
      deliveries.owe(turn, NewDelivery.words(asker.says(
          asker.text("emergency.place-left.asker", "number", ticket.shownNumber()))).of(ticket.id()));
    }
    coordinators.to(turn, turn.text("emergency.place-left.coordinators",
        "number", ticket.shownNumber()), List.of());
  }
}
