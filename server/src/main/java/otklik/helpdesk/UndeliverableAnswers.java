package otklik.helpdesk;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.relay.Direction;
import otklik.relay.Kinds;
import otklik.relay.Receipts;
import otklik.relay.Relay;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What an operator wrote and nobody can carry to the person: kept as a note, marked as not delivered, and told of.
@Component
final class UndeliverableAnswers {
  private final Relay relay;
  private final Receipts receipts;
  private final Deliveries deliveries;

  UndeliverableAnswers(Relay relay, Receipts receipts, Deliveries deliveries) {
    this.relay = relay;
    this.receipts = receipts;
    this.deliveries = deliveries;
  }

  void keep(Turn turn, Ticket ticket, Incoming.Said said, Content.Unsupported content) throws Exception {
    relay.keep(turn, ticket.id(), Direction.NOTE, said, content);
    receipts.failed(turn, said.ref());
    deliveries.owe(turn, NewDelivery.words(new Call.Say(said.place(),
        Content.Text.of(turn.text("undelivered.misfit", "kind", Kinds.of(turn.channel(), content))),
        new Target.Known(said.ref().id()), List.of())));
  }
}
