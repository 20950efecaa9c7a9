package otklik.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import otklik.SystemTime;

/// What goes wrong between a server and its PostgreSQL, and whoever runs them must be told, or needn't know.
@Tag("slow")
class PostgresCareTest {
  private static void run(Address address, String sql) throws SQLException {
    try (Connection connection = new UnpooledDataSource(address).getConnection();
        java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void a_user_who_may_make_no_tables_is_told_the_statement_that_lets_them() throws SQLException {
    Address.Postgres owned = (Address.Postgres) TestDatabases.POSTGRES.fresh();
    String role = "app_" + ProcessHandle.current().pid();
    run(owned, "create role " + role + " login password 'x'");
    run(owned, "revoke create on schema public from public");
    try {
      Address app = new Address.Postgres(owned.url().replaceFirst("user=[^&]*", "user=" + role), "", "x");
      assertThat(Checkup.of(app)).isInstanceOfSatisfying(Checkup.NoRights.class, missing -> {
        assertThat(missing.user()).isEqualTo(role);
        assertThat(missing.schema()).isEqualTo("public");
      });
      run(owned, Checkup.missingRights(app).orElseThrow().grant());
      assertThat(Checkup.missingRights(app)).isEmpty();
      TestDatabases.open(app).close();
    } finally {
      run(owned, "drop owned by " + role + " cascade");
      run(owned, "drop role " + role);
    }
  }

  @Test
  void a_connection_that_hangs_is_not_taken_for_another_server() throws Exception {
    Address.Postgres real = (Address.Postgres) TestDatabases.POSTGRES.fresh();
    URI server = URI.create(real.url().substring("jdbc:".length()));
    try (Stalling network = new Stalling(server.getPort())) {
      Address through = new Address.Postgres(
          real.url().replaceFirst("//[^/]+/", "//127.0.0.1:" + network.port() + "/"), "", "");
      DatabaseLock ours = DatabaseLock.of(through, Duration.ZERO, new SystemTime()).orElseThrow();
      assertThat(DatabaseLock.of(real, Duration.ZERO, new SystemTime())).isEmpty();
      network.stall();
      assertThat(ours.isStillOurs()).isTrue();
      assertThat(ours.isStillOurs()).isTrue();
      assertThat(DatabaseLock.of(real, Duration.ZERO, new SystemTime())).isEmpty();
      ours.close();
      Optional<DatabaseLock> next = DatabaseLock.of(real, Duration.ofSeconds(10), new SystemTime());
      assertThat(next).isPresent();
      next.get().close();
    }
  }

  @Test
  void another_server_that_has_taken_over_is_known_as_one() throws SQLException {
    Address.Postgres real = (Address.Postgres) TestDatabases.POSTGRES.fresh();
    DatabaseLock ours = DatabaseLock.of(real, Duration.ZERO, new SystemTime()).orElseThrow();
    TestPostgres.running().cutConnections(real);
    DatabaseLock other = DatabaseLock.of(real, Duration.ofSeconds(10), new SystemTime()).orElseThrow();
    assertThat(ours.isStillOurs()).isFalse();
    other.close();
    ours.close();
  }

  /// Carries bytes to a port of this machine. Once it stalls, connections that are open say nothing more and stay open;
  /// later ones work.
  private static final class Stalling implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int port;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile AtomicBoolean stalled = new AtomicBoolean();

    Stalling(int port) throws IOException {
      this.port = port;
      Thread.ofVirtual().start(this::serve);
    }

    int port() {
      return door.getLocalPort();
    }

    void stall() {
      stalled.set(true);
      stalled = new AtomicBoolean();
    }

    private void serve() {
      try {
        while (true) {
          Socket from = door.accept();
          Socket to = new Socket(InetAddress.getLoopbackAddress(), port);
          sockets.add(from);
          sockets.add(to);
          AtomicBoolean silent = stalled;
          Thread.ofVirtual().start(() -> carry(from, to, silent));
          Thread.ofVirtual().start(() -> carry(to, from, silent));
        }
      } catch (IOException closed) {
        // The test is over.
      }
    }

    private static void carry(Socket from, Socket to, AtomicBoolean silent) {
      byte[] bytes = new byte[8192];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
          if (!silent.get()) {
            out.write(bytes, 0, read);
            out.flush();
          }
        }
        if (!silent.get()) {
          to.close();
        }
      } catch (IOException closed) {
        // One side has hung up.
      }
    }

    @Override
    public void close() throws IOException {
      door.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }
}
