package otklik.helpdesk.operators;

import org.springframework.stereotype.Component;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.talk.CommandDoor;
import otklik.talk.Order;
import otklik.talk.RoomAction;

/// `/revoke CODE`: lets nobody else in with it.
@Component
final class RevokeCommand implements DeskPart, RoomAction {
  private final CommandDoor door;

  RevokeCommand(CommandDoor door) {
    this.door = door;
  }

  @Override
  public String name() {
    return "revoke";
  }

  @Override
  public boolean isForAdmins() {
    return true;
  }

  @Override
  public void obey(Order order) throws Exception {
    door.answer(order, door.ordered(order, null, new DeskCommand.RevokeCode(order.rest())));
  }
}
