package otklik.emergency;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.kernel.ChannelId;
import otklik.kernel.PersonId;
import otklik.people.Blocklist;

/// Who is heard at all: nobody who is blocked, and of a flood only its beginning. How much somebody said lately is
/// known to this process only: after a restart everybody has a full minute again.
@Component
final class FloodLimit {
  static final int MOST = 60;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int REMEMBERED = 10_000;

  private final Blocklist blocklist;
  private final Deliveries deliveries;
  private final Cache<Key, Minute> minutes = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private record Key(ChannelId channel, PersonId person) {}

  private record Minute(Instant since, int heard) {}

  FloodLimit(Blocklist blocklist, Deliveries deliveries) {
    this.blocklist = blocklist;
    this.deliveries = deliveries;
  }

  /// Whether what somebody does now is heard. They are told when it isn't: once in a flood, never when blocked. Their
  /// presses end without a word: the messenger would show that they wait for us.
  boolean admits(Visitor visitor) throws Exception {
    if (blocklist.has(visitor.turn(), visitor.person().id())) {
      return false;
    }
    Key key = new Key(visitor.channel().id(), visitor.person().id());
    Instant now = visitor.turn().now();
    Minute before = minutes.getIfPresent(key);
    Minute minute = before == null || !before.since().plus(MINUTE).isAfter(now) ? new Minute(now, 1)
        : new Minute(before.since(), before.heard() + 1);
    visitor.turn().afterCommit(() -> minutes.put(key, minute));
    if (minute.heard() == MOST + 1) {
      deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(visitor.text("emergency.too-much"))));
    }
    return minute.heard() <= MOST;
  }
}
