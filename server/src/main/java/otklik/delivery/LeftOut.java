package otklik.delivery;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.kernel.RowLimit;

/// What of one channel stays on disk for want of room, and when it is time to look for it. A chat may wait for hours until
/// somebody mends it, so one takes a part of the room only; and what is less urgent than people's words leaves some of it
/// to them. Guarded by its [Dispatcher].
final class LeftOut {
  /// So much of the room one chat may take: two that wait don't keep the others out.
  static final double OF_A_CHAT = 0.25;
  private static final double OF_OTHERS = 0.75;
  /// It is looked for more when there is clearly less than that, so that a look brings many.
  private static final double OTHERS_AGAIN = 0.625;
  private static final double CHAT_AGAIN = 0.5;

  private final RowLimit limit;
  private boolean words;
  private boolean others;
  private boolean looking;

  LeftOut(RowLimit limit) {
    this.limit = limit;
  }

  RowLimit limit() {
    return limit;
  }

  /// Whether one more lane of that chat has room. If not, this notes that it stays on disk.
  ///
  /// @param chat null for one in which nothing waits here
  boolean hasRoom(@Nullable Chat chat, Priority priority) {
    if (chat != null && chat.limit.isTaken(1)) {
      chat.leftOut = true;
      return false;
    }
    if (priority == Priority.WORDS) {
      words |= limit.isTaken(1);
      return !limit.isTaken(1);
    }
    others |= limit.isTaken(OF_OTHERS);
    return !limit.isTaken(OF_OTHERS);
  }

  /// Whether something of a lane of that chat may be on disk of which nothing is known here: it was left there, or what
  /// is there is being read.
  boolean mayHide(Chat chat) {
    return words || others || looking || chat.leftOut;
  }

  boolean isAny(Collection<Chat> chats) {
    return words || others || chats.stream().anyMatch(chat -> chat.leftOut);
  }

  /// Whether to look now, after a lane of that chat ended. Says so once until [#looked].
  boolean mayLook(Chat chat) {
    boolean now = !looking && (isWorthALook() || isWorthALook(chat));
    looking |= now;
    return now;
  }

  private boolean isWorthALook() {
    return words && !limit.isTaken(OF_OTHERS) || others && !limit.isTaken(OTHERS_AGAIN);
  }

  private static boolean isWorthALook(Chat chat) {
    return chat.leftOut && !chat.limit.isTaken(CHAT_AGAIN);
  }

  /// What is on disk is about to be read: what has no room from now on is left out anew.
  ///
  /// @return the chats for which there is no room
  List<String> look(Collection<Chat> chats) {
    looking = true;
    words = false;
    others = false;
    chats.forEach(chat -> chat.leftOut &= chat.limit.isTaken(1));
    return chats.stream().filter(chat -> chat.limit.isTaken(1)).map(chat -> chat.id).toList();
  }

  /// @param all   whether that was all there is on disk, but for the chats without room
  /// @param chats all of them; what was left out meanwhile may have found no end of a lane to wait for
  /// @return whether to look once more
  boolean looked(boolean all, Collection<Chat> chats) {
    looking = isWorthALook() || chats.stream().anyMatch(LeftOut::isWorthALook)
        || !all && !limit.isTaken(OTHERS_AGAIN);
    words |= !all;
    others |= !all;
    return looking;
  }
}
