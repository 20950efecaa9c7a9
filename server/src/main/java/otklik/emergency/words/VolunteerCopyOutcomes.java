package otklik.emergency.words;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.delivery.SettledDelivery;
import otklik.emergency.requests.Asking;
import otklik.emergency.requests.Askings;
import otklik.emergency.requests.Cases;
import otklik.emergency.requests.Copy;
import otklik.emergency.search.VolunteerCopies;
import otklik.emergency.search.VolunteerInvitations;
import otklik.turns.Turn;

/// Hears what became of copies. One that was true when it was owed and isn't any more when it arrives is put right.
@Component
final class VolunteerCopyOutcomes implements Listener {
  private final Askings askings;
  private final VolunteerCopies volunteerCopies;
  private final Cases cases;
  private final EmergencyReachability emergencyReachability;
  private final Deliveries deliveries;

  VolunteerCopyOutcomes(Askings askings, VolunteerCopies volunteerCopies, Cases cases,
      EmergencyReachability emergencyReachability, Deliveries deliveries) {
    this.askings = askings;
    this.volunteerCopies = volunteerCopies;
    this.cases = cases;
    this.emergencyReachability = emergencyReachability;
    this.deliveries = deliveries;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(VolunteerInvitations.COPY);
  }

  @Override
  public boolean isRevocable() {
    return true;
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    Asking asking = askings.find(turn, done.subject().id()).orElse(null);
    if (asking == null) {
      return;
    }
    switch (done.outcome()) {
      case Outcome.Sent _ when done.call() instanceof Call.EditText -> {
        // What the copy should say it says.
      }
      case Outcome.Sent(var ids, _) when done.id().equals(asking.delivery()) -> {
        askings.sent(turn, asking.id(), done.id(), ids.getFirst());
        if (asking.copy() != null && !asking.copy().equals(ids.getFirst())) {
          replaced(turn, asking, done.call(), asking.copy());
        }
        Asking now = askings.find(turn, asking.id()).orElseThrow();
        if (!volunteerCopies.face(turn, now).isOf(done.call())) {
          volunteerCopies.refresh(turn, now);
        }
      }
      case Outcome.Sent(var ids, _) -> replaced(turn, asking, done.call(), ids.getFirst());
      case Outcome.Refused refused -> {
        if (done.id().equals(asking.delivery())) {
          askings.failed(turn, asking.id(), done.id(), refused.why().name());
        }
        if (refused.why() == Refusal.PERSON_UNREACHABLE) {
          emergencyReachability.becomes(turn, asking.volunteer(), false);
        }
      }
      case Outcome.Answered _ -> {
        // Copies ask nothing.
      }
    }
  }

  /// Another message is their copy by now.
  private void replaced(Turn turn, Asking asking, Call call, String message) throws Exception {
    Askings.Shown shown = askings.shown(turn, asking.id()).orElseThrow();
    deliveries.owe(turn, NewDelivery.of(Priority.EDITS, new Call.EditText(call.place(), new Target.Known(message),
        Copy.below(turn.channel(), VolunteerInvitations.language(turn.channel(), shown.language()),
        cases.read(turn, asking.ticket())),
        List.of())).replacing(VolunteerInvitations.key(asking.id(), message)).beside());
  }
}
