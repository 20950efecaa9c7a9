package otklik.workspaces;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import otklik.storage.Address;

/// What the environment says about the server itself.
///
/// @param httpPort   0 takes any free port
/// @param publicUrl  where messengers reach this server; without it they are polled. No slash at its end
/// @param telegramUrl the Bot API server. No slash at its end
/// @param playground whether the simulated messengers run beside the server
/// @param opsChat    the Telegram chat that alerts go to
public record ServerSettings(
    Address database,
    int httpPort,
    Optional<URI> publicUrl,
    URI telegramUrl,
    LogLevel logLevel,
    boolean playground,
    Optional<String> opsChat) {
  private static final Pattern POSTGRES = Pattern.compile("jdbc:postgresql:.+");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  static ServerSettings read(Section environment) {
    return new ServerSettings(
        database(environment),
        environment.whole("HTTP_PORT", 0, 65_535, 8080),
        environment.optionalText("PUBLIC_URL").map(url -> url(environment, "PUBLIC_URL", url, true)),
        url(environment, "TELEGRAM_API_URL", environment.text("TELEGRAM_API_URL", "https://api.telegram.org"), false),
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
