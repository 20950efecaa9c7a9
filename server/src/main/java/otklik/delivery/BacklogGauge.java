package otklik.delivery;

import java.util.List;

/// How much is owed at the moment.
public interface BacklogGauge {
  /// Lanes with at least one call that waits or is under way, over all channels.
  int lanes();

  /// One of each channel that has anything to deliver or had it in this run.
  List<Backlog> backlogs();
}
