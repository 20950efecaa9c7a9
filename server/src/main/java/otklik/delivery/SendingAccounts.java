package otklik.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Line;
import otklik.channels.Target;

/// Those who speak for a channel, and who of them may make which call. Guarded by its [Dispatcher].
final class SendingAccounts {
  private final List<SendingAccount> all;

  /// @param lines the channel's own first, then its helpers'
  SendingAccounts(List<Line> lines) {
    this.all = lines.stream().map(SendingAccount::new).toList();
  }

  SendingAccount own() {
    return all.getFirst();
  }

  boolean areMany() {
    return all.size() > 1;
  }

  boolean isHelper(SendingAccount sender) {
    return sender != own();
  }

  /// Helpers speak in groups only.
  List<SendingAccount> in(boolean group) {
    return group ? all : List.of(own());
  }

  /// Those who may have made what was granted before this run; nobody when who it was speaks here no longer.
  List<SendingAccount> of(GrantedCall.By by, boolean group) {
    return switch (by) {
      case GrantedCall.By.Known(var account) when account == null -> List.of(own());
      case GrantedCall.By.Known(var account) ->
          in(group).stream().filter(sender -> sender.id().equals(account)).toList();
      case GrantedCall.By.Anyone _ -> in(group);
    };
  }

  /// Null when that account speaks here no longer.
  @Nullable SendingAccount named(String account) {
    return all.stream().filter(sender -> sender.id().equals(account)).findFirst().orElse(null);
  }

  /// Whether it changes a message, which only the account that wrote it can, and it isn't known yet who that is.
  boolean mustKnowMaker(Chat chat, Delivery delivery) {
    return areMany() && chat.group && delivery.by() == null && changed(delivery.call()) != null;
  }

  /// The message of ours that a call changes.
  static @Nullable Target changed(Call call) {
    return switch (call) {
      case Call.EditText edit -> edit.message();
      case Call.EditCaption edit -> edit.message();
      case Call.EditButtons edit -> edit.message();
      case Call.Delete delete -> delete.message();
      default -> null;
    };
  }

  /// An account that may make a call when it has room for one so urgent.
  private record Candidate(SendingAccount sender, Priority urgency) {}

  /// Who may make a call now, or, where nobody may, how many nanoseconds until somebody may.
  record Chance(@Nullable SendingAccount sender, long nanos) {}

  Chance chance(Lane lane, Delivery delivery, Priority urgency, int cost, long now) {
    long held = cost == 0 ? 0 : lane.chat.circuitBreaker.untilTry(lane.key, now);
    long shortest = Long.MAX_VALUE;
    for (Candidate candidate : candidates(lane.chat, delivery, urgency, now)) {
      long wait = Math.max(candidate.sender().account.untilRoomFor(cost, now),
          lane.chat.untilRoomFor(candidate.sender(), cost, candidate.urgency(), now));
      wait = isHelper(candidate.sender()) ? wait : Math.max(wait, held);
      if (wait == 0) {
        return new Chance(candidate.sender(), 0);
      }
      shortest = Math.min(shortest, wait);
    }
    return new Chance(null, shortest);
  }

  /// Who can make a delivery, in the order in which they are asked: the channel's own account as long as that leaves
  /// enough for what nobody else can do, then the helpers, then the channel's own again. What waits for the group to be
  /// mended the channel's own account tries alone: where it can't speak it mostly can't hear the answers either.
  private List<Candidate> candidates(Chat chat, Delivery delivery, Priority urgency, long now) {
    SendingAccount bound = delivery.by() == null ? null : named(delivery.by());
    if (bound != null && !chat.isAside(bound, now)) {
      return List.of(new Candidate(bound, urgency));
    }
    if (!areMany() || !chat.group || delivery.by() != null || chat.circuitBreaker.covers(delivery.lane())
        || !own().line.isForAnyone(delivery.call())) {
      return List.of(new Candidate(own(), urgency));
    }
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(own(), Priority.BOOKKEEPING));
    all.stream().filter(sender -> isHelper(sender) && !chat.isAside(sender, now))
        .forEach(helper -> candidates.add(new Candidate(helper, urgency)));
    candidates.add(new Candidate(own(), urgency));
    return candidates;
  }
}
