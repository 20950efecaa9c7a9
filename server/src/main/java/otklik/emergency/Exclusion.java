package otklik.emergency;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// What becomes of somebody who isn't heard any more: what they were in the middle of is taken out of their hands. And
/// of somebody who is heard again.
@Component
final class Exclusion {
  private final Losing losing;
  private final Membership membership;
  private final Form form;
  private final Copies copies;
  private final Volunteers volunteers;
  private final Waking waking;
  private final Helplines helplines;
  private final Deliveries deliveries;

  Exclusion(Losing losing, Membership membership, Form form, Copies copies, Volunteers volunteers, Waking waking,
      Helplines helplines, Deliveries deliveries) {
    this.losing = losing;
    this.membership = membership;
    this.form = form;
    this.copies = copies;
    this.volunteers = volunteers;
    this.waking = waking;
    this.helplines = helplines;
    this.deliveries = deliveries;
  }

  /// Requests that they help with go back to the pool, a form is dropped, and a wish isn't granted any more.
  void begins(Tx tx, Visitor visitor) throws Exception {
    PersonId person = visitor.person().id();
    Channel channel = visitor.channel();
    membership.drop(tx, visitor);
    form.leave(tx, visitor);
    losing.lost(tx, channel, person, BackToPool.Why.BLOCKED);
    copies.hide(tx, channel, person);
    deliveries.owe(tx, channel, Owed.words(visitor.says(
        visitor.text("emergency.blocked", "numbers", helplines.of(tx, visitor)))));
  }

  /// A volunteer sees what is open.
  void ends(Tx tx, Visitor visitor) throws Exception {
    Channel channel = visitor.channel();
    deliveries.owe(tx, channel, Owed.words(visitor.says(visitor.text("emergency.unblocked"))));
    Optional<Volunteer> volunteer = volunteers.find(tx, channel, visitor.person().id());
    if (volunteer.isPresent()) {
      waking.catchUp(tx, channel, volunteer.get());
    }
  }
}
