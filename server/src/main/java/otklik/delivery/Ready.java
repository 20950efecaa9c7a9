package otklik.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import otklik.channels.Line;

/// The lanes that could go, by their turn. What a lane is ranked by must not change while it stands here. Guarded by its
/// [Dispatcher].
final class Ready {
  private static final Comparator<Lane> URGENT_THEN_OLD =
      Comparator.comparingInt(Lane::urgency).thenComparingLong(Lane::since);

  private final Line line;
  private final TreeSet<Lane> paid = new TreeSet<>(URGENT_THEN_OLD);
  private final TreeSet<Lane> free = new TreeSet<>(URGENT_THEN_OLD);

  Ready(Line line) {
    this.line = line;
  }

  void add(Lane lane) {
    lane.rank();
    for (Delivery delivery : lane.candidates()) {
      (isFree(delivery) ? free : paid).add(lane);
    }
  }

  void remove(Lane lane) {
    paid.remove(lane);
    free.remove(lane);
  }

  private boolean isFree(Delivery delivery) {
    return line.cost(delivery.call()) == 0;
  }

  /// Takes out the next of those that have something that costs nothing.
  @Nullable Lane nextFree() {
    return free.pollFirst();
  }

  /// The next of those that have something that costs.
  @Nullable Lane firstPaid() {
    return paid.isEmpty() ? null : paid.first();
  }

  /// It has its turn; what costs nothing of it stays.
  void removePaid(Lane lane) {
    paid.remove(lane);
  }

  List<Delivery> free(Lane lane) {
    return lane.candidates().stream().filter(this::isFree).toList();
  }

  List<Delivery> paid(Lane lane) {
    return lane.candidates().stream().filter(delivery -> !isFree(delivery)).toList();
  }

  int cost(Lane lane) {
    return lane.candidates().stream().mapToInt(delivery -> line.cost(delivery.call())).max().orElse(0);
  }

  /// What has waited longest of the less urgent in a chat.
  ///
  /// @param since only what was owed before
  @Nullable Delivery waitedLong(Chat chat, Instant since) {
    return paid.stream().filter(lane -> lane.chat == chat)
        .flatMap(lane -> paid(lane).stream())
        .filter(delivery -> delivery.priority() != Priority.WORDS && delivery.owedAt().isBefore(since))
        .min(Comparator.comparing(delivery -> delivery.id().value()))
        .orElse(null);
  }
}
