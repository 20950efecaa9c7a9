package otklik.emergency.cards;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.rooms.Rooms;
import otklik.talk.CommandDoor;
import otklik.talk.Press;
import otklik.talk.RoomButton;
import otklik.talk.RoomPressing;
import otklik.talk.TalkButton;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// The buttons under a request's card. What can't be undone by the same hand is asked for twice.
@Component
public final class CoordinatorButtons implements EmergencyPart, RoomButton {
  public static final String SURELY = "surely";

  private final CardRows rows;
  private final Rooms rooms;
  private final RequestCards requestCards;
  private final CommandDoor door;

  CoordinatorButtons(CardRows rows, Rooms rooms, RequestCards requestCards, CommandDoor door) {
    this.rows = rows;
    this.rooms = rooms;
    this.requestCards = requestCards;
    this.door = door;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.CLOSE, EmergencyButton.BLOCK, EmergencyButton.UNBLOCK, TalkButton.KEEP,
        EmergencyButton.EXTEND, EmergencyButton.READMIT, EmergencyButton.KEEP_CLOSED);
  }

  @Override
  public String pressed(RoomPressing pressing) throws Exception {
    Turn turn = pressing.turn();
    Press press = pressing.press();
    Ticket ticket = pressing.ticket();
    if (ticket == null) {
      return pressing.outdated();
    }
    boolean surely = press.more().filter(SURELY::equals).isPresent();
    return switch (press.kind()) {
      case EmergencyButton.CLOSE -> surely ? door.pressed(pressing, ticket, new RequestCommand.Close())
          : ask(turn, ticket, press.kind(), "emergency.card.button.close-surely");
      case EmergencyButton.BLOCK -> surely ? door.pressed(pressing, ticket, new RequestCommand.Block())
          : ask(turn, ticket, press.kind(), "emergency.card.button.block-surely");
      case EmergencyButton.UNBLOCK -> door.pressed(pressing, ticket, new RequestCommand.Unblock());
      case TalkButton.KEEP -> {
        requestCards.refresh(turn, ticket.id());
        yield turn.text("emergency.coordinators.kept");
      }
      case EmergencyButton.EXTEND -> door.pressed(pressing, ticket, new RequestCommand.Extend());
      case EmergencyButton.READMIT -> door.pressed(pressing, ticket, new RequestCommand.Readmit());
      case EmergencyButton.KEEP_CLOSED -> surely || !ticket.state().equals(RequestLifecycle.APPEALED)
          ? door.pressed(pressing, ticket, new RequestCommand.KeepClosed())
          : ask(turn, ticket, press.kind(), "emergency.card.button.keep-closed-surely");
      default -> throw new IllegalStateException("nobody sent " + press.kind() + " here");
    };
  }

  private String ask(Turn turn, Ticket ticket, Press.Kind what, String key) throws Exception {
    if (ticket.state().equals(Ticket.CLOSED)) {
      requestCards.refresh(turn, ticket.id());
      return turn.text("emergency.coordinators.closed-already");
    }
    rooms.redraw(turn, ticket, rows.read(turn, ticket).asking(what, key));
    return turn.text("emergency.coordinators.sure");
  }
}
