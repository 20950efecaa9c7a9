package otklik.emergency;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.kernel.TicketId;
import otklik.people.Person;
import otklik.rooms.Rooms;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// The buttons under a request's card. What can't be undone by the same hand is asked for twice.
@Component
final class Decisions implements RoomButton {
  static final String SURELY = "surely";

  private final Tickets tickets;
  private final CardRows rows;
  private final Rooms rooms;
  private final Cards cards;
  private final Verdicts verdicts;
  private final Banning banning;

  Decisions(Tickets tickets, CardRows rows, Rooms rooms, Cards cards, Verdicts verdicts, Banning banning) {
    this.tickets = tickets;
    this.rows = rows;
    this.rooms = rooms;
    this.cards = cards;
    this.verdicts = verdicts;
    this.banning = banning;
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.CLOSE, Press.Action.BLOCK, Press.Action.UNBLOCK, Press.Action.KEEP,
        Press.Action.EXTEND, Press.Action.READMIT, Press.Action.KEEP_CLOSED);
  }

  @Override
  public String pressed(Turn turn, Person coordinator, Press press, Incoming.Pressed pressed) throws Exception {
    TicketId named = press.ticket().orElse(null);
    Ticket ticket = named == null ? null
        : tickets.find(turn, named).filter(found -> !found.isErased()).orElse(null);
    if (ticket == null) {
      return turn.text("emergency.button-outdated");
    }
    boolean surely = press.more().filter(SURELY::equals).isPresent();
    return switch (press.action()) {
      case CLOSE -> surely ? verdicts.close(turn, ticket, coordinator)
          : ask(turn, ticket, press.action(), "emergency.card.button.close-surely");
      case BLOCK -> surely ? block(turn, ticket, coordinator)
          : ask(turn, ticket, press.action(), "emergency.card.button.block-surely");
      case UNBLOCK -> unblock(turn, ticket, coordinator);
      case KEEP -> {
        cards.refresh(turn, ticket.id());
        yield turn.text("emergency.coordinators.kept");
      }
      case EXTEND -> verdicts.extend(turn, ticket, coordinator);
      case READMIT -> verdicts.readmit(turn, ticket, coordinator);
      case KEEP_CLOSED -> surely || !ticket.state().equals(Lifecycle.APPEALED)
          ? verdicts.keepClosed(turn, ticket, coordinator)
          : ask(turn, ticket, press.action(), "emergency.card.button.keep-closed-surely");
      default -> throw new IllegalStateException("nobody sent " + press.action() + " here");
    };
  }

  private String ask(Turn turn, Ticket ticket, Press.Action what, String key) throws Exception {
    if (ticket.state().equals(Ticket.CLOSED)) {
      cards.refresh(turn, ticket.id());
      return turn.text("emergency.coordinators.closed-already");
    }
    rooms.redraw(turn, ticket, rows.read(turn, ticket).asking(what, key));
    return turn.text("emergency.coordinators.sure");
  }

  private String block(Turn turn, Ticket ticket, Person coordinator) throws Exception {
    boolean news = banning.block(turn, ticket.person(), coordinator.id());
    cards.refresh(turn, ticket.id());
    return turn.text(news ? "emergency.coordinators.done" : "emergency.coordinators.blocked-already");
  }

  private String unblock(Turn turn, Ticket ticket, Person coordinator) throws Exception {
    boolean news = banning.unblock(turn, ticket.person(), coordinator.id());
    cards.refresh(turn, ticket.id());
    return turn.text(news ? "emergency.coordinators.done" : "emergency.coordinators.not-blocked");
  }
}
