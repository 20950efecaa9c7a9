package otklik.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.channels.Limits;
import otklik.channels.Line;
import otklik.channels.Rate;
import otklik.kernel.RowLimit;
import otklik.kernel.TimeSource;

/// The chats of one channel that somebody speaks in, or spoke in so lately that it still counts. Groups with limits are
/// kept for what was learned of them, until the run ends. Guarded by its [Dispatcher].
final class Chats {
  private static final int SWEEPING = 1_000;

  private final Line line;
  private final Limits limits;
  private final SendingAccounts sendingAccounts;
  private final RowLimit limit;
  private final TimeSource time;
  private final Map<String, Chat> all = new HashMap<>();
  private int left;

  /// @param limit how much of what waits may be in memory, in all chats together
  Chats(Line line, SendingAccounts sendingAccounts, RowLimit limit, TimeSource time) {
    this.line = line;
    this.limits = line.limits();
    this.sendingAccounts = sendingAccounts;
    this.limit = limit;
    this.time = time;
  }

  Chat of(String id) {
    return all.computeIfAbsent(id, key -> {
      boolean group = line.isGroup(key);
      return new Chat(key, group, rate(group), sendingAccounts.in(group), time.nanos(),
          limit.part(LeftOut.OF_A_CHAT));
    });
  }

  @Nullable Chat find(String id) {
    return all.get(id);
  }

  private @Nullable Rate rate(boolean group) {
    return group ? limits.group() : limits.direct();
  }

  Collection<Chat> all() {
    return all.values();
  }

  /// A lane of that chat is empty.
  void left(Chat chat) {
    chat.lanes--;
    if (++left % SWEEPING == 0) {
      long now = time.nanos();
      all.values().removeIf(one -> one.lanes == 0 && !one.isThrifty() && one.isIdle(now));
    }
  }

  /// Counts what was granted before this run, as far as it still matters. Must be told in the order in which it ended.
  ///
  /// @param ago how long it is over
  /// @param now in monotonic nanoseconds
  void count(GrantedCall granted, Duration ago, long now) {
    boolean group = line.isGroup(granted.chat());
    boolean inChat = matters(rate(group), ago);
    boolean inAccount = matters(limits.account(), ago);
    int cost = inChat || inAccount ? granted.cost(line) : 0;
    if (cost == 0) {
      return;
    }
    long at = now - ago.toNanos();
    List<SendingAccount> by = sendingAccounts.of(granted.by(), group);
    by.forEach(sender -> sender.account.count(cost, at));
    if (inChat) {
      of(granted.chat()).count(by, cost, at);
    }
  }

  private static boolean matters(@Nullable Rate rate, Duration ago) {
    return rate != null && ago.compareTo(rate.per()) < 0;
  }
}
