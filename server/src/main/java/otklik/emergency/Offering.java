package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Visitor;
import otklik.storage.Tx;

/// They wrote, saw the menu and write on. Who has begun to help with a request meanwhile speaks to the one in need.
@Component
final class Offering implements DialogStep<EmergencyStep.Offered> {
  private final Escort escort;
  private final Welcome welcome;
  private final Dialogs dialogs;

  Offering(Escort escort, Welcome welcome, Dialogs dialogs) {
    this.escort = escort;
    this.welcome = welcome;
    this.dialogs = dialogs;
  }

  @Override
  public Class<EmergencyStep.Offered> step() {
    return EmergencyStep.Offered.class;
  }

  @Override
  public void said(Tx tx, Visitor visitor, EmergencyStep.Offered step, Incoming.Said said, Content shown)
      throws Exception {
    if (escort.said(tx, visitor, said, shown)) {
      dialogs.end(tx, visitor.channel(), visitor.chat().key());
    } else {
      welcome.said(tx, visitor, said, shown);
    }
  }
}
