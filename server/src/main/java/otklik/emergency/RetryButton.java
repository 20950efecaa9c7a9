package otklik.emergency;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.delivery.Priority;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.people.Person;
import otklik.relay.Failed;
import otklik.relay.Retries;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Sends words again that were given up, or shows such a card: once for each line that tells of it.
@Component
final class RetryButton implements RoomButton {
  private final Tickets tickets;
  private final Retries retries;
  private final Rooms rooms;
  private final Deliveries deliveries;

  RetryButton(Tickets tickets, Retries retries, Rooms rooms, Deliveries deliveries) {
    this.tickets = tickets;
    this.retries = retries;
    this.rooms = rooms;
    this.deliveries = deliveries;
  }

  static List<List<Button>> under(Channel channel, Failed failed) {
    return under(channel, Press.of(Press.Action.RETRY, failed.ticket(), Long.toString(failed.message().value())));
  }

  /// @param lost what was to make the card
  static List<List<Button>> under(Channel channel, Ticket ticket, DeliveryId lost) {
    return under(channel, Press.of(Press.Action.SHOW_CARD, ticket.id(), Long.toString(lost.value())));
  }

  private static List<List<Button>> under(Channel channel, Press press) {
    return List.of(List.of(new Button(channel.text("emergency.coordinators.retry"), press.data())));
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.RETRY, Press.Action.SHOW_CARD);
  }

  @Override
  public String pressed(Turn turn, Person coordinator, Press press, Incoming.Pressed pressed) throws Exception {
    Ticket ticket = press.ticket().isEmpty() ? null
        : tickets.find(turn, press.ticket().get()).orElse(null);
    Long what = press.moreNumber().orElse(null);
    if (ticket == null || ticket.isErased() || what == null) {
      return turn.text("emergency.button-outdated");
    }
    boolean again = press.action() == Press.Action.SHOW_CARD
        ? rooms.showCard(turn, ticket, new DeliveryId(what))
        : retries.again(turn, ticket, new MessageId(what));
    if (!again) {
      return turn.text("emergency.coordinators.retry.already");
    }
    if (pressed.on() != null) {
      deliveries.owe(turn, Owed.of(Priority.EDITS, new Call.EditText(pressed.place(),
          new Target.Known(pressed.on().id()), Content.Text.of(turn.text("emergency.coordinators.retry.sending")),
          List.of())));
    }
    return turn.text("emergency.coordinators.retry.sending");
  }
}
