package otklik.helpdesk.operators;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.talk.CommandDoor;
import otklik.talk.Press;
import otklik.talk.RoomButton;
import otklik.talk.RoomPressing;

/// The buttons under a ticket's card.
@Component
final class CardButtons implements DeskPart, RoomButton {
  private static final Map<Press.Kind, DeskCommand> MEANT = Map.of(
      DeskButton.TAKE, new DeskCommand.Take(),
      DeskButton.CLOSE, new DeskCommand.Close(),
      DeskButton.DETAILS, new DeskCommand.RequestDetails(),
      DeskButton.REOPEN, new DeskCommand.Reopen());

  private final CommandDoor door;

  CardButtons(CommandDoor door) {
    this.door = door;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return MEANT.keySet();
  }

  @Override
  public String pressed(RoomPressing pressing) throws Exception {
    return pressing.ticket() == null ? pressing.outdated()
        : door.pressed(pressing, pressing.ticket(), MEANT.get(pressing.press().kind()));
  }
}
