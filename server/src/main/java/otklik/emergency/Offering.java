package otklik.emergency;

import java.time.Instant;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;

/// They wrote, saw the menu and write on.
@Component
final class Offering implements DialogStep<EmergencyStep.Offered> {
  private final Welcome welcome;

  Offering(Welcome welcome) {
    this.welcome = welcome;
  }

  @Override
  public Class<EmergencyStep.Offered> step() {
    return EmergencyStep.Offered.class;
  }

  /// They saw the menu, which asks nothing.
  @Override
  public boolean mayAnswer(Visitor visitor, Incoming.Said said, Instant since) {
    return false;
  }

  @Override
  public void said(Visitor visitor, EmergencyStep.Offered step, Incoming.Said said, Content shown) throws Exception {
    welcome.said(visitor, said, shown);
  }
}
