package otklik.emergency.words;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Context;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.LocationParser;
import otklik.emergency.requests.Notifications;
import otklik.emergency.requests.RequestLifecycle;
import otklik.relay.Byline;
import otklik.relay.Direction;
import otklik.relay.Heads;
import otklik.relay.Pieces;
import otklik.relay.Relay;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What a volunteer says to the person whom they help. It is passed on and not kept: what it tells is the business of
/// the two of them.
@Component
public final class TakerMessages {
  private final TakerTime time;
  private final Relay relay;
  private final Notifications notifications;
  private final Deliveries deliveries;

  TakerMessages(TakerTime time, Relay relay, Notifications notifications, Deliveries deliveries) {
    this.time = time;
    this.relay = relay;
    this.notifications = notifications;
    this.deliveries = deliveries;
  }

  /// A volunteer wrote to the person of a request that they have.
  public void said(Visitor visitor, Ticket ticket, Incoming.Said said, Content shown) throws Exception {
    Turn turn = visitor.turn();
    relay.keep(turn, ticket.id(), Direction.OUT, PassedOn.without(said), PassedOn.NOTHING);
    if (ticket.state().equals(RequestLifecycle.TAKEN)) {
      time.heard(turn, ticket.id());
    }
    Visitor person = notifications.person(turn, ticket);
    say(person, person.text("emergency.escort.volunteer", "name", visitor.person().spokenName()), shown, ticket,
        said.context());
  }

  /// Their words were put right: whoever got them learns it.
  public void corrected(Visitor visitor, Ticket ticket, String words) throws Exception {
    Visitor person = notifications.person(visitor.turn(), ticket);
    say(person, person.text("emergency.escort.volunteer", "name", visitor.person().spokenName()),
        Content.Text.of(person.text("emergency.from-asker.corrected", "words", words)), ticket, Context.NONE);
  }

  private void say(Visitor to, String line, Content shown, Ticket ticket, Context context) throws Exception {
    Content.Text around = Heads.lines(to.channel(), to.language(), context, true);
    Content.Text whose = Content.Text.of(line + ":");
    Content.Text head = around == null ? whose : Content.Text.joined(List.of(whose, around));
    if (shown instanceof Content.Location location && location.live()) {
      head = Content.Text.joined(List.of(head, Content.Text.of(to.text("emergency.escort.live"))));
    }
    for (Content content : Byline.above(head, shown)) {
      for (Content piece : Pieces.of(content, to.channel().sizes())) {
        deliveries.owe(to.turn(), NewDelivery.words(new Call.Say(to.chat(), piece, null, List.of())).about(
            LocationParser.isPosition(piece) ? PlaceTraces.HELPERS_POSITION : Notifications.TO_PERSON, ticket.id().value())
            .of(ticket.id()));
      }
    }
  }
}
