package otklik.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The part of a durable queue that is in memory: its first rows in the order of their ids. When more rows wait than
/// fit, the rest stays on disk and is fetched when the window has run empty. Not thread-safe.
public final class Window<T> {
  private final int size;
  private final ToLongFunction<T> id;
  private final TreeMap<Long, T> rows = new TreeMap<>();
  private final Set<Long> removedMeanwhile = new HashSet<>();
  private boolean more;
  private boolean loading;
  private @Nullable T taken;
  private boolean takenRemoved;

  public Window(int size, ToLongFunction<T> id) {
    this.size = size;
    this.id = id;
  }

  /// A row that has just become durable. Offering one that is here already changes nothing.
  public void offer(T row) {
    if (taken != null && id.applyAsLong(taken) == id.applyAsLong(row)) {
      return;
    }
    if (more || loading || rows.size() >= size) {
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

  /// The durable queue is about to be read. What becomes durable before [#loaded] may or may not be found by that, so
  /// it counts as more.
  public void beginLoading() {
    loading = true;
    more = false;
  }

  /// Rows from the beginning of the durable queue, as many as fit.
  public void loaded(List<T> found) {
    loading = false;
    more |= found.size() >= size;
    found.forEach(row -> {
      long rowId = id.applyAsLong(row);
      if (!removedMeanwhile.contains(rowId) && (taken == null || id.applyAsLong(taken) != rowId)) {
        rows.put(rowId, row);
      }
    });
    removedMeanwhile.clear();
  }

  public @Nullable T first() {
    return rows.isEmpty() ? null : rows.firstEntry().getValue();
  }

  /// Takes the first row; it stays this window's until [#done] or [#putBack].
  public @Nullable T take() {
    taken = rows.isEmpty() ? null : rows.pollFirstEntry().getValue();
    takenRemoved = false;
    return taken;
  }

  public void done() {
    taken = null;
  }

  public void putBack() {
    if (taken != null && !takenRemoved) {
      rows.put(id.applyAsLong(taken), taken);
    }
    taken = null;
  }

  /// The row is no longer in the durable queue. One that is taken stays so, but isn't put back.
  public void remove(long rowId) {
    rows.remove(rowId);
    takenRemoved |= taken != null && id.applyAsLong(taken) == rowId;
    if (loading) {
      removedMeanwhile.add(rowId);
    }
  }

  public int capacity() {
    return size;
  }
}
