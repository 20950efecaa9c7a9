package otklik.workspaces;

import java.nio.file.Path;

/// Where the data lives.
public sealed interface Database {
  record Sqlite(Path file) implements Database {}

  /// @param url      jdbc:postgresql:…
  /// @param user     empty when the url says it
  /// @param password secret; empty when the url says it or none is needed
  record Postgres(String url, String user, String password) implements Database {
    @Override
    public String toString() {
      return "Postgres[" + url.replaceFirst("\\?.*", "?…") + "]";
    }
  }
}
