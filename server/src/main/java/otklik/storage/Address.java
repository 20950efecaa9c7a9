package otklik.storage;

import java.nio.file.Path;
import java.util.Properties;
import org.jooq.SQLDialect;

/// Where the rows are.
public sealed interface Address {
  String url();

  Properties properties();

  SQLDialect dialect();

  /// What the views wrap a moment in, so that people read a date instead of microseconds.
  Shown shown();

  record Shown(String before, String after) {}

  /// What the views wrap an id of a messenger in that is a number written as text: null where it isn't one.
  Shown integer();

  /// A file, made when it isn't there.
  record Sqlite(Path file) implements Address {
    @Override
    public String url() {
      return "jdbc:sqlite:" + file;
    }

    @Override
    public Properties properties() {
      Properties properties = new Properties();
      properties.setProperty("journal_mode", "WAL");
      properties.setProperty("synchronous", "FULL");
      properties.setProperty("busy_timeout", "5000");
      properties.setProperty("foreign_keys", "on");
      properties.setProperty("transaction_mode", "IMMEDIATE");
      // What is deleted is overwritten: where somebody was must not be found in free pages of the file.
      properties.setProperty("secure_delete", "on");
      return properties;
    }

    @Override
    public SQLDialect dialect() {
      return SQLDialect.SQLITE;
    }

    @Override
    public Shown shown() {
      return new Shown("strftime('%Y-%m-%d %H:%M:%S', ", " / 1000000, 'unixepoch')");
    }

    @Override
    public Shown integer() {
      return new Shown("(select cast(written as integer) from (select ",
          " as written) where written <> '' and written not glob '*[^0-9-]*')");
    }
  }

  /// @param user     empty when the url says it
  /// @param password secret; empty when the url says it or none is needed
  record Postgres(String url, String user, String password) implements Address {
    @Override
    public Properties properties() {
      Properties properties = new Properties();
      if (!user.isEmpty()) {
        properties.setProperty("user", user);
      }
      if (!password.isEmpty()) {
        properties.setProperty("password", password);
      }
      properties.setProperty("reWriteBatchedInserts", "true");
      properties.setProperty("prepareThreshold", "1");
      properties.setProperty("ApplicationName", "otklik");
      properties.setProperty("connectTimeout", "10");
      properties.setProperty("socketTimeout", "60");
      properties.setProperty("tcpKeepAlive", "true");
      // What the server says in detail quotes rows, and so what people wrote.
      properties.setProperty("logServerErrorDetail", "false");
      return properties;
    }

    @Override
    public SQLDialect dialect() {
      return SQLDialect.POSTGRES;
    }

    @Override
    public Shown shown() {
      return new Shown("to_timestamp(", " / 1000000.0)");
    }

    @Override
    public Shown integer() {
      return new Shown("cast(substring(", " from '^-?[0-9]{1,18}$') as bigint)");
    }

    @Override
    public String toString() {
      return "Postgres[" + url.replaceFirst("\\?.*", "?…") + "]";
    }
  }
}
