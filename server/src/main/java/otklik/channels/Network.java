package otklik.channels;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import otklik.kernel.Loopback;
import otklik.kernel.Proxy;
import otklik.kernel.TimeSource;

/// The ways between this installation and its messengers.
///
/// @param publicUrl   where messengers reach this installation by HTTPS; empty to ask them for updates
/// @param proxy       by which messengers are reached; empty where the way is free
/// @param callTimeout how long one call may take, its answer included
/// @param pollTimeout how long a messenger that is asked for updates may wait for some, in whole seconds
public record Network(
    Optional<URI> publicUrl, Optional<Proxy> proxy, Duration callTimeout, Duration pollTimeout, TimeSource time) {
  public static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);
  public static final Duration POLL_TIMEOUT = Duration.ofSeconds(25);

  /// By which that server is reached: what runs on this machine needs no proxy.
  public Optional<Proxy> proxyTo(URI server) {
    return proxy.filter(_ -> !Loopback.is(server));
  }
}
