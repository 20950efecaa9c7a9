package otklik.kernel;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The part of a durable queue that is in memory: its first rows in the order of their ids. When more rows wait than
/// fit, the rest stays on disk and is fetched when the window has run empty. Nor do more fit than its [RowLimit] grants,
/// but one always does. Not thread-safe.
public final class Window<T> {
  private final int size;
  private final ToLongFunction<T> id;
  private final TreeMap<Long, T> rows = new TreeMap<>();
  private final TreeMap<Long, T> taken = new TreeMap<>();
  private final Set<Long> takenButRemoved = new HashSet<>();
  private final Set<Long> removedMeanwhile = new HashSet<>();
  private boolean more;
  private boolean loading;
  private final RowLimit limit;
  /// How many rows are asked for while they are read; they count as held already.
  private int asked;
  private int counted;

  public Window(int size, ToLongFunction<T> id, RowLimit limit) {
    this.size = size;
    this.id = id;
    this.limit = limit;
  }

  /// Whoever has something on disk only will hold one of it at least.
  private void count() {
    int now = rows.size() + taken.size() + asked;
    now = now == 0 && more ? 1 : now;
    limit.change(now - counted);
    counted = now;
  }

  /// A row that has just become durable. Offering one that is here already changes nothing.
  public void offer(T row) {
    if (taken.containsKey(id.applyAsLong(row))) {
      return;
    }
    if (more || loading || rows.size() >= size || counted > 0 && limit.isFull()) {
      more = true;
    } else {
      rows.put(id.applyAsLong(row), row);
    }
    count();
  }

  /// Says that there may be rows on disk which were never offered.
  public void suspectMore() {
    more = true;
    count();
  }

  /// Whether so many rows up to that id are known of: none of them was lost.
  public boolean knowsOf(int number, long last) {
    return more || loading || rows.headMap(last, true).size() + taken.headMap(last, true).size() >= number;
  }

  public boolean mustLoad() {
    return rows.isEmpty() && more;
  }

  /// Whether there may be rows behind those that are here.
  public boolean hasMore() {
    return more || loading;
  }

  /// The durable queue is about to be read. What becomes durable before [#loaded] may or may not be found by that, so
  /// it counts as more.
  ///
  /// @return how many rows to read
  public int beginLoading() {
    loading = true;
    more = false;
    asked = Math.clamp(limit.room() + counted, 1, size);
    count();
    return asked;
  }

  /// Rows from the beginning of the durable queue, as many as were asked for.
  public void loaded(List<T> found) {
    loading = false;
    more |= found.size() >= asked;
    asked = 0;
    found.forEach(row -> {
      long rowId = id.applyAsLong(row);
      if (!removedMeanwhile.contains(rowId) && !taken.containsKey(rowId)) {
        rows.put(rowId, row);
      }
    });
    removedMeanwhile.clear();
    count();
  }

  public @Nullable T first() {
    return rows.isEmpty() ? null : rows.firstEntry().getValue();
  }

  /// The first row that is here, whether or not it is taken.
  public @Nullable T oldest() {
    return taken.isEmpty() ? first() : taken.firstEntry().getValue();
  }

  /// What waits here, in order.
  public Collection<T> rows() {
    return Collections.unmodifiableCollection(rows.values());
  }

  /// Takes the first row; it stays this window's until [#done] or [#putBack].
  public @Nullable T take() {
    T first = first();
    if (first != null) {
      take(List.of(first));
    }
    return first;
  }

  /// Takes these rows; they stay this window's until [#done] or [#putBack].
  public void take(Collection<T> chosen) {
    taken.clear();
    takenButRemoved.clear();
    chosen.forEach(row -> {
      rows.remove(id.applyAsLong(row));
      taken.put(id.applyAsLong(row), row);
    });
    count();
  }

  public void done() {
    taken.clear();
    count();
  }

  public void putBack() {
    taken.keySet().removeAll(takenButRemoved);
    rows.putAll(taken);
    taken.clear();
    count();
  }

  /// Puts a row in the place of the one with its id, if that is here.
  public void replace(T row) {
    rows.replace(id.applyAsLong(row), row);
  }

  /// The row is no longer in the durable queue. One that is taken stays so, but isn't put back.
  public void remove(long rowId) {
    rows.remove(rowId);
    if (taken.containsKey(rowId)) {
      takenButRemoved.add(rowId);
    }
    if (loading) {
      removedMeanwhile.add(rowId);
    }
    count();
  }
}
