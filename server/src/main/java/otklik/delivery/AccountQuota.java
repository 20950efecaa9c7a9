package otklik.delivery;

import org.jspecify.annotations.Nullable;
import otklik.channels.Rate;

/// What one account may do in one chat. In a group the rate is learned, and a part of it is kept for what is more
/// urgent. Guarded by its [Dispatcher]; times are monotonic nanoseconds.
final class AccountQuota {
  final Budget paid;
  /// For what costs nothing and may yet be refused.
  final Budget free = new Budget(null);
  private final @Nullable LearnedRate learned;
  private long asideUntil = Long.MIN_VALUE;

  AccountQuota(@Nullable Rate rate, @Nullable LearnedRate learned) {
    this.paid = new Budget(rate);
    this.learned = learned;
    if (learned != null) {
      paid.allow(learned.operations());
    }
  }

  /// @param kept how many operations must stay free for others
  long untilRoomFor(int cost, int kept, long now) {
    if (asideUntil > now) {
      return asideUntil - now;
    }
    if (cost == 0) {
      return free.untilRoomFor(0, now);
    }
    if (learned != null && paid.used(now) >= paid.most() && !paid.isClosed(now) && learned.wanted(now)) {
      paid.allow(learned.operations());
    }
    return paid.untilRoomFor(cost + kept, now);
  }

  void refused(int granted, long now) {
    if (learned != null) {
      learned.refused(granted, now);
      paid.allow(learned.operations());
    }
  }

  void setAside(long until) {
    asideUntil = until;
  }

  boolean isAside(long now) {
    return asideUntil > now;
  }

  /// How many operations may begin at this moment.
  int room(long now) {
    return asideUntil > now || paid.isClosed(now) ? 0 : Math.max(0, paid.most() - paid.used(now));
  }

  /// How many operations it hopes for in each period.
  int most(long now) {
    return asideUntil > now ? 0 : paid.most();
  }
}
