package otklik.emergency.settings;

import java.util.List;
import otklik.channels.Button;
import otklik.dialogs.Visitor;
import otklik.kernel.TicketId;
import otklik.talk.Press;

/// Buttons under what a person is told of their own request.
public final class OwnButtons {
  private OwnButtons() {}

  public static List<List<Button>> withdraw(Visitor visitor, TicketId ticket) {
    return List.of(List.of(
        visitor.button("emergency.button.withdraw", Press.of(EmergencyButton.WITHDRAW, ticket).data())));
  }

  public static List<List<Button>> isDone(Visitor visitor, TicketId ticket) {
    return List.of(List.of(visitor.button("emergency.button.thanks", Press.of(EmergencyButton.THANKS, ticket).data())),
        List.of(visitor.button("emergency.button.still-needed",
            Press.of(EmergencyButton.STILL_NEEDED, ticket).data())));
  }

  public static List<List<Button>> extend(Visitor visitor, TicketId ticket) {
    return List.of(List.of(visitor.button("emergency.button.extend", Press.of(EmergencyButton.EXTEND, ticket).data())));
  }

  public static List<List<Button>> needHelp(Visitor visitor) {
    return List.of(List.of(
        visitor.button("emergency.button.need-help", Press.of(EmergencyButton.NEED_HELP).data())));
  }
}
