package otklik.emergency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.MessageRef;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.kernel.TicketId;
import otklik.relay.Byline;
import otklik.relay.Direction;
import otklik.relay.Pieces;
import otklik.relay.Relay;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// What a volunteer says to the person whom they help. It is passed on and not kept: what it tells is the business of
/// the two of them.
@Component
final class Escort {
  private final Requests requests;
  private final Tickets tickets;
  private final Askings askings;
  private final TakersTime time;
  private final Relay relay;
  private final Letters letters;
  private final Deliveries deliveries;

  Escort(Requests requests, Tickets tickets, Askings askings, TakersTime time, Relay relay, Letters letters,
      Deliveries deliveries) {
    this.requests = requests;
    this.tickets = tickets;
    this.askings = askings;
    this.time = time;
    this.relay = relay;
    this.letters = letters;
    this.deliveries = deliveries;
  }

  /// A volunteer wrote. False when they help with nothing.
  boolean said(Tx tx, Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    Channel channel = visitor.channel();
    List<TicketId> held = requests.heldBy(tx, channel, visitor.person().id());
    if (held.isEmpty()) {
      return false;
    }
    Ticket ticket = tickets.find(tx, channel, meant(tx, visitor, held, said.replyTo())).orElseThrow();
    relay.keep(tx, channel, ticket.id(), Direction.OUT, PassedOn.without(said), PassedOn.NOTHING);
    time.heard(tx, channel, ticket.id());
    Visitor person = letters.person(tx, channel, ticket);
    say(tx, person, person.text("emergency.escort.volunteer", "name", visitor.person().spokenName()), shown, ticket);
    if (held.size() > 1) {
      letters.to(tx, visitor, "emergency.escort.passed", List.of(), "number", ticket.shownNumber());
    }
    return true;
  }

  /// Of several, the one whose card is replied to, else the one that was taken last.
  private TicketId meant(Tx tx, Visitor visitor, List<TicketId> held, @Nullable MessageRef replyTo) {
    if (replyTo != null) {
      for (TicketId each : held) {
        if (askings.of(tx, visitor.channel(), each, visitor.person().id())
            .filter(asking -> replyTo.id().equals(asking.copy())).isPresent()) {
          return each;
        }
      }
    }
    return held.getFirst();
  }

  private void say(Tx tx, Visitor to, String line, Content shown, Ticket ticket) throws Exception {
    for (Content content : Byline.on(line, shown)) {
      for (Content piece : Pieces.of(content)) {
        deliveries.owe(tx, to.channel(), Owed.words(new Call.Say(to.chat(), piece, null, List.of())).about(
            Whereabouts.isPosition(piece) ? PlaceTraces.HELPERS_POSITION : LostWords.TO_PERSON, ticket.id().value()));
      }
    }
  }
}
