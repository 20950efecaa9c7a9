package otklik.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import otklik.kernel.AtTheEnd;

/// A real PostgreSQL for all tests of this process, as durable as one in production.
final class TestPostgres {
  private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/]+/)[^?]*(.*)");

  private final Matcher url;
  private final AtomicInteger made = new AtomicInteger();
  private final Collection<String> names = new ConcurrentLinkedQueue<>();

  private TestPostgres(String maintenance) {
    this.url = URL.matcher(maintenance);
    if (!url.matches()) {
      throw new IllegalArgumentException("TEST_PG_URL must look like jdbc:postgresql://host:5432/postgres?user=…");
    }
  }

  static TestPostgres running() {
    return Started.SERVER;
  }

  Address freshDatabase() {
    return create("");
  }

  /// @param template nobody is connected to it
  Address copyOf(Address template) {
    return create(" template " + name(template));
  }

  private Address create(String like) {
    String name = "otklik_test_" + ProcessHandle.current().pid() + "_" + made.incrementAndGet();
    execute("create database " + name + like);
    names.add(name);
    return new Address.Postgres(url.group(1) + name + url.group(2), "", "");
  }

  /// Cuts every connection to that database, as a restart of the server would.
  void cutConnections(Address address) {
    execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name(address) + "'");
  }

  private static String name(Address address) {
    return address.url().replaceFirst(".*/([^?/]+).*", "$1");
  }

  private void dropAll() {
    names.forEach(name -> execute("drop database if exists " + name + " with (force)"));
  }

  private void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(url.group()); var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static final class Started {
    static final TestPostgres SERVER = given().map(Started::sweptAfterUse).orElseGet(() -> new TestPostgres(embedded()));

    private static TestPostgres sweptAfterUse(String url) {
      TestPostgres server = new TestPostgres(url);
      AtTheEnd.close(server::dropAll);
      return server;
    }

    private static Optional<String> given() {
      return Optional.ofNullable(System.getProperty("TEST_PG_URL", System.getenv("TEST_PG_URL")));
    }

    private static String embedded() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setRegisterShutdownHook(false)
            .start();
        AtTheEnd.close(server::close);
        return server.getJdbcUrl("postgres", "postgres");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
