package otklik.talk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.relay.Direction;
import otklik.relay.Failed;
import otklik.relay.Undelivered;
import otklik.rooms.LostRooms;
import otklik.rooms.RoomTag;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// A team is told when its words don't reach a person, and when a person's don't reach it.
@Component
final class UndeliveredWords implements Undelivered {
  private final Tickets tickets;
  private final Rooms rooms;
  private final LostRooms lostRooms;
  private final Askers askers;
  private final Deliveries deliveries;
  private final Map<String, DeliveryFailures> failures;

  UndeliveredWords(Tickets tickets, Rooms rooms, LostRooms lostRooms, Askers askers, Deliveries deliveries,
      List<DeliveryFailures> failures) {
    this.tickets = tickets;
    this.rooms = rooms;
    this.lostRooms = lostRooms;
    this.askers = askers;
    this.deliveries = deliveries;
    this.failures = Parts.single(failures);
  }

  /// Its own, or one that does and says the usual.
  private DeliveryFailures of(Channel channel) {
    DeliveryFailures own = failures.get(channel.scenario());
    return own != null ? own : channel::scenario;
  }

  @Override
  public void roomGone(Turn turn, TicketId ticket, Place room) throws Exception {
    lostRooms.gone(turn, tickets.find(turn, ticket).orElseThrow(), room);
  }

  @Override
  public @Nullable DeliveryId refused(Turn turn, Failed failed) throws Exception {
    Ticket ticket = tickets.find(turn, failed.ticket()).orElseThrow();
    if (ticket.isErased()) {
      return null;
    }
    Refusal why = failed.why().why();
    if (failed.direction() == Direction.OUT && why == Refusal.PERSON_UNREACHABLE) {
      askers.unreachable(turn, ticket);
    }
    DeliveryFailures scenario = of(turn.channel());
    scenario.refused(turn, ticket, failed);
    if (ticket.room() == null || why == Refusal.CHAT_GONE) {
      return null;
    }
    if (failed.direction() == Direction.IN && !why.isGivenUp()) {
      rooms.note(turn, ticket, scenario.lost(turn.channel(), failed));
      return null;
    }
    return line(turn, ticket, ticket.room(), failed, scenario);
  }

  /// One line for each message, with the button that sends it again: the next failure of the same one changes it.
  private DeliveryId line(Turn turn, Ticket ticket, Place room, Failed failed, DeliveryFailures scenario)
      throws Exception {
    Content.Text text = Content.Text.of(ticket.saidInRoom(scenario.told(turn.channel(), failed)));
    List<List<Button>> retry = scenario.canBeSentAgain(failed.why().why())
        ? RetryButton.under(turn.channel(), failed) : List.of();
    if (failed.notice() == null) {
      return deliveries.owe(turn, NewDelivery.words(new Call.Say(room, text,
          failed.direction() == Direction.OUT ? failed.written() : null, retry))
          .about(RoomTag.LINE.of(turn.channel()), ticket.id().value()));
    }
    change(turn, room, failed.message(), failed.notice(), text, retry);
    return failed.notice();
  }

  @Override
  public void arrived(Turn turn, TicketId id, MessageId message, DeliveryId notice) throws Exception {
    Ticket ticket = tickets.find(turn, id).orElseThrow();
    if (ticket.room() != null) {
      change(turn, ticket.room(), message, notice, Content.Text.of(
          ticket.saidInRoom(turn.text(turn.channel().ownKey("retry.delivered")))), List.of());
    }
  }

  private void change(Turn turn, Place room, MessageId message, DeliveryId notice, Content.Text text,
      List<List<Button>> buttons) throws Exception {
    deliveries.owe(turn, NewDelivery.of(Priority.EDITS,
        new Call.EditText(room, new Target.MadeBy(notice, 0), text, buttons)).replacing(RetryButton.key(message)));
  }

  @Override
  public String correction(Turn turn, TicketId id, Direction direction) throws Exception {
    return direction == Direction.IN ? turn.text(turn.channel().ownKey("correction"))
        : askers.visitor(turn, tickets.find(turn, id).orElseThrow()).ownText("correction");
  }
}
