package otklik.delivery;

import org.springframework.stereotype.Component;
import otklik.standing.Trouble;
import otklik.standing.TroubleWatch;
import otklik.turns.Turn;

/// When a trouble is over, what waited for that goes at once.
@Component
final class ResumeLanes implements TroubleWatch {
  private final DeliveryLifecycle deliveryLifecycle;

  ResumeLanes(DeliveryLifecycle deliveryLifecycle) {
    this.deliveryLifecycle = deliveryLifecycle;
  }

  @Override
  public void ended(Turn turn, Trouble trouble) {
    turn.afterCommit(() -> deliveryLifecycle.of(turn.channel()).mended());
  }
}
