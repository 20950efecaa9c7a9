package otklik.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import otklik.kernel.TimeSource;

/// The right to serve a database: two servers on one would make every call twice. Whoever dies loses it at once; a file
/// is locked by the operating system, PostgreSQL keeps an advisory lock as long as the connection lives.
public sealed interface DatabaseLock extends AutoCloseable {

  /// A server that has just died may not be forgotten yet, so this tries for a while. Empty when another one serves.
  static Optional<DatabaseLock> of(Address address, Duration patience, TimeSource time) {
    long began = time.nanos();
    while (true) {
      Optional<DatabaseLock> taken = switch (address) {
        case Address.Sqlite(var file) -> OfFile.take(file);
        case Address.Postgres _ -> OfPostgres.take(address);
      };
      if (taken.isPresent() || time.nanos() - began > patience.toNanos()) {
        return taken;
      }
      try {
        time.sleep(Duration.ofMillis(200));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
  }

  /// False when it was lost and somebody else has it by now: whoever hears that must stop.
  boolean isStillOurs();

  @Override
  void close();

  final class OfFile implements DatabaseLock {
    private final FileChannel channel;

    private OfFile(FileChannel channel) {
      this.channel = channel;
    }

    private static Optional<DatabaseLock> take(Path database) {
      try {
        Path absolute = database.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        FileChannel channel = FileChannel.open(absolute.resolveSibling(absolute.getFileName() + ".lock"),
            StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
          channel.close();
          return Optional.empty();
        }
        return Optional.of(new OfFile(channel));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
      try {
        return channel.tryLock();
      } catch (OverlappingFileLockException sameProcess) {
        return null;
      }
    }

    @Override
    public boolean isStillOurs() {
      return true;
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  final class OfPostgres implements DatabaseLock {
    private static final Logger log = LoggerFactory.getLogger(DatabaseLock.class);
    /// Any number that nobody else uses: these are the letters "otklik".
    private static final long KEY = 0x6f746b6c696bL;

    /// A session whose machine is gone is forgotten within a minute, and not after the two hours of most systems: whoever
    /// starts anew waits no longer than that.
    private static final String FORGETS_THE_DEAD = """
        set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3
        """;
    /// Of a session that a later one may have the number of.
    private static final String SELF = """
        select pid || ' ' || backend_start from pg_stat_activity where pid = pg_backend_pid()
        """;
    /// An advisory lock's key of eight bytes stands in two halves (PostgreSQL, pg_locks).
    private static final String HOLDER = """
        select a.pid || ' ' || a.backend_start from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where l.locktype = 'advisory' and l.granted and l.objsubid = 1 and (l.classid::bigint << 32) + l.objid::bigint = ?
          and l.database = (select oid from pg_database where datname = current_database())
        """;

    private final Address address;
    private Connection connection;
    private @Nullable String self;

    private OfPostgres(Address address, Connection connection) throws SQLException {
      this.address = address;
      this.connection = connection;
      this.self = asked(connection, SELF);
    }

    private static Optional<DatabaseLock> take(Address address) {
      try {
        Connection connection = new UnpooledDataSource(address).getConnection();
        if (lock(connection)) {
          return Optional.of(new OfPostgres(address, connection));
        }
        connection.close();
        return Optional.empty();
      } catch (SQLException e) {
        throw new Unavailable(e);
      }
    }

    private static @Nullable String asked(Connection connection, String question) throws SQLException {
      try (PreparedStatement ask = connection.prepareStatement(question)) {
        if (question.equals(HOLDER)) {
          ask.setLong(1, KEY);
        }
        try (ResultSet answer = ask.executeQuery()) {
          return answer.next() ? answer.getString(1) : null;
        }
      }
    }

    private static boolean lock(Connection connection) throws SQLException {
      try (java.sql.Statement settings = connection.createStatement()) {
        settings.execute(FORGETS_THE_DEAD);
      } catch (SQLException unknown) {
        log.debug("the database's system doesn't tell of dead connections: {}", unknown.getMessage());
      }

      try (PreparedStatement ask = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
        ask.setLong(1, KEY);
        try (ResultSet answer = ask.executeQuery()) {
          return answer.next() && answer.getBoolean(1);
        }
      }
    }

    @Override
    public synchronized boolean isStillOurs() {
      try {
        if (connection.isValid(2)) {
          return true;
        }
        Connection again = new UnpooledDataSource(address).getConnection();
        if (lock(again)) {
          connection = again;
          self = asked(again, SELF);
          return true;
        }
        boolean ours = isOurOldSession(again);
        again.close();
        return ours;
      } catch (SQLException unreachable) {
        log.warn("the database can't be reached to keep the right to serve it: {}", unreachable.getMessage());
        return true;
      }
    }

    /// The connection hangs without being closed, so PostgreSQL still counts its session as alive: nobody else has taken
    /// the right. The session is ended, and the right taken anew at the next look.
    private boolean isOurOldSession(Connection again) throws SQLException {
      String holder = asked(again, HOLDER);
      if (holder == null) {
        return true; // it has just been given back
      }
      if (!holder.equals(self)) {
        return false;
      }
      log.warn("the connection that keeps the right to serve the database hangs: its session is ended, and the right taken anew");
      try (PreparedStatement end = again.prepareStatement("select pg_terminate_backend(?)")) {
        end.setInt(1, Integer.parseInt(holder.substring(0, holder.indexOf(' '))));
        end.execute();
      }
      return true;
    }

    @Override
    public synchronized void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        log.debug("closing a broken connection: {}", e.getMessage());
      }
    }
  }
}
