package otklik.emergency.coordinators;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.membership.Membership;
import otklik.emergency.people.Helplines;
import otklik.emergency.people.Volunteer;
import otklik.emergency.people.Volunteers;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.search.VolunteerCopies;
import otklik.emergency.search.Waking;
import otklik.emergency.words.TakerRelease;
import otklik.forms.Forms;
import otklik.kernel.PersonId;
import otklik.turns.Turn;

/// What becomes of somebody who isn't heard any more: what they were in the middle of is taken out of their hands. And
/// of somebody who is heard again.
@Component
final class Exclusion {
  private final TakerRelease takerRelease;
  private final Membership membership;
  private final Forms forms;
  private final VolunteerCopies volunteerCopies;
  private final Volunteers volunteers;
  private final Waking waking;
  private final Helplines helplines;
  private final Deliveries deliveries;

  Exclusion(TakerRelease takerRelease, Membership membership, Forms forms, VolunteerCopies volunteerCopies,
      Volunteers volunteers, Waking waking, Helplines helplines, Deliveries deliveries) {
    this.takerRelease = takerRelease;
    this.membership = membership;
    this.forms = forms;
    this.volunteerCopies = volunteerCopies;
    this.volunteers = volunteers;
    this.waking = waking;
    this.helplines = helplines;
    this.deliveries = deliveries;
  }

  /// Requests that they help with go back to the pool, a form is dropped, and a wish isn't granted any more.
  void begins(Visitor visitor) throws Exception {
    PersonId person = visitor.person().id();
    Turn turn = visitor.turn();
    membership.drop(visitor);
    forms.leave(visitor);
    takerRelease.lost(turn, person, RequestCommand.Loss.BLOCKED);
    volunteerCopies.hide(turn, person);
    deliveries.owe(turn, NewDelivery.words(visitor.says(
        visitor.text("emergency.blocked", "numbers", helplines.of(visitor)))));
  }

  /// A volunteer sees what is open.
  void ends(Visitor visitor) throws Exception {
    Turn turn = visitor.turn();
    deliveries.owe(turn, NewDelivery.words(visitor.says(visitor.text("emergency.unblocked"))));
    Optional<Volunteer> volunteer = volunteers.find(turn, visitor.person().id());
    if (volunteer.isPresent()) {
      waking.catchUp(turn, volunteer.get());
    }
  }
}
