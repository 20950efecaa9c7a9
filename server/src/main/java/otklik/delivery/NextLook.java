package otklik.delivery;

/// When something is looked at again, at the latest. Guarded by its [Dispatcher]; times are monotonic nanoseconds.
final class NextLook {
  private long at = Long.MAX_VALUE;

  /// Whether no look is planned as early as that: then one must be, and what was planned for later comes besides.
  boolean set(long moment) {
    if (moment >= at) {
      return false;
    }
    at = moment;
    return true;
  }

  void rang(long moment) {
    at = at == moment ? Long.MAX_VALUE : at;
  }
}
