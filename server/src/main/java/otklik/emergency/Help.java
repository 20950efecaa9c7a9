package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;

/// `/help`: what can be done here.
@Component
final class Help implements PersonCommand {
  private final Welcome welcome;

  Help(Welcome welcome) {
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
