package otklik.helpdesk.answers;

import org.springframework.stereotype.Component;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.talk.CommandDoor;
import otklik.talk.Order;
import otklik.talk.RoomAction;

/// `/del` as a reply to an answer takes it back from the person's chat.
@Component
final class TakeBackCommand implements DeskPart, RoomAction {
  private final CommandDoor door;

  TakeBackCommand(CommandDoor door) {
    this.door = door;
  }

  @Override
  public String name() {
    return "del";
  }

  @Override
  public void obey(Order order) throws Exception {
    door.answer(order, door.ordered(order, order.ticket(), new DeskCommand.TakeBack(order.said().replyTo())));
  }
}
