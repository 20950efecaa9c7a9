package otklik.rooms;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.delivery.SettledDelivery;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// Where cards stand, and what is done when one could not be shown or changed.
@Component
final class CardNews implements Listener {
  private static final Logger log = LoggerFactory.getLogger(CardNews.class);

  private final RoomProviders roomProviders;
  private final Tickets tickets;
  private final RoomCards roomCards;
  private final LostRooms lostRooms;
  private final Deliveries deliveries;

  CardNews(RoomProviders roomProviders, Tickets tickets, RoomCards roomCards, LostRooms lostRooms,
      Deliveries deliveries) {
    this.roomProviders = roomProviders;
    this.tickets = tickets;
    this.roomCards = roomCards;
    this.lostRooms = lostRooms;
    this.deliveries = deliveries;
  }

  @Override
  public Set<String> kinds() {
    return roomProviders.kinds(RoomTag.CARD, RoomTag.SHARED_CARD, RoomTag.CHANGE);
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    Ticket ticket = tickets.find(turn, new TicketId(done.subject().id())).orElseThrow();
    boolean change = RoomTag.read(done.subject().kind()) == RoomTag.CHANGE;
    if (ticket.isErased()) {
      late(turn, done);
      return;
    }
    switch (done.outcome()) {
      case Outcome.Sent sent -> {
        if (!change) {
          roomCards.shown(turn, ticket, done, sent.ids().getFirst());
        }
      }
      case Outcome.Answered _ -> throw new IllegalStateException("nothing was asked");
      case Outcome.Refused refused -> {
        if (!change) {
          log.error("{}: the card of {} was refused: {}", turn.channel().label(), ticket.shownNumber(),
              refused.detail());
        }
        if (refused.why().isGivenUp() && !change) {
          roomCards.tellGivenUp(turn, ticket, done.id());
        } else if (LostRooms.isLoss(done, refused)) {
          lostRooms.gone(turn, ticket, done.call().place());
        } else if ((refused.why() == Refusal.MESSAGE_GONE || refused.why() == Refusal.MESSAGE_FIXED)
            && !ticket.state().equals(Ticket.CLOSED)) {
          gone(turn, ticket, done.call());
        }
      }
    }
  }

  /// The person had their data erased while the card was on its way. A topic of the ticket's own is deleted as a whole.
  private void late(Turn turn, SettledDelivery done) throws Exception {
    if (RoomTag.read(done.subject().kind()) == RoomTag.SHARED_CARD && done.outcome() instanceof Outcome.Sent sent) {
      deliveries.owe(turn, NewDelivery.of(Priority.EDITS,
          new Call.Delete(done.call().place(), new Target.Known(sent.ids().getFirst()))));
    }
  }

  /// Somebody deleted the card, or the whole topic: the same words say either (Bot API, "message to edit not found").
  /// A new card finds out.
  private void gone(Turn turn, Ticket ticket, Call call) throws Exception {
    boolean current = call instanceof Call.EditText edit && switch (edit.message()) {
      case Target.Known(var id) -> id.equals(ticket.cardId());
      case Target.MadeBy(var delivery, _) -> delivery.equals(ticket.cardDelivery());
    };
    if (current && ticket.room() != null) {
      roomCards.showAgain(turn, ticket, ticket.room());
    }
  }
}
