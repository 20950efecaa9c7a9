package otklik.kernel;

import java.net.URI;
import java.util.Set;

/// Addresses of this very machine: no proxy leads there, and nobody between listens.
public final class Loopback {
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

  private Loopback() {}

  public static boolean is(URI address) {
    return HOSTS.contains(address.getHost());
  }
}
