package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;

/// `/help`: what a person can do here.
@Component
final class Help implements PersonCommand {
  private final Deliveries deliveries;

  Help(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    deliveries.owe(visitor.turn(), Owed.words(visitor.says(visitor.text("help"))));
  }
}
