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
  /// @param trouble   what went wrong when the messenger last tried to push; null when nothing did
  /// @param troubleAt when that was, by the messenger's clock
  record Reception(@Nullable String pushedTo, boolean ours, int waiting, @Nullable String trouble,
      @Nullable Instant troubleAt) {}
}
