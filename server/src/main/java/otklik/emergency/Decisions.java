package otklik.emergency;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.kernel.TicketId;
import otklik.people.Person;
import otklik.rooms.Rooms;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

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
  public String pressed(Tx tx, Channel channel, Person coordinator, Press press, Incoming.Pressed pressed)
      throws Exception {
    TicketId named = press.ticket().orElse(null);
    Ticket ticket = named == null ? null
        : tickets.find(tx, channel, named).filter(found -> !found.isErased()).orElse(null);
    if (ticket == null) {
      return text(channel, "emergency.button-outdated");
    }
    boolean surely = press.more().filter(SURELY::equals).isPresent();
    return switch (press.action()) {
      case CLOSE -> surely ? verdicts.close(tx, channel, ticket, coordinator)
          : ask(tx, channel, ticket, press.action(), "emergency.card.button.close-surely");
      case BLOCK -> surely ? block(tx, channel, ticket, coordinator)
          : ask(tx, channel, ticket, press.action(), "emergency.card.button.block-surely");
      case UNBLOCK -> unblock(tx, channel, ticket, coordinator);
      case KEEP -> {
        cards.refresh(tx, channel, ticket.id());
        yield text(channel, "emergency.coordinators.kept");
      }
      case EXTEND -> verdicts.extend(tx, channel, ticket, coordinator);
      case READMIT -> verdicts.readmit(tx, channel, ticket, coordinator);
      case KEEP_CLOSED -> surely || !ticket.state().equals(Lifecycle.APPEALED) ? verdicts.keepClosed(tx, channel, ticket, coordinator)
          : ask(tx, channel, ticket, press.action(), "emergency.card.button.keep-closed-surely");
      default -> throw new IllegalStateException("nobody sent " + press.action() + " here");
    };
  }

  private String ask(Tx tx, Channel channel, Ticket ticket, Press.Action what, String key) throws Exception {
    if (ticket.state().equals(Ticket.CLOSED)) {
      cards.refresh(tx, channel, ticket.id());
      return text(channel, "emergency.coordinators.closed-already");
    }
    rooms.redraw(tx, channel, ticket, rows.read(tx, channel, ticket).asking(what, key));
    return text(channel, "emergency.coordinators.sure");
  }

  private String block(Tx tx, Channel channel, Ticket ticket, Person coordinator) throws Exception {
    boolean news = banning.block(tx, channel, ticket.person(), coordinator.id());
    cards.refresh(tx, channel, ticket.id());
    return text(channel, news ? "emergency.coordinators.done" : "emergency.coordinators.blocked-already");
  }

  private String unblock(Tx tx, Channel channel, Ticket ticket, Person coordinator) throws Exception {
    boolean news = banning.unblock(tx, channel, ticket.person(), coordinator.id());
    cards.refresh(tx, channel, ticket.id());
    return text(channel, news ? "emergency.coordinators.done" : "emergency.coordinators.not-blocked");
  }

  private static String text(Channel channel, String key) {
    return channel.texts().text(channel.language(), key);
  }
}
