package otklik.storage;

/// Sees every SQL text before it is first executed on a connection. Tests use it to prove workspace isolation.
@FunctionalInterface
public interface Watch {
  Watch NONE = sql -> {};

  void executed(String sql);
}
