package otklik.helpdesk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.relay.Direction;
import otklik.relay.Receipts;
import otklik.relay.Relay;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// What an operator wrote and nobody can carry to the person: kept as a note, marked as not delivered, and told of.
@Component
final class Misfits {
  private final Relay relay;
  private final Receipts receipts;
  private final Deliveries deliveries;

  Misfits(Relay relay, Receipts receipts, Deliveries deliveries) {
    this.relay = relay;
    this.receipts = receipts;
    this.deliveries = deliveries;
  }

  void keep(Tx tx, Channel channel, Ticket ticket, Incoming.Said said, Content.Unsupported content) throws Exception {
    relay.keep(tx, channel, ticket.id(), Direction.NOTE, said, content);
    receipts.failed(tx, channel, said.ref());
    deliveries.owe(tx, channel, Owed.words(Call.Say.text(said.place(),
        text(channel, "undelivered", "reason", text(channel, "undelivered.not-accepted")))));
  }

  private static String text(Channel channel, String key, @Nullable Object... values) {
    return channel.texts().text(channel.language(), key, values);
  }
}
