package otklik.workspaces;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import otklik.channels.Messenger;
import otklik.channels.Network;
import otklik.kernel.Proxy;
import otklik.kernel.TimeSource;
import otklik.settings.Section;
import otklik.storage.Address;

/// What the environment says about the server itself.
///
/// @param publicUrl  where messengers reach this server; without it they are polled. No slash at its end
/// @param proxy      by which messengers' servers are reached; empty where the way is free
/// @param playground whether the simulated messengers run beside the server
/// @param opsChat    where alerts go
/// @param administrator who becomes the console's first one
public record ServerSettings(
    Address database,
    HttpSettings http,
    Optional<URI> publicUrl,
    Optional<Proxy> proxy,
    LogLevel logLevel,
    boolean playground,
    Optional<OpsChat> opsChat,
    Optional<AdministratorSettings> administrator) {
  private static final Pattern POSTGRES = Pattern.compile("jdbc:postgresql:.+");
  /// In user and password whatever has a meaning in an address is written as %40 and the like.
  private static final Pattern PROXY = Pattern.compile("(http|socks5)://"
      + "(?:((?:[^:@/\\s%]|%\\p{XDigit}{2})+):((?:[^:@/\\s%]|%\\p{XDigit}{2})+)@)?"
      + "([\\w.-]+|\\[[\\p{XDigit}:.]+]):([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])/?");

  /// @param usual the messenger by which whoever runs the installation is told
  static ServerSettings read(Section environment, Messenger usual) {
    return new ServerSettings(
        database(environment),
        HttpSettings.read(environment),
        environment.secureUrl("PUBLIC_URL"),
        proxy(environment),
        environment.choice("LOG_LEVEL", LogLevel.class, LogLevel.INFO),
        environment.flag("PLAYGROUND", false),
        environment.has("OPS_CHAT_ID")
            ? Optional.of(new OpsChat(usual, usual.ids().chat(environment, "OPS_CHAT_ID"))) : Optional.empty(),
        AdministratorSettings.read(environment));
  }

  /// The ways between this server and its messengers.
  public Network network(Duration callTimeout, Duration pollTimeout, TimeSource time) {
    return new Network(publicUrl, proxy, callTimeout, pollTimeout, time);
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
}
