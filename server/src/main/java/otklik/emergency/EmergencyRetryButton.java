package otklik.emergency;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.relay.Failed;
import otklik.relay.Retries;
import otklik.rooms.Rooms;
import otklik.talk.Press;
import otklik.talk.RoomButton;
import otklik.talk.RoomPressing;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Sends words again that were given up, or shows such a card: once for each line that tells of it.
@Component
final class EmergencyRetryButton implements EmergencyPart, RoomButton {
  private final Retries retries;
  private final Rooms rooms;
  private final Deliveries deliveries;

  EmergencyRetryButton(Retries retries, Rooms rooms, Deliveries deliveries) {
    this.retries = retries;
    this.rooms = rooms;
    this.deliveries = deliveries;
  }

  static List<List<Button>> under(Channel channel, Failed failed) {
    return under(channel, Press.of(EmergencyButton.RETRY, failed.ticket(), Long.toString(failed.message().value())));
  }

  /// @param lost what was to make the card
  static List<List<Button>> under(Channel channel, Ticket ticket, DeliveryId lost) {
    return under(channel, Press.of(EmergencyButton.SHOW_CARD, ticket.id(), Long.toString(lost.value())));
  }

  private static List<List<Button>> under(Channel channel, Press press) {
    return List.of(List.of(new Button(channel.text("emergency.coordinators.retry"), press.data())));
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.RETRY, EmergencyButton.SHOW_CARD);
  }

  @Override
  public String pressed(RoomPressing pressing) throws Exception {
    Turn turn = pressing.turn();
    Ticket ticket = pressing.ticket();
    Long what = pressing.press().moreNumber().orElse(null);
    if (ticket == null || what == null) {
      return pressing.outdated();
    }
    boolean again = pressing.press().kind() == EmergencyButton.SHOW_CARD
        ? rooms.showCard(turn, ticket, new DeliveryId(what))
        : retries.again(turn, ticket, new MessageId(what));
    if (!again) {
      return turn.text("emergency.coordinators.retry.already");
    }
    if (pressing.pressed().on() != null) {
      deliveries.owe(turn, NewDelivery.of(Priority.EDITS, new Call.EditText(pressing.pressed().place(),
          new Target.Known(pressing.pressed().on().id()),
          Content.Text.of(turn.text("emergency.coordinators.retry.sending")),
          List.of())));
    }
    return turn.text("emergency.coordinators.retry.sending");
  }
}
