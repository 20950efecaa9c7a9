package otklik.operations;

import java.util.List;

/// Knows one reason why people's words might not get through.
interface HealthCheck {
  /// What looks wrong at this moment. Asks nobody and waits for nothing: what must be asked is asked beside it, and the
  /// answer counts next time.
  List<Problem> look();
}
