package otklik.kernel;

import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The part of a durable queue that is in memory: its first rows in the order of their ids. When more rows wait than
/// fit, the rest stays on disk and is fetched when the window has run empty. Not thread-safe.
public final class Window<T> {
  private final int size;
  private final ToLongFunction<T> id;
  private final TreeMap<Long, T> rows = new TreeMap<>();
  private boolean more;
  private @Nullable T taken;

  public Window(int size, ToLongFunction<T> id) {
    this.size = size;
    this.id = id;
  }

  /// A row that has just become durable. Offering one that is here already changes nothing.
  public void offer(T row) {
    if (taken != null && id.applyAsLong(taken) == id.applyAsLong(row)) {
      return;
    }
    if (more || rows.size() >= size) {
      more = true;
    } else {
      rows.put(id.applyAsLong(row), row);
    }
  }

  /// Says that there may be rows on disk which were never offered.
  public void suspectMore() {
    more = true;
  }

  public boolean mustLoad() {
    return rows.isEmpty() && more;
  }

  /// Rows from the beginning of the durable queue, as many as fit.
  public void loaded(List<T> found) {
    more = found.size() >= size;
    found.forEach(row -> {
      if (taken == null || id.applyAsLong(taken) != id.applyAsLong(row)) {
        rows.put(id.applyAsLong(row), row);
      }
    });
  }

  public @Nullable T first() {
    return rows.isEmpty() ? null : rows.firstEntry().getValue();
  }

  /// Takes the first row; it stays this window's until [#done] or [#putBack].
  public @Nullable T take() {
    taken = rows.isEmpty() ? null : rows.pollFirstEntry().getValue();
    return taken;
  }

  public void done() {
    taken = null;
  }

  public void putBack() {
    if (taken != null) {
      rows.put(id.applyAsLong(taken), taken);
      taken = null;
    }
  }

  public void remove(long rowId) {
    rows.remove(rowId);
  }

  public boolean isEmpty() {
    return rows.isEmpty() && taken == null && !more;
  }

  public int capacity() {
    return size;
  }
}
