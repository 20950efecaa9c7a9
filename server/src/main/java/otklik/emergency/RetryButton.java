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
import otklik.kernel.MessageId;
import otklik.people.Person;
import otklik.relay.Failed;
import otklik.relay.Retries;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// Sends words again that were given up, as often as they were: once for each line that tells of it.
@Component
final class RetryButton implements RoomButton {
  private final Tickets tickets;
  private final Retries retries;
  private final Deliveries deliveries;

  RetryButton(Tickets tickets, Retries retries, Deliveries deliveries) {
    this.tickets = tickets;
    this.retries = retries;
    this.deliveries = deliveries;
  }

  static List<List<Button>> under(Channel channel, Failed failed) {
    return List.of(List.of(new Button(text(channel, "emergency.coordinators.retry"),
        Press.of(Press.Action.RETRY, failed.ticket(), Long.toString(failed.message().value())).data())));
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.RETRY);
  }

  @Override
  public String pressed(Tx tx, Channel channel, Person coordinator, Press press, Incoming.Pressed pressed)
      throws Exception {
    Ticket ticket = press.ticket().isEmpty() ? null
        : tickets.find(tx, channel, press.ticket().get()).orElse(null);
    MessageId message = press.more().filter(id -> id.matches("\\d{1,18}")).map(id -> new MessageId(Long.parseLong(id)))
        .orElse(null);
    if (ticket == null || ticket.isErased() || message == null) {
      return text(channel, "emergency.button-outdated");
    }
    if (!retries.again(tx, channel, ticket, message)) {
      return text(channel, "emergency.coordinators.retry.already");
    }
    if (pressed.on() != null) {
      deliveries.owe(tx, channel, Owed.of(Priority.EDITS, new Call.EditText(pressed.place(),
          new Target.Known(pressed.on().id()), Content.Text.of(text(channel, "emergency.coordinators.retry.sending")),
          List.of())));
    }
    return text(channel, "emergency.coordinators.retry.sending");
  }

  private static String text(Channel channel, String key) {
    return channel.texts().text(channel.language(), key);
  }
}
