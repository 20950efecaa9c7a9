package otklik.channels.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.kernel.Proxy;

/// Makes an HTTP request, at most once, and tells what came of it. Nothing of the address leaves here, nor of what the
/// client says about it: it holds the bot's token.
interface Exchange {
  Duration MOST_TO_CONNECT = Duration.ofSeconds(10);

  /// @param proxy null where the way is free
  static Exchange by(@Nullable Proxy proxy, Duration callTimeout) {
    Duration half = callTimeout.dividedBy(2);
    Duration connect = half.compareTo(MOST_TO_CONNECT) < 0 ? half : MOST_TO_CONNECT;
    return proxy == null ? new DirectExchange(connect) : new ProxiedExchange(proxy, connect);
  }

  /// @param timeout for all of it, the last byte of the answer included
  Reply post(URI address, byte[] json, Duration timeout) throws InterruptedException;

  /// @param header Retry-After, in seconds
  static @Nullable Duration pause(Optional<String> header) {
    return header.filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(null);
  }
}
