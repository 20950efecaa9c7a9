package otklik.helpdesk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.relay.Retries;
import otklik.rooms.Rooms;
import otklik.talk.Press;
import otklik.talk.RoomButton;
import otklik.talk.RoomPressing;
import otklik.turns.Turn;

/// [Отправить ещё раз] under the line that tells of an answer that didn't arrive, or of a card that isn't there.
@Component
final class DeskRetryButton implements DeskPart, RoomButton {
  private final Retries retries;
  private final Rooms rooms;
  private final Deliveries deliveries;

  DeskRetryButton(Retries retries, Rooms rooms, Deliveries deliveries) {
    this.retries = retries;
    this.rooms = rooms;
    this.deliveries = deliveries;
  }

  /// Of the line only the newest state is worth sending.
  static String key(MessageId message) {
    return "notice:" + message.value();
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(DeskButton.RETRY, DeskButton.SHOW_CARD);
  }

  @Override
  public String pressed(RoomPressing pressing) throws Exception {
    Turn turn = pressing.turn();
    Optional<Long> what = pressing.press().moreNumber();
    if (pressing.ticket() == null || what.isEmpty()) {
      return pressing.outdated();
    }
    boolean again = pressing.press().kind() == DeskButton.SHOW_CARD
        ? rooms.showCard(turn, pressing.ticket(), new DeliveryId(what.get()))
        : retries.again(turn, pressing.ticket(), new MessageId(what.get()));
    if (!again) {
      return pressing.text("retry.already");
    }
    if (pressing.pressed().on() != null) {
      deliveries.owe(turn, NewDelivery.of(Priority.EDITS, new Call.EditText(pressing.pressed().place(),
          new Target.Known(pressing.pressed().on().id()), Content.Text.of(pressing.text("retry.sending")), List.of()))
          .replacing(key(new MessageId(what.get()))));
    }
    return pressing.text("retry.sending");
  }
}
