package otklik.storage;

import org.jooq.Query;

/// Sees every SQL text before it is first executed on a connection. Tests use it to prove that each names its workspace
/// and that none walks through a growing table.
@FunctionalInterface
public interface SqlListener {
  SqlListener NONE = sql -> {};

  void executed(String sql);

  /// Likewise, of what was made from a query, which knows the values that are bound.
  default void executed(String sql, Query query) {
    executed(sql);
  }
}
