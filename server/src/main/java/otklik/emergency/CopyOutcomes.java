package otklik.emergency;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Done;
import otklik.delivery.Listener;
import otklik.delivery.Owed;
import otklik.delivery.Priority;
import otklik.turns.Turn;

/// Hears what became of copies. One that was true when it was owed and isn't any more when it arrives is put right.
@Component
final class CopyOutcomes implements Listener {
  private final Askings askings;
  private final Copies copies;
  private final Cases cases;
  private final Reachability reachability;
  private final Deliveries deliveries;

  CopyOutcomes(Askings askings, Copies copies, Cases cases, Reachability reachability, Deliveries deliveries) {
    this.askings = askings;
    this.copies = copies;
    this.cases = cases;
    this.reachability = reachability;
    this.deliveries = deliveries;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Summons.COPY);
  }

  @Override
  public boolean isRevocable() {
    return true;
  }

  @Override
  public void heard(Turn turn, Done done) throws Exception {
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
        if (!copies.face(turn, now).isOf(done.call())) {
          copies.refresh(turn, now);
        }
      }
      case Outcome.Sent(var ids, _) -> replaced(turn, asking, done.call(), ids.getFirst());
      case Outcome.Refused refused -> {
        if (done.id().equals(asking.delivery())) {
          askings.failed(turn, asking.id(), done.id(), refused.why().name());
        }
        if (refused.why() == Refusal.PERSON_UNREACHABLE) {
          reachability.becomes(turn, asking.volunteer(), false);
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
    deliveries.owe(turn, Owed.of(Priority.EDITS, new Call.EditText(call.place(), new Target.Known(message),
        Copy.below(turn.channel(), Summons.language(turn.channel(), shown.language()),
        cases.read(turn, asking.ticket())),
        List.of())).replacing(Summons.key(asking.id(), message)).beside());
  }
}
