package otklik.emergency.words;

import java.util.List;
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
import otklik.emergency.settings.EmergencySettings;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.relay.Direction;
import otklik.relay.Failed;
import otklik.relay.Undelivered;
import otklik.rooms.LostRooms;
import otklik.rooms.RoomTag;
import otklik.rooms.Rooms;
import otklik.talk.RetryButton;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Coordinators are told when their words don't reach a person, and when a person's don't reach them.
@Component
final class UndeliveredWords implements Undelivered {
  private final Tickets tickets;
  private final Rooms rooms;
  private final LostRooms lostRooms;
  private final EmergencyReachability emergencyReachability;
  private final Deliveries deliveries;

  UndeliveredWords(Tickets tickets, Rooms rooms, LostRooms lostRooms, EmergencyReachability emergencyReachability,
      Deliveries deliveries) {
    this.tickets = tickets;
    this.rooms = rooms;
    this.lostRooms = lostRooms;
    this.emergencyReachability = emergencyReachability;
    this.deliveries = deliveries;
  }

  @Override
  public String scenario() {
    return EmergencySettings.SCENARIO;
  }

  @Override
  public void roomGone(Turn turn, TicketId id, Place room) throws Exception {
    lostRooms.gone(turn, tickets.find(turn, id).orElseThrow(), room);
  }

  @Override
  public @Nullable DeliveryId refused(Turn turn, Failed failed) throws Exception {
    Ticket ticket = tickets.find(turn, failed.ticket()).orElseThrow();
    Refusal why = failed.why().why();
    if (ticket.isErased() || ticket.room() == null || why == Refusal.CHAT_GONE) {
      return null;
    }
    if (failed.direction() == Direction.IN && !why.isGivenUp()) {
      rooms.note(turn, ticket, turn.text("emergency.coordinators.file-lost"));
      return null;
    }
    if (why == Refusal.PERSON_UNREACHABLE) {
      emergencyReachability.becomes(turn, ticket.person(), false);
    }
    Content.Text line = Content.Text.of(ticket.saidInRoom(reason(turn.channel(), failed)));
    List<List<Button>> retry = why.isGivenUp() ? RetryButton.under(turn.channel(), failed) : List.of();
    if (failed.notice() == null) {
      return deliveries.owe(turn, NewDelivery.words(
          new Call.Say(ticket.room(), line,
              failed.direction() == Direction.OUT ? failed.written() : null, retry))
          .about(RoomTag.LINE.of(turn.channel()), ticket.id().value()));
    }
    change(turn, ticket.room(), failed.notice(), line, retry);
    return failed.notice();
  }

  private static String reason(Channel channel, Failed failed) {
    String which = failed.direction() == Direction.IN ? ".theirs" : "";
    return switch (failed.why().why()) {
      case UNCONFIRMED -> channel.text("emergency.coordinators.unconfirmed" + which);
      case KEEPS_FAILING -> channel.text("emergency.coordinators.keeps-failing" + which);
      case PERSON_UNREACHABLE -> channel.text("emergency.coordinators.undelivered.unreachable");
      case NO_VOICE -> channel.text("emergency.coordinators.undelivered.no-voice");
      case BAD_FILE -> channel.text("emergency.coordinators.undelivered.file");
      case CHAT_GONE, CHAT_MOVED, TOPIC_GONE, TOPIC_CLOSED, MESSAGE_GONE, MESSAGE_FIXED, NO_RIGHTS, TOO_LATE, CHANNEL_REVOKED,
          NOT_ACCEPTED -> channel.text("emergency.coordinators.undelivered");
    };
  }

  @Override
  public void arrived(Turn turn, TicketId id, MessageId message, DeliveryId notice) throws Exception {
    Ticket ticket = tickets.find(turn, id).orElseThrow();
    if (ticket.room() != null) {
      change(turn, ticket.room(), notice,
          Content.Text.of(ticket.saidInRoom(turn.text("emergency.coordinators.delivered"))), List.of());
    }
  }

  private void change(Turn turn, Place room, DeliveryId notice, Content.Text line,
      List<List<Button>> buttons) throws Exception {
    deliveries.owe(turn, NewDelivery.of(Priority.EDITS,
        new Call.EditText(room, new Target.MadeBy(notice, 0), line, buttons))
        .replacing("notice:" + notice.value()));
  }

  @Override
  public String correction(Turn turn, TicketId id, Direction direction) {
    return turn.text("emergency.coordinators.correction");
  }
}
