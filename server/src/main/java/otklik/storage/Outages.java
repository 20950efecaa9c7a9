package otklik.storage;

/// The outages that one work met which is repeated until it passes. When the connection is lost again and again while
/// this work runs, and works of others pass in between, the database is well and the work is what breaks it: from then on
/// each further time counts as a failure of the work. An outage in which nothing passes is never held against anybody,
/// nor is a full disk or a lock, however long it lasts. Not thread-safe.
public final class Outages {
  private static final int MOST = 5;

  private boolean met;
  private long commits;
  private int whileOthersPassed;

  /// Notes one more. True when it counts as a failure of the work.
  public boolean areOfTheWork(Unavailable outage) {
    if (!outage.canBeOfTheWork()) {
      return false;
    }
    if (met && outage.commits() > commits) {
      whileOthersPassed++;
    }
    met = true;
    commits = outage.commits();
    return whileOthersPassed >= MOST;
  }
}
