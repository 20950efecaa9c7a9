package otklik.talk;

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
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// [Отправить ещё раз] under the line that tells of words that didn't arrive, or of a card that isn't there: once for
/// each such line.
@Component
public final class RetryButton implements RoomButton {
  private final Retries retries;
  private final Rooms rooms;
  private final Deliveries deliveries;

  RetryButton(Retries retries, Rooms rooms, Deliveries deliveries) {
    this.retries = retries;
    this.rooms = rooms;
    this.deliveries = deliveries;
  }

  /// Under the line that tells of a message.
  public static List<List<Button>> under(Channel channel, Failed failed) {
    return List.of(List.of(new Button(channel.text(channel.ownKey("button.retry")),
        Press.of(TalkButton.RETRY, failed.ticket(), failed.message().value()).data())));
  }

  /// Of the line only the newest state is worth sending: its changes replace each other.
  public static String key(MessageId message) {
    return "notice:" + message.value();
  }

  @Override
  public String scenario() {
    return EVERY;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(TalkButton.RETRY, TalkButton.SHOW_CARD);
  }

  @Override
  public String pressed(RoomPressing pressing) throws Exception {
    Turn turn = pressing.turn();
    Ticket ticket = pressing.ticket();
    Long what = pressing.press().moreNumber().orElse(null);
    if (ticket == null || what == null) {
      return pressing.outdated();
    }
    boolean again = pressing.press().kind() == TalkButton.SHOW_CARD
        ? rooms.showCard(turn, ticket, new DeliveryId(what))
        : retries.again(turn, ticket, new MessageId(what));
    if (!again) {
      return turn.text(turn.channel().ownKey("retry.already"));
    }
    String sending = turn.text(turn.channel().ownKey("retry.sending"));
    if (pressing.pressed().on() != null) {
      deliveries.owe(turn, NewDelivery.of(Priority.EDITS, new Call.EditText(pressing.pressed().place(),
          new Target.Known(pressing.pressed().on().id()), Content.Text.of(sending), List.of()))
          .replacing(key(new MessageId(what))));
    }
    return sending;
  }
}
