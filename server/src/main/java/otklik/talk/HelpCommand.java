package otklik.talk;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;

/// `/help`: what can be done here, in the words of the text `help`.
@Component
final class HelpCommand implements PersonCommand {
  private final Deliveries deliveries;

  HelpCommand(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public String scenario() {
    return EVERY;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(visitor.ownText("help"))));
  }
}
