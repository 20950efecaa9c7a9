package otklik.helpdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.relay.Direction;
import otklik.relay.Kinds;
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
    deliveries.owe(tx, channel, Owed.words(new Call.Say(said.place(),
        Content.Text.of(text(channel, "undelivered.misfit", "kind", Kinds.of(channel, content))),
        new Target.Known(said.ref().id()), List.of())));
  }

  private static String text(Channel channel, String key, @Nullable Object... values) {
    return channel.texts().text(channel.language(), key, values);
  }
}
