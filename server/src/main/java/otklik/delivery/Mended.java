package otklik.delivery;

import org.springframework.stereotype.Component;
import otklik.standing.Trouble;
import otklik.standing.TroubleWatch;
import otklik.turns.Turn;

/// When a trouble is over, what waited for that goes at once.
@Component
final class Mended implements TroubleWatch {
  private final Departures departures;

  Mended(Departures departures) {
    this.departures = departures;
  }

  @Override
  public void ended(Turn turn, Trouble trouble) {
    turn.afterCommit(() -> departures.of(turn.channel()).mended());
  }
}
