package otklik.helpdesk.answers;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.MessageSizes;
import otklik.channels.Target;
import otklik.commands.Result;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.tickets.AnswerWords;
import otklik.people.Actor;
import otklik.relay.Direction;
import otklik.relay.Receipts;
import otklik.relay.Relay;
import otklik.relay.Wording;
import otklik.rooms.RoomTag;
import otklik.rooms.Rooms;
import otklik.talk.Press;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// What those who answer learn of their answers besides whether they arrive: that nobody can carry one, or that it went
/// out from a ticket that is closed.
@Component
final class AnswerNotices {
  private static final String EVENT = "answered-closed";
  private static final int SHOWN = 300;

  private final Tickets tickets;
  private final Timeline timeline;
  private final Rooms rooms;
  private final Relay relay;
  private final Receipts receipts;
  private final Deliveries deliveries;

  AnswerNotices(Tickets tickets, Timeline timeline, Rooms rooms, Relay relay, Receipts receipts,
      Deliveries deliveries) {
    this.tickets = tickets;
    this.timeline = timeline;
    this.rooms = rooms;
    this.relay = relay;
    this.receipts = receipts;
    this.deliveries = deliveries;
  }

  /// What was written in the room is kept there as a note, and marked as not delivered.
  void notCarried(Turn turn, Ticket ticket, AnswerWords words) throws Exception {
    if (words instanceof AnswerWords.Written(var said)) {
      relay.keep(turn, ticket.id(), Direction.NOTE, said, said.content());
      receipts.failed(turn, said.ref());
    }
  }

  /// Whoever wrote it in the room is told so once, with a button that opens the ticket again; where the person has
  /// another ticket open, that one's operators know what was said besides.
  ///
  /// @return what whoever brought it through another door is told
  Result sentFromClosed(Turn turn, Ticket ticket, AnswerWords words) throws Exception {
    Ticket open = tickets.openOf(turn, ticket.person()).orElse(null);
    if (open != null) {
      rooms.note(turn, open, turn.text("answer.closed.besides", "number", ticket.shownNumber(),
          "text", MessageSizes.cut(Objects.requireNonNullElse(Wording.of(words.content()),
              turn.text("kind." + words.content().type())), SHOWN)));
    }
    boolean told = timeline.of(turn, ticket.id()).reversed().stream()
        .takeWhile(entry -> !entry.event().equals("closed")).anyMatch(entry -> entry.event().equals(EVENT));
    timeline.note(turn, ticket.id(), EVENT, Actor.CLOCK, null);
    return switch (words) {
      case AnswerWords.Brought _ -> Result.done("answer.closed.told", "number", ticket.shownNumber());
      case AnswerWords.Written(var said) -> {
        if (!told) {
          tell(turn, ticket, said);
        }
        yield Result.done();
      }
    };
  }

  private void tell(Turn turn, Ticket ticket, Incoming.Said said) throws Exception {
    deliveries.owe(turn, NewDelivery.words(new Call.Say(said.place(),
        Content.Text.of(ticket.saidInRoom(turn.text("answer.closed.told", "number", ticket.shownNumber()))),
        new Target.Known(said.ref().id()),
        List.of(List.of(new Button(turn.text("button.reopen"),
            Press.of(DeskButton.REOPEN, ticket.id()).data())))))
        .about(RoomTag.LINE.of(turn.channel()), ticket.id().value()));
  }
}
