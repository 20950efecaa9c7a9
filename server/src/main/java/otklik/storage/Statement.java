package otklik.storage;

/// An SQL statement of the hot path, written once and bound many times. Deferred ones are gathered over all logical
/// transactions of a commit and sent to the database as one batch.
///
/// @param oneRow true when it must change exactly one row: otherwise somebody else was first, and the logical
///               transaction is undone with [StaleRow]
public record Statement(String sql, boolean oneRow) {
  public static Statement of(String sql) {
    return new Statement(sql, false);
  }

  public static Statement changingOneRow(String sql) {
    return new Statement(sql, true);
  }
}
