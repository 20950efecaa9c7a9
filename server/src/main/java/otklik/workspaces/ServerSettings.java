package otklik.workspaces;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import otklik.kernel.Proxy;
import otklik.storage.Address;

/// What the environment says about the server itself.
///
/// @param httpPort   0 takes any free port
/// @param publicUrl  where messengers reach this server; without it they are polled. No slash at its end
/// @param telegramUrl the Bot API server. No slash at its end
/// @param proxy      by which messengers' servers are reached; empty where the way is free
/// @param playground whether the simulated messengers run beside the server
/// @param opsChat    the Telegram chat that alerts go to
public record ServerSettings(
    Address database,
    int httpPort,
    Optional<URI> publicUrl,
    URI telegramUrl,
    Optional<Proxy> proxy,
    LogLevel logLevel,
    boolean playground,
    Optional<String> opsChat) {
  private static final Pattern POSTGRES = Pattern.compile("jdbc:postgresql:.+");
  /// In user and password whatever has a meaning in an address is written as %40 and the like.
  private static final Pattern PROXY = Pattern.compile("(http|socks5)://"
      + "(?:((?:[^:@/\\s%]|%\\p{XDigit}{2})+):((?:[^:@/\\s%]|%\\p{XDigit}{2})+)@)?"
      + "([\\w.-]+|\\[[\\p{XDigit}:.]+]):([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])/?");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  static ServerSettings read(Section environment) {
    return new ServerSettings(
        database(environment),
        environment.whole("HTTP_PORT", 0, 65_535, 8080),
        environment.optionalText("PUBLIC_URL").map(url -> url(environment, "PUBLIC_URL", url, true)),
        url(environment, "TELEGRAM_API_URL", environment.text("TELEGRAM_API_URL", "https://api.telegram.org"), false),
        proxy(environment),
        environment.choice("LOG_LEVEL", LogLevel.class, LogLevel.INFO),
        environment.flag("PLAYGROUND", false),
        environment.has("OPS_CHAT_ID") ? Optional.of(Long.toString(environment.id("OPS_CHAT_ID"))) : Optional.empty());
  }

  private static Address database(Section environment) {
    if (environment.has("DB_URL")) {
      return new Address.Postgres(
          environment.secret("DB_URL", POSTGRES, "of the shape jdbc:postgresql://host:5432/database"),
          environment.text("DB_USER", ""),
          environment.text("DB_PASSWORD", ""));
    }
    return new Address.Sqlite(Path.of(environment.text("DB_PATH", "./data.sqlite")));
  }

  /// By which the Bot API is reached: what runs on this machine needs no proxy.
  public Optional<Proxy> telegramProxy() {
    return proxy.filter(_ -> !LOOPBACK.contains(telegramUrl.getHost()));
  }

  private static Optional<Proxy> proxy(Section environment) {
    if (!environment.has("PROXY_URL")) {
      return Optional.empty();
    }
    Matcher address = PROXY.matcher(environment.secret("PROXY_URL", PROXY, "an address such as socks5://host:1080, "
        + "http://host:3128 or http://user:password@host:3128 (in user and password %40 stands for @, %3A for :)"));
    if (!address.matches()) {
      return Optional.empty();
    }
    Proxy.Login login = address.group(2) == null ? null
        : new Proxy.Login(decoded(address.group(2)), decoded(address.group(3)));
    return Optional.of(new Proxy(address.group(1).equals("http") ? Proxy.Protocol.HTTP : Proxy.Protocol.SOCKS5,
        address.group(4), Integer.parseInt(address.group(5)), login));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static URI url(Section environment, String name, String text, boolean secure) {
    URI url = parse(text.replaceFirst("/+$", ""));
    if (url == null) {
      environment.problem(name, "'" + text + "' is not an address such as https://desk.example.org");
      return URI.create("https://localhost");
    }
    if (secure && !url.getScheme().equals("https") && !LOOPBACK.contains(url.getHost())) {
      environment.problem(name, "'" + text + "' must begin with https://");
    }
    return url;
  }

  private static @Nullable URI parse(String text) {
    try {
      var url = URI.create(text);
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      return web && url.getHost() != null && url.getUserInfo() == null && url.getQuery() == null ? url : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
