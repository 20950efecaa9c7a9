package otklik.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Looks at an account and its surroundings, for those who take care of the program. Changes nothing, takes no update
/// away from anybody, spends nothing of what may be sent; works beside a server that uses the same account.
public interface Inspection {
  Fact<Self> self() throws InterruptedException;

  Fact<Group> group(String chat) throws InterruptedException;

  /// How the account itself stands in a group.
  Fact<Member> selfIn(String chat) throws InterruptedException;

  Fact<Member> member(String chat, String account) throws InterruptedException;

  Fact<Reception> reception() throws InterruptedException;

  /// @param address      the public name, in Telegram the username without @
  /// @param readsGroups whether it sees what people write in groups where it is no administrator
  record Self(String name, String address, boolean readsGroups) {}

  /// How updates reach us.
  ///
  /// @param pushedTo  where the messenger sends them; null when it waits to be asked
  /// @param ours      whether that is what this installation wants
  /// @param waiting   how many wait for us
  /// @param failure   when the messenger last tried to push in vain; null when it didn't
  record Reception(@Nullable String pushedTo, boolean ours, int waiting, @Nullable PushFailure failure) {}

  /// @param detail the messenger's words
  /// @param at     by the messenger's clock
  record PushFailure(String detail, PushCause cause, Instant at) {}

  /// What lies behind it.
  enum PushCause {
    /// Nobody is there: the name, the port, the firewall.
    UNREACHABLE,
    CERTIFICATE,
    /// Whoever is there refuses.
    FORBIDDEN,
    /// Somebody else is there.
    ELSEWHERE,
    /// Whoever is there has a fault, or can't reach us.
    BROKEN,
    OTHER
  }
}
