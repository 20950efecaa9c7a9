package otklik.emergency.asking;

import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.emergency.helping.Welcome;
import otklik.emergency.settings.EmergencyPart;
import otklik.talk.PersonCommand;

/// `/help`: what can be done here.
@Component
final class EmergencyHelpCommand implements EmergencyPart, PersonCommand {
  private final Welcome welcome;

  EmergencyHelpCommand(Welcome welcome) {
    this.welcome = welcome;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    welcome.menu(visitor, "emergency.help");
  }
}
