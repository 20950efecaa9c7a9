package otklik.channels.telegram;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.client.Authentication;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.ProxyConfiguration;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Socks5;
import org.eclipse.jetty.client.Socks5Proxy;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;
import otklik.kernel.Proxy;

/// By way of a proxy. The JDK's client speaks no SOCKS, and what its own tunnels fail with doesn't say whether a request
/// went out. Jetty's client never repeats a request that has begun.
final class ProxiedExchange implements Exchange {
  /// More than an empty poll waits: a proxy may forget a connection without saying so.
  private static final Duration IDLE = Duration.ofSeconds(60);
  /// Each bot that polls has a connection of its own.
  private static final int MOST_CONNECTIONS = 32_768;
  private static final int THREADS = 64;
  private static final int LONGEST_ANSWER = 64 * 1024 * 1024;

  private final HttpClient client = new HttpClient();
  private final Proxy proxy;

  ProxiedExchange(Proxy proxy, Duration connectTimeout) {
    this(proxy, connectTimeout, new SslContextFactory.Client());
  }

  ProxiedExchange(Proxy proxy, Duration connectTimeout, SslContextFactory.Client tls) {
    this.proxy = proxy;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("proxy");
    threads.setDaemon(true);
    client.setExecutor(threads);
    client.setScheduler(new ScheduledExecutorScheduler("proxy-time", true));
    client.setSslContextFactory(tls);
    client.setConnectTimeout(connectTimeout.toMillis());
    client.setAddressResolutionTimeout(connectTimeout.toMillis());
    client.setIdleTimeout(IDLE.toMillis());
    client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
    client.setMaxRequestsQueuedPerDestination(MOST_CONNECTIONS);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(null);
    client.getProxyConfiguration().addProxy(way(proxy));
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client for the proxy doesn't start", e);
    }
    // Nobody follows redirects here or answers questions about who we are.
    client.getProtocolHandlers().clear();
  }

  private ProxyConfiguration.Proxy way(Proxy proxy) {
    return switch (proxy.protocol()) {
      case HTTP -> {
        HttpProxy way = new HttpProxy(proxy.host(), proxy.port());
        if (proxy.login() != null) {
          client.getAuthenticationStore().addAuthenticationResult(new OnTheWay(way.getURI(), proxy.login()));
        }
        yield way;
      }
      case SOCKS5 -> {
        Socks5Proxy way = new Socks5Proxy(proxy.host(), proxy.port());
        if (proxy.login() != null) {
          way.putAuthenticationFactory(new Socks5.UsernamePasswordAuthenticationFactory(
              proxy.login().user(), proxy.login().password(), StandardCharsets.UTF_8));
        }
        yield way;
      }
    };
  }

  /// The login is told to the proxy, unasked, and never to whoever is behind a tunnel: the client (Jetty 12.1,
  /// HttpConnection) shows it to each request.
  private static final class OnTheWay implements Authentication.Result {
    private final URI proxy;
    private final String login;

    OnTheWay(URI proxy, Proxy.Login login) {
      this.proxy = proxy;
      this.login = "Basic " + Base64.getEncoder()
          .encodeToString((login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public URI getURI() {
      return proxy;
    }

    @Override
    public void apply(Request request) {
      if (HttpMethod.CONNECT.is(request.getMethod()) || !"https".equals(request.getScheme())) {
        request.headers(headers -> headers.put(HttpHeader.PROXY_AUTHORIZATION, login));
      }
    }
  }

  @Override
  public Reply post(URI address, byte[] json, Duration timeout) throws InterruptedException {
    AtomicBoolean begun = new AtomicBoolean();
    Request request = client.newRequest(address)
        .method(HttpMethod.POST)
        .body(new BytesRequestContent("application/json", json))
        .onRequestBegin(_ -> begun.set(true));
    CompletableFuture<ContentResponse> answer = new CompletableResponseListener(request, LONGEST_ANSWER).send();
    try {
      ContentResponse response = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return new Reply.Answered(response.getStatus(), response.getContent(),
          Exchange.pause(Optional.ofNullable(response.getHeaders().get(HttpHeader.RETRY_AFTER))));
    } catch (TimeoutException late) {
      request.abort(late);
      return begun.get() ? new Reply.NoAnswer("no answer within " + timeout.toMillis() + " ms") : notSent(late);
    } catch (InterruptedException interrupted) {
      request.abort(interrupted);
      throw interrupted;
    } catch (ExecutionException failed) {
      return begun.get() ? new Reply.NoAnswer("connection lost: " + name(failed.getCause()))
          : notSent(failed.getCause());
    }
  }

  private Reply notSent(@Nullable Throwable cause) {
    return new Reply.NotSent(cause instanceof HttpResponseException refused
        ? "the proxy " + proxy + " answered " + refused.getResponse().getStatus()
        : "no way through the proxy " + proxy);
  }

  private static String name(@Nullable Throwable cause) {
    return cause == null ? "no reason" : cause.getClass().getSimpleName();
  }
}
