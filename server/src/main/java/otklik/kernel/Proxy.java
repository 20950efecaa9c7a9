package otklik.kernel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The way to messengers' servers where there is no other. Shows itself without its password.
///
/// @param login null for a proxy that asks nobody who they are
public record Proxy(Protocol protocol, String host, int port, @Nullable Login login) {
  public enum Protocol {
    /// Tunnels by CONNECT (RFC 9110, 9.3.6).
    HTTP,
    /// RFC 1928, with user and password by RFC 1929. The proxy looks names up.
    SOCKS5
  }

  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[hidden]";
    }
  }

  /// As in a log.
  @Override
  public String toString() {
    return protocol.name().toLowerCase(Locale.ROOT) + "://" + host + ":" + port;
  }
}
