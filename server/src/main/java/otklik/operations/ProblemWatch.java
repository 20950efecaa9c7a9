package otklik.operations;

import java.time.Instant;
import java.util.Map;

/// Is told after each look what is wrong. Must be quick.
interface ProblemWatch {
  /// Before the first look.
  void begin();

  /// @param wrong since when each was seen; nothing else is wrong
  void seen(Map<Problem, Instant> wrong);
}
