package otklik.helpdesk.operators;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import otklik.commands.Result;
import otklik.dialogs.Invisible;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.talk.CommandDoor;
import otklik.talk.Order;
import otklik.talk.RoomAction;

/// `/newcode PROJECT [uses=N] [days=N]`: one more code for a project. `Company / Project` also makes what isn't there.
@Component
final class NewCodeCommand implements DeskPart, RoomAction {
  private static final Pattern OPTION = Pattern.compile("(?:^|\\s)(uses|days)=(\\S*)");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,4}");

  private final CommandDoor door;

  NewCodeCommand(CommandDoor door) {
    this.door = door;
  }

  @Override
  public String name() {
    return "newcode";
  }

  @Override
  public boolean isForAdmins() {
    return true;
  }

  @Override
  public void obey(Order order) throws Exception {
    Integer uses = null;
    Integer days = null;
    Matcher option = OPTION.matcher(order.rest());
    while (option.find()) {
      if (!NUMBER.matcher(option.group(2)).matches()) {
        door.answer(order, Result.refused("newcode.usage"));
        return;
      }
      int number = Integer.parseInt(option.group(2));
      if (option.group(1).equals("uses")) {
        uses = number;
      } else {
        days = number;
      }
    }
    String project = Invisible.tidy(OPTION.matcher(order.rest()).replaceAll(" "));
    door.answer(order, door.ordered(order, null, new DeskCommand.MakeCode(project, uses, days)));
  }
}
