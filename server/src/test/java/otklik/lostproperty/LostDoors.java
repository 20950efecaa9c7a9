package otklik.lostproperty;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.commands.Commands;
import otklik.kernel.TicketId;
import otklik.people.Actor;
import otklik.talk.CommandDoor;
import otklik.talk.Press;
import otklik.talk.RoomButton;
import otklik.talk.RoomPressing;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.turns.Turn;

/// The doors to [LostCommand] besides the form: the buttons under a card, and time.
@Component
final class LostDoors implements LostPart, RoomButton, TimerHandler {
  private final CommandDoor door;
  private final Commands commands;
  private final Tickets tickets;

  LostDoors(CommandDoor door, Commands commands, Tickets tickets) {
    this.door = door;
    this.commands = commands;
    this.tickets = tickets;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(LostButton.TAKE, LostButton.CLOSE);
  }

  @Override
  public String pressed(RoomPressing pressing) throws Exception {
    return pressing.ticket() == null ? pressing.outdated() : door.pressed(pressing, pressing.ticket(),
        pressing.press().kind() == LostButton.TAKE ? new LostCommand.Take() : new LostCommand.Close());
  }

  @Override
  public Set<String> kinds() {
    return Set.of(LostMoves.UNTAKEN);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Ticket ticket = tickets.find(turn, new TicketId(Long.parseLong(timer.subject()))).orElseThrow();
    commands.give(turn, Actor.CLOCK, ticket, new LostCommand.Remind());
  }
}
