package otklik.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import otklik.channels.Call;
import otklik.workspaces.Channel;

/// Reckons how long those who wait for a group will have to wait.
final class LoadEstimator {
  private LoadEstimator() {}

  /// @param lanes of that chat
  /// @param now   the same moment in monotonic nanoseconds
  static GroupLoad of(Channel channel, Chat chat, Collection<Lane> lanes, Instant at, long now) {
    if (!chat.isThrifty()) {
      return new GroupLoad(channel, chat.id, Integer.MAX_VALUE, 0, Duration.ZERO, 0, false);
    }
    int perMinute = chat.perMinute(now);
    int needed = lanes.stream().mapToInt(LoadEstimator::needed).sum();
    int waiting = Math.max(0, needed - chat.room(now));
    Duration delay = Duration.ZERO;
    if (waiting > 0) {
      delay = Duration.ofNanos(chat.untilNext(now))
          .plus(Duration.ofMinutes(1).multipliedBy(waiting - 1L).dividedBy(Math.max(1, perMinute)));
      Duration longest = lanes.stream().map(lane -> waited(lane, at)).max(Duration::compareTo).orElse(Duration.ZERO);
      delay = delay.compareTo(longest) > 0 ? delay : longest;
    }
    return new GroupLoad(channel, chat.id, perMinute, waiting, delay, chat.load(now), false).judged(chat.overloaded);
  }

  /// Operations that the words in a lane need; those that can be joined need one.
  private static int needed(Lane lane) {
    int needed = 0;
    String before = null;
    for (Delivery delivery : lane.window.rows()) {
      if (isWords(delivery)) {
        needed += delivery.joins() != null && delivery.joins().equals(before) ? 0 : 1;
        before = delivery.joins();
      }
    }
    return needed;
  }

  /// Answers to presses, marks and questions cost nothing.
  private static boolean isWords(Delivery delivery) {
    return delivery.priority() == Priority.WORDS && !Lane.yields(delivery.call())
        && !(delivery.call() instanceof Call.AnswerPress) && !(delivery.call() instanceof Call.Question);
  }

  private static Duration waited(Lane lane, Instant now) {
    return lane.window.rows().stream().filter(LoadEstimator::isWords)
        .map(delivery -> Duration.between(delivery.owedAt(), now)).max(Duration::compareTo).orElse(Duration.ZERO);
  }
}
