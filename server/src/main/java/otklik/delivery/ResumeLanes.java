package otklik.delivery;

import org.springframework.stereotype.Component;
import otklik.standing.Trouble;
import otklik.standing.TroubleWatch;
import otklik.turns.Turn;

/// When a trouble is over, what waited for that goes at once.
@Component
final class ResumeLanes implements TroubleWatch {
  private final Dispatchers dispatchers;

  ResumeLanes(Dispatchers dispatchers) {
    this.dispatchers = dispatchers;
  }

  @Override
  public void ended(Turn turn, Trouble trouble) {
    turn.afterCommit(() -> dispatchers.of(turn.channel()).mended());
  }
}
