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
import otklik.storage.Tx;
import otklik.workspaces.Channel;

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
  public void heard(Tx tx, Channel channel, Done done) throws Exception {
    Asking asking = askings.find(tx, channel, done.subject().id()).orElse(null);
    if (asking == null) {
      return;
    }
    switch (done.outcome()) {
      case Outcome.Sent _ when done.call() instanceof Call.EditText -> {
        // What the copy should say it says.
      }
      case Outcome.Sent(var ids, _) when done.id().equals(asking.delivery()) -> {
        askings.sent(tx, channel, asking.id(), done.id(), ids.getFirst());
        if (asking.copy() != null && !asking.copy().equals(ids.getFirst())) {
          replaced(tx, channel, asking, done.call(), asking.copy());
        }
        Asking now = askings.find(tx, channel, asking.id()).orElseThrow();
        if (!copies.face(tx, channel, now).isOf(done.call())) {
          copies.refresh(tx, channel, now);
        }
      }
      case Outcome.Sent(var ids, _) -> replaced(tx, channel, asking, done.call(), ids.getFirst());
      case Outcome.Refused refused -> {
        if (done.id().equals(asking.delivery())) {
          askings.failed(tx, channel, asking.id(), done.id(), refused.why().name());
        }
        if (refused.why() == Refusal.PERSON_UNREACHABLE) {
          reachability.becomes(tx, channel, asking.volunteer(), false);
        }
      }
      case Outcome.Answered _ -> {
        // Copies ask nothing.
      }
    }
  }

  /// Another message is their copy by now.
  private void replaced(Tx tx, Channel channel, Asking asking, Call call, String message) throws Exception {
    Askings.Shown shown = askings.shown(tx, channel, asking.id()).orElseThrow();
    deliveries.owe(tx, channel, Owed.of(Priority.EDITS, new Call.EditText(call.place(), new Target.Known(message),
        Copy.below(channel, Summons.language(channel, shown.language()), cases.read(tx, channel, asking.ticket())),
        List.of())).replacing(Summons.key(asking.id(), message)).beside());
  }
}
