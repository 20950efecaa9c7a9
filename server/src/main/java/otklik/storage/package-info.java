/// Rows on disk: SQLite or PostgreSQL behind one door. Many logical transactions share one commit, and a future is
/// completed only after that commit. Knows no table: SQL lives in the module that owns the table.
@NullMarked
package otklik.storage;

import org.jspecify.annotations.NullMarked;
