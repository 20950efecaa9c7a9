package otklik.emergency.settings;

import java.time.Duration;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.people.Blocklist;
import otklik.people.Person;
import otklik.people.RateLimitLog;
import otklik.turns.Turn;

/// Who is heard at all: nobody who is blocked, and of a flood only its beginning.
@Component
public final class FloodAdmission {
  static final int MOST = 60;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private enum Noted implements RateLimitLog.Kind {
    HEARD,
    /// They were told that it is too much.
    TOLD
  }

  private final Blocklist blocklist;
  private final RateLimitLog rateLimitLog;
  private final Deliveries deliveries;

  FloodAdmission(Blocklist blocklist, RateLimitLog rateLimitLog, Deliveries deliveries) {
    this.blocklist = blocklist;
    this.rateLimitLog = rateLimitLog;
    this.deliveries = deliveries;
  }

  /// Whether what somebody does now is heard. They are told when it isn't: once a minute in a flood, never when blocked.
  /// Their presses end without a word: the messenger would show that they wait for us.
  public boolean admits(Visitor visitor) throws Exception {
    Turn turn = visitor.turn();
    Person person = visitor.person();
    if (blocklist.has(turn, person.id())) {
      return false;
    }
    if (rateLimitLog.count(turn, person, Noted.HEARD, MINUTE) < MOST) {
      rateLimitLog.note(turn, person, Noted.HEARD, MINUTE);
      return true;
    }
    if (rateLimitLog.count(turn, person, Noted.TOLD, MINUTE) == 0) {
      rateLimitLog.note(turn, person, Noted.TOLD, MINUTE);
      deliveries.owe(turn, NewDelivery.words(visitor.says(visitor.text("emergency.too-much"))));
    }
    return false;
  }
}
