package otklik.storage;

/// The database can't be reached or refuses to work at the moment. Says nothing about the work that met it: repeat it.
/// Who repeats something for ever asks [Outages] whether it is the work itself that does this to the database.
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean canBeOfTheWork;
  private final long commits;

  Unavailable(Throwable cause) {
    this(cause, false, 0);
  }

  /// @param canBeOfTheWork whether a work can do such a thing to a database that is well
  /// @param commits        how many the writer had made by then
  Unavailable(Throwable cause, boolean canBeOfTheWork, long commits) {
    super("the database is not available: " + cause.getMessage(), cause);
    this.canBeOfTheWork = canBeOfTheWork;
    this.commits = commits;
  }

  boolean canBeOfTheWork() {
    return canBeOfTheWork;
  }

  long commits() {
    return commits;
  }
}
