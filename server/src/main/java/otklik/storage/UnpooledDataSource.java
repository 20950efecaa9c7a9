package otklik.storage;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A new connection each time: for the few moments (migration, the writer's own connection) that need no pool.
final class UnpooledDataSource implements DataSource {
  private final Address address;

  UnpooledDataSource(Address address) {
    this.address = address;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return DriverManager.getConnection(address.url(), address.properties());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    // Logging is not routed through JDBC.
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The address' properties carry the timeouts.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
