package otklik.kernel;

/// The memory in which the program keeps what it works with.
public interface Heap {
  /// Bytes at most.
  long most();

  /// What share of it is needed, as far as that is known: 0 to 1. What nobody needs any more, but wasn't collected yet,
  /// doesn't count. Cheap.
  double used();

  /// Whether so much more is in use than is needed that it pays to collect before the heap grows. Cheap.
  boolean hasGrown();

  /// Collects what nobody needs any more, so that [#used] tells how it is now. Everything else stands still meanwhile.
  void collect();
}
