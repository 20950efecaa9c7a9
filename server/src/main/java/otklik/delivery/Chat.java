package otklik.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.channels.Rate;
import otklik.kernel.RowLimit;

/// What the lanes of one chat share: the budgets of those who speak there. Whether a messenger counts a group's
/// operations for each account or for all of them together isn't published, so both are learned: a refusal teaches the
/// account that met it; all of them together when another was refused a moment ago, or when the account had hardly spoken
/// while the group had heard much.
/// Guarded by its [Dispatcher]; times are monotonic nanoseconds.
final class Chat {
  static final Duration LOOKED_BACK = Duration.ofMinutes(3);
  private static final long TOGETHER = Duration.ofSeconds(10).toNanos();

  final String id;
  final boolean group;
  /// Lanes that could go if the budget let them.
  final Set<Lane> parked = new HashSet<>();
  /// When those are looked at again at the latest.
  final NextLook opening = new NextLook();
  final CircuitBreaker circuitBreaker = new CircuitBreaker();
  int lanes;
  /// How much of what waits here may be in memory.
  final RowLimit limit;
  /// More waits on disk, for want of room.
  boolean leftOut;
  /// How many of the most urgent went one after another.
  int urgentInARow;
  boolean overloaded;
  private final @Nullable Rate rate;
  private final Map<SendingAccount, AccountQuota> quotas = new LinkedHashMap<>();
  private final @Nullable AccountQuota together;
  private final ArrayDeque<Long> begun = new ArrayDeque<>();
  private @Nullable SendingAccount refused;
  private long refusedAt;

  Chat(String id, boolean group, @Nullable Rate rate, List<SendingAccount> senders, long now, RowLimit limit) {
    this.id = id;
    this.group = group;
    this.rate = rate;
    this.limit = limit;
    boolean learns = group && rate != null;
    for (SendingAccount sender : senders) {
      quotas.put(sender, new AccountQuota(rate, learns ? new LearnedRate(rate, rate.operations(), 1, now) : null));
    }
    this.together = learns && senders.size() > 1
        ? new AccountQuota(rate, new LearnedRate(rate, Integer.MAX_VALUE, senders.size(), now)) : null;
  }

  /// Whether so little is granted here that it pays to be thrifty.
  boolean isThrifty() {
    return group && rate != null;
  }

  /// 0 when it may begin now, else how long it must wait at least.
  long untilRoomFor(SendingAccount sender, int cost, Priority priority, long now) {
    AccountQuota own = quota(sender);
    long wait = own.untilRoomFor(cost, cost == 0 || !isThrifty() ? 0 : kept(priority, own.paid.most()), now);
    return together == null || cost == 0 ? wait : Math.max(wait, together.untilRoomFor(cost, 0, now));
  }

  /// So that somebody's words needn't wait for the end of a period that edits have used up.
  private static int kept(Priority priority, int most) {
    return switch (priority) {
      case WORDS -> 0;
      case CARDS -> most / 10;
      case EDITS -> most / 4;
      case BOOKKEEPING -> most * 2 / 5;
    };
  }

  void begin(SendingAccount sender, int cost, long now) {
    quota(sender).paid.begin(cost);
    if (together != null) {
      together.paid.begin(cost);
    }
    note(cost, now);
  }

  private void note(int cost, long now) {
    if (isThrifty()) {
      for (int i = 0; i < cost; i++) {
        begun.add(now);
      }
    }
  }

  void end(SendingAccount sender, int cost, long now) {
    quota(sender).paid.end(cost, now);
    if (together != null) {
      together.paid.end(cost, now);
    }
  }

  /// That much was granted before this run.
  ///
  /// @param by those of whom it may have been; nobody when who it was speaks for the channel no longer
  void count(List<SendingAccount> by, int cost, long at) {
    by.forEach(sender -> quota(sender).paid.count(cost, at));
    if (together != null) {
      together.paid.count(cost, at);
    }
    note(cost, at);
  }

  /// The messenger asked this account to wait, and the operation has ended.
  void refused(SendingAccount sender, int cost, long until, long now) {
    AccountQuota own = quota(sender);
    if (cost == 0) {
      own.free.closeUntil(until);
      return;
    }
    own.paid.refused(cost);
    int granted = own.paid.granted(now);
    int grantedToAll = granted;
    if (together != null) {
      together.paid.refused(cost);
      grantedToAll = together.paid.granted(now);
    }
    boolean others = refused != null && refused != sender && now - refusedAt < TOGETHER;
    boolean hardlySpoke = 2 * granted < own.paid.most() && 4 * grantedToAll >= 3 * own.paid.most();
    own.paid.closeUntil(until);
    if (together != null && grantedToAll > granted && (others || hardlySpoke)) {
      together.refused(grantedToAll, now);
      together.paid.closeUntil(until);
    } else {
      own.refused(granted, now);
    }
    refused = sender;
    refusedAt = now;
  }

  void setAside(SendingAccount sender, long until) {
    quota(sender).setAside(until);
  }

  boolean isAside(SendingAccount sender, long now) {
    return quota(sender).isAside(now);
  }

  /// How many operations are granted in a minute, as far as is known.
  int perMinute(long now) {
    int sum = quotas.values().stream().mapToInt(quota -> quota.most(now)).sum();
    int most = together == null ? sum : Math.min(sum, together.most(now));
    return rate == null ? Integer.MAX_VALUE : (int) (most * Duration.ofMinutes(1).toNanos() / rate.per().toNanos());
  }

  int room(long now) {
    int sum = quotas.values().stream().mapToInt(quota -> quota.room(now)).sum();
    return together == null ? sum : Math.min(sum, together.room(now));
  }

  /// Nanoseconds until the next operation may begin.
  long untilNext(long now) {
    long next = quotas.keySet().stream().mapToLong(sender ->
        untilRoomFor(sender, 1, Priority.WORDS, now)).min().orElse(0);
    return next == Long.MAX_VALUE ? 0 : next;
  }

  /// How much of what is granted was used within the last minutes.
  double load(long now) {
    while (!begun.isEmpty() && now - begun.peekFirst() > LOOKED_BACK.toNanos()) {
      begun.removeFirst();
    }
    return begun.size() / (double) Math.max(1, perMinute(now) * LOOKED_BACK.toMinutes());
  }

  boolean isIdle(long now) {
    return quotas.values().stream().allMatch(quota -> quota.paid.isIdle(now) && quota.free.isIdle(now));
  }

  private AccountQuota quota(SendingAccount sender) {
    return quotas.get(sender);
  }
}
