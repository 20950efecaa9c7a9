package otklik.channels.telegram;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import otklik.channels.Door;
import otklik.channels.Received;

/// Stands before the door of one line: open from `receive` until `close`, which waits for what is going through.
final class Gate {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private @Nullable Door door;
  private boolean closed;

  void open(Door opened) {
    lock.writeLock().lock();
    try {
      if (closed || door != null) {
        throw new IllegalStateException("a line receives once");
      }
      door = opened;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /// Throws what the door throws.
  ///
  /// @return false when the gate isn't open: nothing was kept
  boolean accept(List<Received> updates) throws InterruptedException {
    lock.readLock().lock();
    try {
      if (closed || door == null) {
        return false;
      }
      door.accept(updates);
      return true;
    } finally {
      lock.readLock().unlock();
    }
  }

  void answered() {
    tell(Door::answered);
  }

  void askedInVain() {
    tell(Door::askedInVain);
  }

  void refused(String detail) {
    tell(opened -> opened.refused(detail));
  }

  void admitted() {
    tell(Door::admitted);
  }

  boolean isShortOfMemory() {
    return says(Door::isShortOfMemory, false);
  }

  boolean mayPush() {
    return says(Door::mayPush, true);
  }

  private boolean says(Predicate<Door> question, boolean otherwise) {
    lock.readLock().lock();
    try {
      return closed || door == null ? otherwise : question.test(door);
    } finally {
      lock.readLock().unlock();
    }
  }

  private void tell(Consumer<Door> news) {
    lock.readLock().lock();
    try {
      if (!closed && door != null) {
        news.accept(door);
      }
    } finally {
      lock.readLock().unlock();
    }
  }

  boolean isClosed() {
    lock.readLock().lock();
    try {
      return closed;
    } finally {
      lock.readLock().unlock();
    }
  }

  void close() {
    lock.writeLock().lock();
    try {
      closed = true;
    } finally {
      lock.writeLock().unlock();
    }
  }
}
