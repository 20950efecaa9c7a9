package otklik.helpdesk;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.people.Actor;
import otklik.relay.Wording;
import otklik.rooms.RoomTag;
import otklik.rooms.Rooms;
import otklik.talk.Press;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// An answer went out from a ticket that is closed. Whoever wrote it is told so once, with a button that opens it again;
/// and where the person has another ticket open, that one's operators know what was said besides.
@Component
final class ClosedAnswers {
  private static final String EVENT = "answered-closed";
  private static final int SHOWN = 300;

  private final Tickets tickets;
  private final Timeline timeline;
  private final Rooms rooms;
  private final Deliveries deliveries;

  ClosedAnswers(Tickets tickets, Timeline timeline, Rooms rooms, Deliveries deliveries) {
    this.tickets = tickets;
    this.timeline = timeline;
    this.rooms = rooms;
    this.deliveries = deliveries;
  }

  void sent(Turn turn, Ticket ticket, Incoming.Said said) throws Exception {
    Ticket open = tickets.openOf(turn, ticket.person()).orElse(null);
    if (open != null) {
      rooms.note(turn, open, turn.text("answer.closed.besides", "number", ticket.shownNumber(),
          "text", TopicName.cut(Objects.requireNonNullElse(Wording.of(said.content()),
              turn.text("kind." + said.content().type())), SHOWN)));
    }
    boolean told = timeline.of(turn, ticket.id()).reversed().stream()
        .takeWhile(entry -> !entry.event().equals("closed")).anyMatch(entry -> entry.event().equals(EVENT));
    timeline.note(turn, ticket.id(), EVENT, Actor.CLOCK, null);
    if (!told) {
      deliveries.owe(turn, NewDelivery.words(new Call.Say(said.place(),
          Content.Text.of(ticket.saidInRoom(turn.text("answer.closed.told", "number", ticket.shownNumber()))),
          new Target.Known(said.ref().id()),
          List.of(List.of(new Button(turn.text("button.reopen"),
              Press.of(DeskButton.REOPEN, ticket.id()).data())))))
          .about(RoomTag.LINE.of(turn.channel()), ticket.id().value()));
    }
  }
}
