package otklik.storage;

/// The row that a logical transaction wanted to change was changed by somebody else before: nothing was done.
public final class StaleRow extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Statement statement;

  StaleRow(Statement statement) {
    super("no row was changed by: " + statement.sql());
    this.statement = statement;
  }

  public boolean isBecauseOf(Statement suspect) {
    return statement == suspect;
  }
}
