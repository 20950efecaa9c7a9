package otklik.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.kernel.ChannelId;
import otklik.kernel.TicketId;
import otklik.kernel.WorkspaceId;
import otklik.storage.ReadTx;

/// What was written since the index was brought up to date last. The writer gives out ids in the order of its commits, so
/// nothing is ever written behind one that was read.
public interface NewMessages {
  /// @param ticket null while it belongs to none
  record Written(long id, WorkspaceId workspace, ChannelId channel, @Nullable TicketId ticket) {}

  /// Those behind that id, oldest first.
  List<Written> after(ReadTx tx, long id, int most) throws Exception;

  /// When the first of them was written.
  Optional<Instant> waitingSince(ReadTx tx, long id) throws Exception;
}
